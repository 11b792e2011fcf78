package org.quanheng.lending.schedule;

/** How a loan is paid back. */
public enum RepaymentMethod {
    /** Every instalment is the same amount, at first mostly interest [等额本息]: A = P·i / (1 − (1+i)^−n). */
    EQUAL_INSTALMENT,
    /** Every instalment repays the same part of the principal, so that the payment falls [等额本金]. */
    EQUAL_PRINCIPAL
}
