package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.schedule.InterestFactor;
import org.quanheng.lending.schedule.InterestSum;
import org.quanheng.lending.terms.BalanceMove;
import org.quanheng.lending.terms.Period;
import org.quanheng.lending.terms.RateChange;
import org.quanheng.lending.terms.ResolvedTerms;

/** The running period: what bears interest from which day on, and what moved the planned balance. */
final class OpenPeriod {
    final Period period;
    private long openedWith;
    private final TreeMap<LocalDate, Long> moves = new TreeMap<>();
    private final TreeMap<LocalDate, Long> bearing = new TreeMap<>();
    private final TreeMap<LocalDate, Long> late = new TreeMap<>();
    private LocalDate lateBearsUntil;

    /**
     * A period.
     *
     * @param openedWith the planned balance at its start
     * @param bears what bears interest from its start on
     */
    OpenPeriod(Period period, long openedWith, long bears) {
        this.period = period;
        this.openedWith = openedWith;
        this.lateBearsUntil = period.start();
        bearing.put(period.start(), bears);
    }

    /** The same period, to be lived on by itself. */
    OpenPeriod(OpenPeriod other) {
        this.period = other.period;
        this.openedWith = other.openedWith;
        this.lateBearsUntil = other.lateBearsUntil;
        moves.putAll(other.moves);
        bearing.putAll(other.bearing);
        late.putAll(other.late);
    }

    /** The planned balance changed by this much; what one day brings is one move, and none if it comes to nothing. */
    void moved(LocalDate day, long amount) {
        LocalDate on = within(day);
        moves.merge(on, amount, Long::sum);
        moves.remove(on, 0L);
    }

    /** The planned balance at the start of the period, and what moved it. */
    List<BalanceMove> balanceMoves(Currency currency) {
        List<BalanceMove> all = new ArrayList<>();
        if (openedWith > 0) {
            all.add(new BalanceMove(period.start(), Money.ofMinor(currency, openedWith)));
        }
        moves.forEach((day, amount) -> all.add(new BalanceMove(day, Money.ofMinor(currency, amount))));
        return all;
    }

    /** Plans from now on with what bore interest in truth, whatever was paid ahead or late. */
    void planAsBorne() {
        moves.clear();
        openedWith = bearing.firstEntry().getValue();
        long before = openedWith;
        for (Map.Entry<LocalDate, Long> slice : bearing.entrySet()) {
            moved(slice.getKey(), slice.getValue() - before);
            before = slice.getValue();
        }
    }

    /** From a day on this much bears interest. */
    void bears(LocalDate from, long balance) {
        bearing.put(within(from), balance);
    }

    /** From a day on this much is late, and bears interest besides once a payment comes. */
    void isLate(LocalDate from, long overdue) {
        late.put(within(from), overdue);
    }

    /** A day, or the first one of the period where the instalment before it fell due earlier. */
    LocalDate within(LocalDate day) {
        return day.isBefore(period.start()) ? period.start() : day;
    }

    /** A payment comes on a day: what was late until then bears interest from the payment before or the start of the period on. */
    void lateBears(LocalDate until) {
        if (!until.isAfter(lateBearsUntil)) {
            return;
        }
        TreeMap<LocalDate, Long> borne = new TreeMap<>();
        borne.put(until, bearing.floorEntry(until).getValue());
        for (LocalDate day = lateBearsUntil; day.isBefore(until); day = nextChange(day, until)) {
            Map.Entry<LocalDate, Long> overdue = late.floorEntry(day);
            borne.put(day, bearing.floorEntry(day).getValue() + (overdue == null ? 0 : overdue.getValue()));
        }
        bearing.putAll(borne);
        lateBearsUntil = until;
    }

    private LocalDate nextChange(LocalDate day, LocalDate last) {
        LocalDate next = last;
        for (LocalDate change : Arrays.asList(bearing.higherKey(day), late.higherKey(day))) {
            next = change != null && change.isBefore(next) ? change : next;
        }
        return next;
    }

    /** The interest from the start of the period to a day. */
    long interest(ResolvedTerms loan, List<RateChange> rates, LocalDate to) {
        InterestSum sum = new InterestSum(loan.terms().rounding());
        addTo(sum, loan, rates, to);
        return sum.rounded();
    }

    /** Adds the interest from the start of the period to a day. */
    void addTo(InterestSum sum, ResolvedTerms loan, List<RateChange> rates, LocalDate to) {
        LocalDate from = period.start();
        long balance = 0;
        for (Map.Entry<LocalDate, Long> slice : bearing.headMap(to, false).entrySet()) {
            if (slice.getValue() != balance) {
                add(sum, loan, rates, balance, from, slice.getKey());
                from = slice.getKey();
                balance = slice.getValue();
            }
        }
        add(sum, loan, rates, balance, from, to);
    }

    /** Stretches of one balance and one rate are added as one: rounding and day counts must not see a cut that is none. */
    private void add(
            InterestSum sum, ResolvedTerms loan, List<RateChange> rates, long balance, LocalDate from, LocalDate to) {
        LocalDate start = from;
        while (balance != 0 && start.isBefore(to)) {
            LocalDate end = endOfRate(rates, start, to);
            sum.add(balance, InterestFactor.of(rate(rates, start), loan.time(period, start, end)));
            start = end;
        }
    }

    /** The first day after another, and before a third, from which another rate holds; else the third. */
    static LocalDate endOfRate(List<RateChange> rates, LocalDate start, LocalDate to) {
        Rate rate = rate(rates, start);
        LocalDate end = to;
        for (RateChange change : rates) {
            boolean another = change.from().isAfter(start) && !change.rate().equals(rate);
            end = another && change.from().isBefore(end) ? change.from() : end;
        }
        return end;
    }

    static Rate rate(List<RateChange> rates, LocalDate day) {
        Rate rate = rates.getFirst().rate();
        for (RateChange change : rates) {
            if (!change.from().isAfter(day)) {
                rate = change.rate();
            }
        }
        return rate;
    }
}
