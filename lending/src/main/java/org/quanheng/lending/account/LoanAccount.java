package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Fault;
import org.quanheng.fault.Faults;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;

/**
 * A loan and its history. Immutable: an event gives a new account.
 *
 * <p>Everything is derived by replaying the events in the order of their days, so an event with an early date has the same
 * result as one that came in time, and a preview is the event itself with the result thrown away.
 */
public final class LoanAccount {
    /** The most events that an account can have. */
    public static final int MOST_EVENTS = 10_000;

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
     * @throws FaultyInputException with the faults of the event, and of every later one that it makes impossible
     */
    public LoanAccount with(LoanEvent event) {
        return with(List.of(event));
    }

    /**
     * The account once several events are recorded together: a history, in any order.
     *
     * @throws FaultyInputException with the faults of every event that cannot be when the others happened
     */
    public LoanAccount with(List<LoanEvent> more) {
        List<FaultyInputException> refused = new ArrayList<>();
        LoanAccount after = with(more, refused);
        if (!refused.isEmpty()) {
            throw refused.size() == 1 ? refused.getFirst() : joined(refused);
        }
        return after;
    }

    private static FaultyInputException joined(List<FaultyInputException> refused) {
        List<Fault> faults = new ArrayList<>();
        for (FaultyInputException each : refused) {
            Object event = each.input().arguments().getFirst();
            for (Fault fault : each.faults()) {
                Phrase where = Phrase.of("loan event {0}: {1}", event, fault.where());
                faults.add(Fault.of(where, fault.expected(), fault.came(), fault.maybe()));
            }
        }
        return new FaultyInputException("account", faults);
    }

    private LoanAccount with(List<LoanEvent> more, List<FaultyInputException> refused) {
        List<LoanEvent> all = new ArrayList<>(events);
        all.addAll(more);
        Faults count = new Faults("account");
        count.require(all.size() <= MOST_EVENTS, "events", Phrase.of("at most {0}", MOST_EVENTS), all.size());
        count.throwIfAny();
        Set<LoanEvent> misnamed = misnamed(more, refused);
        all.removeIf(misnamed::contains);
        LoanAccount after = new LoanAccount(terms, List.copyOf(all));
        after.replay(LocalDate.MAX, Set.of(), refused);
        return after;
    }

