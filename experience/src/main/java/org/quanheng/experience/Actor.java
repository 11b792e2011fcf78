package org.quanheng.experience;

/** Who acted in a journey event. */
public enum Actor {
    CUSTOMER,
    STAFF,
    SYSTEM,
    THIRD_PARTY,
    ASSISTANT
}
