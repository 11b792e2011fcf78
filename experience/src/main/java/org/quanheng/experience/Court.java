package org.quanheng.experience;

/** Whose turn it is: the side that the application waits for. */
public enum Court {
    BANK,
    CUSTOMER,
    THIRD_PARTY
}
