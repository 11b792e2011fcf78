package org.quanheng.experience;

/** The class of device that an act was made on; UNKNOWN where no device is involved or it did not say. */
public enum DeviceClass {
    PHONE,
    TABLET,
    DESKTOP,
    SERVER,
    UNKNOWN
}
