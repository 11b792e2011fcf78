package org.quanheng.balance.value;

/** What can be done with an application. */
public enum Choice {
    /** Approve without a person. */
    APPROVE,
    /** Leave it to a person. */
    REFER,
    /** Decline without a person. */
    DECLINE
}
