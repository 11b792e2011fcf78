package org.quanheng.policy;

import java.time.LocalDate;
import org.quanheng.lending.Money;

/**
 * What is asked for.
 *
 * @param amount amount of the loan, above zero
 * @param months term in months, 1 or more
 * @param on day of the decision: dated rules are those in force on it
 */
public record LoanRequest(Money amount, int months, LocalDate on) {
    public LoanRequest {
        if (!amount.isPositive() || months < 1) {
            throw new IllegalArgumentException("loan request: expected an amount above zero and a term of 1 month or"
                    + " more, got " + amount + " and " + months);
        }
    }
}
