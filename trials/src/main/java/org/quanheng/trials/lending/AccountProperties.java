package org.quanheng.trials.lending;

import static org.quanheng.trials.lending.ScheduleProperties.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.Effect;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.ledger.Posting;

/** What holds for every history of a loan. */
final class AccountProperties {
    private AccountProperties() {}

    /** Fails with what does not hold; the caller names the history. */
    static void check(LoanAccount account, Random random) {
        LocalDate last = account.events().stream()
                .map(LoanEvent::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate asOf = last.plusDays(random.nextInt(40));
        books(account, asOf);
        rows(account, asOf);
        replayed(account, asOf);
        settled(account, asOf);
    }

    /** The ledger sums to zero and agrees with the state. */
    private static void books(LoanAccount account, LocalDate asOf) {
        LoanState state = account.state(asOf);
        List<LedgerEntry> entries = account.entries(asOf);
        Money all = Money.zero(state.principal().currency());
        for (LedgerEntry entry : entries) {
            for (Posting posting : entry.postings()) {
                all = all.plus(posting.amount());
            }
        }
        require(all.isZero(), "entries sum to zero");
        require(sum(entries, LedgerAccount.PRINCIPAL_RECEIVABLE, all).equals(state.principal()), "principal is booked");
        Money interest = sum(entries, LedgerAccount.INTEREST_RECEIVABLE, all);
        require(interest.equals(state.dueInterest()), "interest due is booked");
        require(sum(entries, LedgerAccount.FEE_RECEIVABLE, all).equals(state.dueFees()), "fees due are booked");
        require(!sum(entries, LedgerAccount.PENALTY_RECEIVABLE, all).isNegative(), "penalties are booked");
    }

    private static Money sum(List<LedgerEntry> entries, LedgerAccount account, Money zero) {
        Money sum = zero;
        for (LedgerEntry entry : entries) {
            for (Posting posting : entry.postings()) {
                sum = posting.account() == account ? sum.plus(posting.amount()) : sum;
            }
        }
        return sum;
    }

    private static void rows(LoanAccount account, LocalDate asOf) {
        List<AccountRow> rows = account.schedule(asOf);
        for (AccountRow row : rows) {
            require(!row.principal().isNegative(), "no principal below zero");
            require(!row.interest().isNegative(), "no interest below zero");
            require(!row.unpaid().isNegative(), "nothing paid twice");
            require(!row.balanceAfter().isNegative(), "no balance below zero");
        }
        LoanState.Status status = account.state(asOf).status();
        boolean ends = status != LoanState.Status.WRITTEN_OFF && status != LoanState.Status.PENDING;
        require(!ends || rows.getLast().balanceAfter().isZero(), "the balance ends at zero");
    }

    /** Recording the events in another order of days gives the same; previewing gives what then happens. */
    private static void replayed(LoanAccount account, LocalDate asOf) {
        boolean reversed = account.events().stream().anyMatch(LoanEvent.Reversed.class::isInstance);
        List<LoanEvent> inTime = new ArrayList<>(account.events());
        inTime.sort(Comparator.comparing(LoanEvent::date));
        LoanAccount again = LoanAccount.open(account.terms());
        for (LoanEvent event : reversed ? account.events() : inTime) {
            Effect effect = again.preview(event);
            again = again.with(event);
            require(again.events().equals(effect.after().events()), "preview is the event");
            require(again.state(asOf).equals(effect.after().state(asOf)), "preview equals effect");
        }
        require(again.state(asOf).equals(account.state(asOf)), "replayed history gives the state kept");
        require(again.schedule(asOf).equals(account.schedule(asOf)), "replayed history gives the schedule kept");
        require(again.entries(asOf).equals(account.entries(asOf)), "replayed history gives the entries kept");
    }

    /** Whatever happened, the payoff settles the loan to the cent. */
    private static void settled(LoanAccount account, LocalDate asOf) {
        LoanState state = account.state(asOf);
        if (!state.payoff().isPositive()) {
            return;
        }
        LoanAccount paid = account.with(new LoanEvent.Repaid("settled", asOf, state.payoff()));
        LoanState after = paid.state(asOf);
        require(after.payoff().isZero(), "the payoff leaves nothing owed");
        require(after.principal().isZero(), "the payoff leaves no principal");
        books(paid, asOf);
    }
}
