package org.quanheng.experience;

/** The way by which an act reached us. */
public enum Channel {
    WEB,
    API,
    STAFF,
    EMAIL,
    TEXT_MESSAGE,
    PHONE,
    BRANCH
}
