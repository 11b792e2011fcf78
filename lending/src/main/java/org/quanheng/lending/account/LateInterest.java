package org.quanheng.lending.account;

/** Whether principal that was not paid when due goes on bearing ordinary interest. */
public enum LateInterest {
    /** Yes, until the day it is paid, also after the last due date: in periods like those before, charged when a payment comes. */
    UNTIL_PAID,
    /** Yes, until the day it is paid, but not after the last due date, as some core systems recalculate. */
    UNTIL_LAST_DUE_DATE,
    /** No; it bears penalty interest or nothing. */
    NONE,
    /** Only on the days of a period up to a payment in it, as some core systems recalculate; none where no payment comes. */
    WITHIN_PERIOD_OF_PAYMENT,
    /** The same, and overdue interest bears it too. */
    WITHIN_PERIOD_OF_PAYMENT_ON_INTEREST_TOO;

    /** True if it bears interest on each day of the term until it is paid. */
    boolean withinTerm() {
        return this == UNTIL_PAID || this == UNTIL_LAST_DUE_DATE;
    }

    boolean onlyUpToPayment() {
        return this == WITHIN_PERIOD_OF_PAYMENT || this == WITHIN_PERIOD_OF_PAYMENT_ON_INTEREST_TOO;
    }
}
