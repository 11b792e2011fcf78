package org.quanheng.lending.account;

/** Where the part of a payment goes that exceeds the amounts due. */
public enum Excess {
    /** It repays principal and counts towards the next instalments, whose amounts stay. */
    NEXT_INSTALMENTS,
    /** It repays principal; the instalments stay and end earlier. */
    FEWER_INSTALMENTS,
    /** It repays principal; the end stays and the instalments become smaller. */
    SMALLER_INSTALMENTS
}