    /** The new events whose id is taken, or that reverse what cannot be reversed. */
    private Set<LoanEvent> misnamed(List<LoanEvent> more, List<FaultyInputException> refused) {
        Set<LoanEvent> misnamed = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, LoanEvent> byId = new HashMap<>();
        events.forEach(event -> byId.put(event.id(), event));
        Set<LoanEvent> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
        more.stream()
                .filter(event -> byId.putIfAbsent(event.id(), event) == null)
                .forEach(fresh::add);
        Set<String> undone = reversedIds();
        for (LoanEvent event : more) {
            Faults faults = new Faults(Phrase.of("loan event {0}", event.id()));
            faults.require(fresh.contains(event), "id", "one that was not used before", event.id());
            if (event instanceof LoanEvent.Reversed reversed) {
                LoanEvent other = byId.get(reversed.reverses());
                boolean known = other != null && !(other instanceof LoanEvent.Reversed);
                faults.require(
                        known, "reverses", "the id of a recorded event that is no reversal", reversed.reverses());
                faults.require(
                        undone.add(reversed.reverses()), "reverses", "one not reversed yet", reversed.reverses());
            }
            if (!faults.none()) {
                refused.add(faults.exception());
                misnamed.add(event);
            }
        }
        return misnamed;
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

    /**
     * How the loan stands at the end of a day; events with a later day do not count yet.
     *
     * @throws FaultyInputException unless the day lies in the years 1 to 9999, and what is owed by then fits in a long of
     *     smallest units
     */
    public LoanState state(LocalDate asOf) {
        return fitting(() -> standing(asOf));
    }

    /** What is told of amounts, unless they grew beyond what can be held. */
    private static <T> T fitting(Supplier<T> told) {
        try {
            return told.get();
        } catch (ArithmeticException e) {
            FaultyInputException tooLarge = tooLarge(Phrase.of("account"));
            tooLarge.initCause(e);
            throw tooLarge;
        }
    }

    private static FaultyInputException tooLarge(Phrase input) {
        Phrase expected = Phrase.of("less than {0} smallest units in all", Long.MAX_VALUE);
        return FaultyInputException.of(input, Fault.of("amounts", expected, "more"));
    }

    private LoanState standing(LocalDate asOf) {
        Replay replay = replay(asOf);
        Replay paying = paidOn(asOf, replay);
        Dues dues = replay.dues;
        boolean lost = replay.loss.isWrittenOff();
        LocalDate late = lost ? null : dues.oldestUnpaid(asOf);
        return new LoanState(
                asOf,
                status(replay, late != null),
                money(replay.outstandingPrincipal()),
                money(lost ? 0 : dues.unpaid(Part.PRINCIPAL)),
                money(lost ? 0 : dues.unpaid(Part.INTEREST) + replay.overrunToCharge()),
                money(lost ? 0 : dues.unpaid(Part.FEE)),
                money(lost ? 0 : dues.unpaid(Part.PENALTY) + replay.penaltyToCharge()),
                money(replay.accrued()),
                money(replay.held()),
                money(lost ? 0 : paying.payoff()),
                late == null ? 0 : Math.toIntExact(asOf.toEpochDay() - late.toEpochDay()),
                late,
                money(lost ? replay.loss.left() : 0));
    }

    /** The same replay as if a payment came on its day, up to which what is late bears interest by some terms. */
    private Replay paidOn(LocalDate day, Replay replay) {
        boolean differs = terms.lateBearsUpToPayment() && !replay.loss.isWrittenOff();
        return differs ? replay(day, Set.of(day)) : replay;
    }

    /** The tier at the end of a day: loss once it is written off, else that of its days past due, and no better than the observation allows that it may be under. */
    public RiskTier tier(LocalDate asOf, List<RiskTier.Threshold> thresholds) {
        if (isWrittenOff(asOf)) {
            return RiskTier.LOSS;
        }
        LoanState state = state(asOf);
        Observation observation = observation(asOf, thresholds);
        RiskTier tier = state.tier(thresholds);
        return observation == null || tier.compareTo(observation.tier()) > 0 ? tier : observation.tier();
    }

    /** The observation that a restructured loan is under, or null: it was never restructured, the time is over, or nothing is owed. */
    public @Nullable Observation observation(LocalDate asOf, List<RiskTier.Threshold> thresholds) {
        LoanState.Status status = state(asOf).status();
        boolean owes = status == LoanState.Status.ACTIVE || status == LoanState.Status.OVERDUE;
        return owes ? Observation.of(this, asOf, thresholds) : null;
    }

    /** Whether it was given up as lost by the end of a day. */
    public boolean isWrittenOff(LocalDate asOf) {
        Set<String> undone = reversedIds();
        return events.stream()
                .anyMatch(event -> event instanceof LoanEvent.WrittenOff
                        && !event.date().isAfter(asOf)
                        && !undone.contains(event.id()));
    }

    /** The last restructuring that counts by a day, or null if there was none. */
    LoanEvent.@Nullable Rescheduled lastRescheduled(LocalDate asOf) {
        Set<String> undone = reversedIds();
        return events.stream()
                .filter(LoanEvent.Rescheduled.class::isInstance)
                .map(LoanEvent.Rescheduled.class::cast)
                .filter(event -> !event.date().isAfter(asOf) && !undone.contains(event.id()))
                .max(Comparator.comparing(LoanEvent.Rescheduled::date))
                .orElse(null);
    }

    private static LoanState.Status status(Replay replay, boolean late) {
        if (replay.drawn() == 0) {
            return LoanState.Status.PENDING;
        }
        if (replay.loss.isWrittenOff()) {
            return LoanState.Status.WRITTEN_OFF;
        }
        boolean revolves = replay.loan.terms().method() == RepaymentMethod.REVOLVING && !replay.matured();
        if (replay.dues.unpaid() == 0 && replay.notDue() == 0 && replay.accrued() == 0 && !revolves) {
            return LoanState.Status.CLOSED;
        }
        return late ? LoanState.Status.OVERDUE : LoanState.Status.ACTIVE;
    }

    /** The rows of the past, and those to come if what is overdue is paid on the day and the rest when it falls due. */
    public List<AccountRow> schedule(LocalDate asOf) {
        return fitting(() -> rows(asOf));
    }

    private List<AccountRow> rows(LocalDate asOf) {
        Replay replay = replay(asOf);
        Replay paid = replay.dues.unpaid() > 0 ? paidOn(asOf, replay) : replay;
        paid.forecast();
        return paid.dues.rows().stream().map(this::row).toList();
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
        return fitting(() -> replay(asOf).books.entries());
    }

    private Set<String> reversedIds() {
        Set<String> ids = new HashSet<>();
        for (LoanEvent event : events) {
            if (event instanceof LoanEvent.Reversed reversed) {
                ids.add(reversed.reverses());
            }
        }
        return ids;
    }

    private Replay replay(LocalDate asOf) {
        return replay(asOf, Set.of());
    }

    private Replay replay(LocalDate asOf, Set<LocalDate> morePayments) {
        Faults faults = new Faults("account");
        LoanTerms.requireDay("day", asOf, faults);
        faults.throwIfAny();
        List<FaultyInputException> refused = new ArrayList<>();
        Replay replay = replay(asOf, morePayments, refused);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("expected a history that was checked, came " + refused);
        }
        return replay;
    }

    /** Plays the events; one that cannot be is left out and its faults are kept. */
    private Replay replay(LocalDate asOf, Set<LocalDate> morePayments, List<FaultyInputException> refused) {
        Set<String> undone = reversedIds();
        List<LoanEvent> inOrder = events.stream()
                .filter(event -> !(event instanceof LoanEvent.Reversed) && !undone.contains(event.id()))
                .filter(event -> !event.date().isAfter(asOf))
                .sorted(EventOrder.BY_DAY_AND_KIND)
                .toList();
        Set<LocalDate> payments = new HashSet<>(morePayments);
        for (LoanEvent event : inOrder) {
            if (event instanceof LoanEvent.Repaid || event instanceof LoanEvent.RepaidEarly) {
                payments.add(event.date());
            }
        }
        Replay replay = new Replay(terms, payments);
        for (LoanEvent event : inOrder) {
            try {
                new EventStep(replay, event).take();
            } catch (FaultyInputException e) {
                refused.add(e);
            } catch (ArithmeticException e) {
                refused.add(tooLarge(Phrase.of("loan event {0}", event.id())));
                break;
            }
        }
        if (!asOf.equals(LocalDate.MAX)) {
            replay.moveTo(asOf);
        }
        return replay;
    }

    /** Equal if the terms are, and the events in the order in which they were recorded. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoanAccount that && terms.equals(that.terms) && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return Objects.hash(terms, events);
    }

    /** The loan and how much happened to it, in one line. */
    @Override
    public String toString() {
        return terms.loan() + ", " + events.size() + " events";
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(terms.loan().terms().principal().currency(), minorUnits);
    }
}
