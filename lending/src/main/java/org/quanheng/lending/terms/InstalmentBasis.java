package org.quanheng.lending.terms;

/** Which period lengths the equal instalment is found with; interest is charged for the true lengths all the same. */
public enum InstalmentBasis {
    /** Each period's own length, so that only rounding is left for the last instalment. */
    EACH_PERIOD,
    /** The nominal length, such as a twelfth of a year, however many days a month has. */
    NOMINAL_PERIOD,
    /** The length of the loan's first period, taken for all. */
    FIRST_PERIOD
}
