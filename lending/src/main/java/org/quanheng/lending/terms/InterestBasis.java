package org.quanheng.lending.terms;

/** What interest is counted by. */
public enum InterestBasis {
    /** Every full period bears the same share of the annual rate, a month a twelfth, however many days it has. */
    PERIOD,
    /** Every day counts, by the day count of the terms. */
    DAY
}
