package org.quanheng.app.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.quanheng.lending.Money;

/** A loan as it stands: its contract, its schedule and its ledger entries. */
public record Loan(
        UUID id, long number, LoanContract contract, List<ScheduledInstalment> schedule, List<BookedEntry> entries) {
    public Loan {
        schedule = List.copyOf(schedule);
        entries = List.copyOf(entries);
    }

    /** One instalment of the schedule; {@code balance} is what is owed after it. */
    public record ScheduledInstalment(int number, LocalDate dueOn, Money principal, Money interest, Money balance) {
        public Money payment() {
            return principal.plus(interest);
        }
    }

    /** One entry of the ledger: debit above zero, credit below. */
    public record BookedEntry(UUID postingId, LocalDate bookedOn, String event, String account, Money amount) {}
}
