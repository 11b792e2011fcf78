package org.quanheng.policy;

import org.quanheng.lending.Money;

/**
 * The most that may be lent, and how it was reached: the least of three, rounded down to whole steps.
 *
 * @param amount the limit
 * @param binding which of the three is the least
 * @param grade risk grade of the PD
 * @param byGrade limit of that grade
 * @param byDebtService amount at which the instalment takes the most of disposable income that it may
 * @param byProduct most that the product lends
 */
public record Limit(Money amount, Binding binding, String grade, Money byGrade, Money byDebtService, Money byProduct) {
    /** What sets the limit. */
    public enum Binding {
        GRADE,
        DEBT_SERVICE,
        PRODUCT
    }
}
