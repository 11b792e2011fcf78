package org.quanheng.lending.account;

/** Where the part of a payment goes that exceeds the amounts due. */
public enum Excess {
    /** It is held for the borrower, saves no interest and pays whatever falls due, on the day on which it does. */
    HELD,
    /** It repays principal and counts towards the next instalments, whose amounts stay. */
    NEXT_INSTALMENTS,
    /** The same, but it saves no interest: that stays as scheduled and is still to be paid when due. */
    NEXT_INSTALMENTS_AS_SCHEDULED,
    /** It repays principal and counts towards the running instalment; what exceeds that one is treated as on its due date, or stays ahead of the next one. */
    RUNNING_INSTALMENT,
    /** It repays principal at once; the next instalments ask for that much less principal, some for interest only. */
    SKIPPED_INSTALMENTS,
    /** It repays principal; the instalments stay and end earlier. */
    FEWER_INSTALMENTS,
    /** It repays principal; the end stays and the instalments become smaller. */
    SMALLER_INSTALMENTS
}
