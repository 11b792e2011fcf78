package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quanheng.lending.Faults;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.ledger.LedgerEntry;

/**
 * A loan and its history. Immutable: an event gives a new account.
 *
 * <p>Everything is derived by replaying the events in the order of their days, so an event with an early date has the same
 * result as one that came in time, and a preview is the event itself with the result thrown away.
 */
public final class LoanAccount {
    private final AccountTerms terms;
    private final List<LoanEvent> events;

    private LoanAccount(AccountTerms terms, List<LoanEvent> events) {
        this.terms = terms;
        this.events = events;
    }

    /** An account on which nothing happened yet. */
    public static LoanAccount open(AccountTerms terms) {
        return new LoanAccount(terms, List.of());
    }

    /** The terms of the account. */
    public AccountTerms terms() {
        return terms;
    }

    /** The events in the order in which they were recorded. */
    public List<LoanEvent> events() {
        return events;
    }

    /**
     * The account once an event is recorded, whatever its day.
     *
     * @throws org.quanheng.lending.LendingException if the event, or a later one that it changes, cannot be
     */
    public LoanAccount with(LoanEvent event) {
        Faults faults = new Faults("loan event " + event.id());
        boolean fresh = events.stream().noneMatch(other -> other.id().equals(event.id()));
        faults.require(fresh, "id", "one that was not used before", event.id());
        if (event instanceof LoanEvent.Reversed reversed) {
            boolean known = events.stream()
                    .anyMatch(other -> other.id().equals(reversed.event()) && !(other instanceof LoanEvent.Reversed));
            faults.require(known, "event", "the id of a recorded event that is no reversal", reversed.event());
            faults.require(
                    !reversedIds().contains(reversed.event()), "event", "one not reversed yet", reversed.event());
        }
        faults.throwIfAny();
        List<LoanEvent> more = new ArrayList<>(events);
        more.add(event);
        LoanAccount after = new LoanAccount(terms, List.copyOf(more));
        after.replay(LocalDate.MAX);
        return after;
    }

    /** What an event would do; it is the very code of {@link #with}. */
    public Effect preview(LoanEvent event) {
        LoanAccount after = with(event);
        LocalDate until = lastDay(after);
        List<LedgerEntry> old = new ArrayList<>(entries(until));
        List<LedgerEntry> booked = new ArrayList<>();
        for (LedgerEntry entry : after.entries(until)) {
            if (!old.remove(entry)) {
                booked.add(entry);
            }
        }
        List<LedgerEntry> all = new ArrayList<>();
        old.forEach(entry -> all.add(entry.reversed(entry.valueDate())));
        all.addAll(booked);
        return new Effect(this, after, all);
    }

    private static LocalDate lastDay(LoanAccount account) {
        return account.events.stream()
                .map(LoanEvent::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** How the loan stands at the end of a day; events with a later day do not count yet. */
    public LoanState state(LocalDate asOf) {
        Replay replay = replay(asOf);
        Replay paying = terms.lateInterest().onlyUpToPayment() ? replay(asOf, Set.of(asOf)) : replay;
        LocalDate oldest = replay.rows.stream()
                .filter(row -> row.unpaid() > 0 && row.due.isBefore(asOf))
                .map(row -> row.due)
                .min(Comparator.naturalOrder())
                .orElse(null);
        boolean lost = replay.isWrittenOff();
        LocalDate late = lost ? null : oldest;
        return new LoanState(
                asOf,
                status(replay, late != null),
                money(replay.outstandingPrincipal()),
                money(lost ? 0 : replay.unpaid(Part.PRINCIPAL)),
                money(lost ? 0 : replay.unpaid(Part.INTEREST)),
                money(lost ? 0 : replay.unpaid(Part.FEE)),
                money(lost ? 0 : replay.unpaid(Part.PENALTY) + replay.penaltyToCharge()),
                money(replay.accrued()),
                money(lost ? 0 : paying.payoff()),
                late == null ? 0 : Math.toIntExact(asOf.toEpochDay() - late.toEpochDay()),
                late,
                money(lost ? replay.lostAndOwed() : 0));
    }

    private static LoanState.Status status(Replay replay, boolean late) {
        if (replay.drawn() == 0) {
            return LoanState.Status.PENDING;
        }
        if (replay.isWrittenOff()) {
            return LoanState.Status.WRITTEN_OFF;
        }
        boolean revolves = replay.canBeDrawn();
        if (replay.unpaid() == 0 && replay.notDue() == 0 && replay.accrued() == 0 && !revolves) {
            return LoanState.Status.CLOSED;
        }
        return late ? LoanState.Status.OVERDUE : LoanState.Status.ACTIVE;
    }

    /** The rows of the past, and those to come if what is overdue is paid on the day and the rest when it falls due. */
    public List<AccountRow> schedule(LocalDate asOf) {
        Replay replay = replay(asOf);
        replay.forecast();
        return replay.rows.stream().map(this::row).toList();
    }

    private AccountRow row(Row row) {
        return new AccountRow(
                row.number,
                row.start,
                row.due,
                money(row.charged(Part.PRINCIPAL)),
                money(row.charged(Part.INTEREST)),
                money(row.charged(Part.FEE)),
                money(row.charged(Part.PENALTY)),
                money(row.charged() - row.unpaid()),
                money(row.balanceAfter));
    }

    /** The double entries of all that happened up to a day, in order; each sums to zero. */
    public List<LedgerEntry> entries(LocalDate asOf) {
        return replay(asOf).books.entries();
    }

    private Set<String> reversedIds() {
        Set<String> ids = new HashSet<>();
        for (LoanEvent event : events) {
            if (event instanceof LoanEvent.Reversed reversed) {
                ids.add(reversed.event());
            }
        }
        return ids;
    }

    private Replay replay(LocalDate asOf) {
        return replay(asOf, Set.of());
    }

    private Replay replay(LocalDate asOf, Set<LocalDate> morePayments) {
        Set<String> undone = reversedIds();
        List<LoanEvent> inOrder = events.stream()
                .filter(event -> !(event instanceof LoanEvent.Reversed) && !undone.contains(event.id()))
                .filter(event -> !event.date().isAfter(asOf))
                .sorted(Comparator.comparing(LoanEvent::date).thenComparingInt(LoanEvent::rank))
                .toList();
        Set<LocalDate> payments = new HashSet<>(morePayments);
        for (LoanEvent event : inOrder) {
            if (event instanceof LoanEvent.Repaid || event instanceof LoanEvent.RepaidEarly) {
                payments.add(event.date());
            }
        }
        Replay replay = new Replay(terms, payments);
        for (LoanEvent event : inOrder) {
            new EventStep(replay, event).take();
        }
        if (!asOf.equals(LocalDate.MAX)) {
            replay.moveTo(asOf);
        }
        return replay;
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(terms.loan().terms().principal().currency(), minorUnits);
    }
}
