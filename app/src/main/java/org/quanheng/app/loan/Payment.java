package org.quanheng.app.loan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanEvent;

/**
 * Money that came in from a borrower.
 *
 * @param receivedOn the day from which it counts
 * @param reference what the bank calls it; one reference is one payment
 * @param excess where what exceeds the amounts due goes; null for an ordinary payment, whose excess goes where the contract says
 */
public record Payment(
        LocalDate receivedOn,
        Money amount,
        String reference,
        @Nullable Excess excess) {

    /** The event that it is. */
    public LoanEvent event(String id) {
        return event(id, receivedOn, amount, excess);
    }

    /** The event of a payment, also of one that has not come in yet. */
    public static LoanEvent event(String id, LocalDate receivedOn, Money amount, @Nullable Excess excess) {
        return excess == null
                ? new LoanEvent.Repaid(id, receivedOn, amount)
                : new LoanEvent.RepaidEarly(id, receivedOn, amount, excess);
    }
}
