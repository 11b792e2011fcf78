package org.quanheng.app.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanEvent;

/**
 * A loan: what was agreed and what happened since. Everything else follows by replay.
 *
 * @param bookedTo the day up to which its postings stand in the ledger
 * @param events everything recorded, in that order; how many there are is the version of the loan
 * @param account the same events as lending replays them
 */
public record Loan(
        UUID id,
        long number,
        LoanContract contract,
        LocalDate bookedTo,
        List<RecordedEvent> events,
        LoanAccount account) {
    public Loan {
        events = List.copyOf(events);
    }

    /** A loan whose account replays its events. */
    static Loan of(UUID id, long number, LoanContract contract, LocalDate bookedTo, List<RecordedEvent> events) {
        LoanAccount account = LoanAccount.open(contract.accountTerms())
                .with(events.stream().map(RecordedEvent::event).toList());
        return new Loan(id, number, contract, bookedTo, events, account);
    }

    /** Goes up by one with every event; who changes a loan names the version that they looked at. */
    public int version() {
        return events.size();
    }

    /** The id that the next event will have. */
    public String nextEventId() {
        return Integer.toString(events.size() + 1);
    }

    /** Whether an event of this number was undone by a later one. */
    public boolean isReversed(int number) {
        return events.stream()
                .anyMatch(recorded -> recorded.event() instanceof LoanEvent.Reversed reversed
                        && reversed.reverses().equals(Integer.toString(number)));
    }

    /** What is unpaid of the first instalment that is not paid in full; what settles the loan if none is left. */
    public Money nextInstalment(LocalDate on) {
        return account.schedule(on).stream()
                .map(AccountRow::unpaid)
                .filter(Money::isPositive)
                .findFirst()
                .orElseGet(() -> account.state(on).payoff());
    }

    /**
     * The due date of the first instalment that is not paid in full, past or to come; null when everything is paid or written off. It does not
     * depend on the day: days past due are counted from it.
     */
    public @Nullable LocalDate firstUnpaidDue(LocalDate on) {
        return firstUnpaidDue(account, on);
    }

    static @Nullable LocalDate firstUnpaidDue(LoanAccount account, LocalDate on) {
        if (account.isWrittenOff(on)) {
            return null;
        }
        return account.schedule(on).stream()
                .filter(row -> row.unpaid().isPositive())
                .map(AccountRow::dueDate)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
