package org.quanheng.app.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.quanheng.app.access.Pages;
import org.quanheng.app.application.Visit;
import org.quanheng.experience.Channel;
import org.quanheng.experience.DeviceClass;
import org.springframework.http.HttpHeaders;

/** Reads from a request how somebody reaches us. */
final class Visits {
    private Visits() {}

    static Visit of(HttpServletRequest request) {
        boolean api = request.getRequestURI().startsWith("/api/");
        return new Visit(
                api ? Channel.API : Channel.WEB, api ? DeviceClass.SERVER : device(request), Pages.languageOf(request));
    }

    private static DeviceClass device(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        if (agent == null) {
            return DeviceClass.UNKNOWN;
        }
        String lower = agent.toLowerCase(Locale.ROOT);
        if (lower.contains("ipad") || lower.contains("tablet")) {
            return DeviceClass.TABLET;
        }
        return lower.contains("mobile") ? DeviceClass.PHONE : DeviceClass.DESKTOP;
    }
}
