package org.quanheng.lending.terms;

/** How a loan is paid back. */
public enum RepaymentMethod {
    /** Every instalment is the same amount, at first mostly interest [等额本息]: A = P·i / (1 − (1+i)^−n). */
    EQUAL_INSTALMENT,
    /** Every instalment repays the same part of the principal, so that the payment falls [等额本金]. */
    EQUAL_PRINCIPAL,
    /** Interest each period, the principal with the last instalment [先息后本]. */
    INTEREST_ONLY_THEN_BULLET,
    /** One payment of principal and all interest at the end, without interest on interest [到期一次还本付息]. */
    BULLET,
    /** Interest each period on all that was lent so far, whatever was repaid [等本等息]; its true cost is near twice its rate. */
    FLAT,
    /** Instalments that rise or fall by a percentage every so many instalments [等比递增或递减]; see {@link Step}. */
    STEP,
    /** The principal parts are agreed one by one, to fit a firm's cash flow. */
    CUSTOM,
    /** Draw-downs and repayments on agreed days, interest by each period on what was owed [随借随还]. */
    REVOLVING
}
