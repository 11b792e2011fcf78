package org.quanheng.app.application;

import org.quanheng.app.page.Language;
import org.quanheng.experience.Channel;
import org.quanheng.experience.DeviceClass;

/** How somebody reaches us: over which channel, from what kind of device, in which language. */
public record Visit(Channel channel, DeviceClass device, Language language) {}
