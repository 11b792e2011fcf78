package org.quanheng.trials.lending;

import static org.quanheng.trials.lending.ScheduleProperties.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.quanheng.fault.FaultyInputException;
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
    /** The kinds in the order in which those of one day take effect, as {@link LoanEvent} documents it. */
    private static final List<Class<? extends LoanEvent>> KINDS = List.of(
            LoanEvent.Disbursed.class,
            LoanEvent.RateReset.class,
            LoanEvent.PartnerShared.class,
            LoanEvent.FeeCharged.class,
            LoanEvent.PenaltyCharged.class,
            LoanEvent.Extended.class,
            LoanEvent.Rescheduled.class,
            LoanEvent.HolidayGranted.class,
            LoanEvent.Repaid.class,
            LoanEvent.WrittenOff.class,
            LoanEvent.Recovered.class);

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
        sameDay(account, asOf, random);
        settled(account, asOf);
        AccountInterest.check(account, asOf);
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
        Money toCharge = state.dueInterest().minus(interest);
        // After the last due date interest runs on and is booked when a payment comes.
        boolean runsOn =
                state.duePrincipal().isPositive() && state.duePrincipal().equals(state.principal());
        require(toCharge.isZero() || (runsOn && toCharge.isPositive()), "interest due is booked");
        Money held = sum(entries, LedgerAccount.HELD_FOR_BORROWERS, all).negate();
        require(held.equals(state.held()) && !held.isNegative(), "what is held is booked");
        require(held.isZero() || state.due().isZero(), "what is held pays what falls due");
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

    /**
     * Recorded in time and without what was undone, the history gives the same; so back-dating is having had it in time, and a
     * reversed event is as if it had never been. On the way, previewing gives what then happens.
     */
    private static void replayed(LoanAccount account, LocalDate asOf) {
        LoanAccount again = LoanAccount.open(account.terms());
        for (LoanEvent event : inTime(account.events())) {
            Effect effect = again.preview(event);
            LoanAccount before = again;
            again = again.with(event);
            require(again.events().equals(effect.after().events()), "preview is the event");
            require(again.state(asOf).equals(effect.after().state(asOf)), "preview equals effect");
            moves(before, again, effect, event.date());
        }
        same(again, account, asOf);
    }

    /** What an effect books is the difference between the books after and before. */
    private static void moves(LoanAccount before, LoanAccount after, Effect effect, LocalDate day) {
        Money zero = Money.zero(before.terms().loan().terms().principal().currency());
        List<LedgerEntry> old = before.entries(day);
        List<LedgerEntry> now = after.entries(day);
        for (LedgerAccount ledger : LedgerAccount.values()) {
            Money difference = sum(now, ledger, zero).minus(sum(old, ledger, zero));
            require(sum(effect.entries(), ledger, zero).equals(difference), "entries of an effect are what it changes");
        }
    }

    /** Payments are one kind, early or not, and refunds with them. */
    private static int rank(LoanEvent event) {
        return switch (event) {
            case LoanEvent.RepaidEarly _, LoanEvent.Refunded _ -> KINDS.indexOf(LoanEvent.Repaid.class);
            default -> KINDS.indexOf(event.getClass());
        };
    }

    private static List<LoanEvent> inTime(List<LoanEvent> recorded) {
        Set<String> undone = new HashSet<>();
        for (LoanEvent event : recorded) {
            if (event instanceof LoanEvent.Reversed reversed) {
                undone.add(reversed.reverses());
            }
        }
        return recorded.stream()
                .filter(event -> !(event instanceof LoanEvent.Reversed) && !undone.contains(event.id()))
                .sorted(Comparator.comparing(LoanEvent::date).thenComparingInt(AccountProperties::rank))
                .toList();
    }

    /** Events of one day but of different kinds take effect in the documented order, whatever the order of recording. */
    private static void sameDay(LoanAccount account, LocalDate asOf, Random random) {
        List<LoanEvent> mixed = new ArrayList<>(inTime(account.events()));
        for (int k = mixed.size() - 1; k > 0; k--) {
            LoanEvent earlier = mixed.get(k - 1);
            LoanEvent later = mixed.get(k);
            if (earlier.date().equals(later.date()) && rank(earlier) != rank(later) && random.nextBoolean()) {
                mixed.set(k - 1, later);
                mixed.set(k, earlier);
            }
        }
        LoanAccount again = LoanAccount.open(account.terms());
        try {
            for (LoanEvent event : mixed) {
                again = again.with(event);
            }
        } catch (FaultyInputException refused) {
            // Half of such a day may be impossible by itself: a payment before the fee that it pays.
            return;
        }
        same(again, account, asOf);
    }

    private static void same(LoanAccount again, LoanAccount account, LocalDate asOf) {
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
