package org.quanheng.app.loan;

import java.time.LocalDate;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.LoanEvent;

/**
 * Money that was held and went back to its borrower.
 *
 * @param paidOn the day from which it counts
 * @param reference what the bank calls the transfer; one reference is one event
 */
public record Refund(LocalDate paidOn, Money amount, String reference) {

    /** The event that it is. */
    public LoanEvent event(String id) {
        return new LoanEvent.Refunded(id, paidOn, amount);
    }
}
