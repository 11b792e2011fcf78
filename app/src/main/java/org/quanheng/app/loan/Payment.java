package org.quanheng.app.loan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanAccount;
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

    /** The next event of an account that it is. */
    public LoanEvent event(LoanAccount account) {
        return event(account, receivedOn, amount, excess);
    }

    /**
     * The next event of an account that a payment is, also one that has not come in yet: where the loan is written off by then, it is
     * a recovery [收回].
     */
    public static LoanEvent event(LoanAccount account, LocalDate receivedOn, Money amount, @Nullable Excess excess) {
        String id = Integer.toString(account.events().size() + 1);
        if (account.isWrittenOff(receivedOn)) {
            return new LoanEvent.Recovered(id, receivedOn, amount);
        }
        return excess == null
                ? new LoanEvent.Repaid(id, receivedOn, amount)
                : new LoanEvent.RepaidEarly(id, receivedOn, amount, excess);
    }
}
