package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quanheng.lending.Rate;
import org.quanheng.lending.schedule.InterestFactor;
import org.quanheng.lending.schedule.InterestSum;
import org.quanheng.lending.schedule.Period;
import org.quanheng.lending.schedule.RateChange;
import org.quanheng.lending.schedule.ResolvedTerms;

/** The running period: what bears interest from which day on, and what moved the planned balance. */
final class OpenPeriod {
    final Period period;
    long openedWith;
    final TreeMap<LocalDate, Long> moves = new TreeMap<>();
    private final TreeMap<LocalDate, Long> bearing = new TreeMap<>();
    private final TreeMap<LocalDate, Long> lateSlices = new TreeMap<>();
    private LocalDate lateUntil;

    /**
     * A period.
     *
     * @param openedWith the planned balance at its start
     * @param bears what bears interest from its start on
     */
    OpenPeriod(Period period, long openedWith, long bears) {
        this.period = period;
        this.openedWith = openedWith;
        this.lateUntil = period.start();
        bearing.put(period.start(), bears);
    }

    /** The same period, to be lived on by itself. */
    OpenPeriod(OpenPeriod other) {
        this.period = other.period;
        this.openedWith = other.openedWith;
        this.lateUntil = other.lateUntil;
        moves.putAll(other.moves);
        bearing.putAll(other.bearing);
        lateSlices.putAll(other.lateSlices);
    }

    /** The planned balance changed by this much; what one day brings is one move, and none if it comes to nothing. */
    void moved(LocalDate on, long amount) {
        moves.merge(on, amount, Long::sum);
        moves.remove(on, 0L);
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
        bearing.put(from.isBefore(period.start()) ? period.start() : from, balance);
    }

    /** Up to a day, from the last such day or the start of the period on, this much bears interest besides. */
    void bearsLate(LocalDate until, long overdue) {
        if (overdue > 0 && until.isAfter(lateUntil)) {
            lateSlices.put(lateUntil, overdue);
        }
        lateUntil = until.isAfter(lateUntil) ? until : lateUntil;
    }

    /** The interest from the start of the period to a day. */
    long interest(ResolvedTerms loan, List<RateChange> rates, LocalDate to) {
        InterestSum sum = new InterestSum(loan.terms().rounding());
        addTo(sum, loan, rates, to);
        return sum.rounded() + lateInterest(loan, rates);
    }

    /** Adds the interest from the start of the period to a day, without that of what was late. */
    void addTo(InterestSum sum, ResolvedTerms loan, List<RateChange> rates, LocalDate to) {
        TreeMap<LocalDate, Long> slices = new TreeMap<>(bearing.headMap(to, false));
        for (RateChange change : rates) {
            if (change.from().isAfter(period.start()) && change.from().isBefore(to)) {
                slices.put(change.from(), slices.floorEntry(change.from()).getValue());
            }
        }
        LocalDate from = period.start();
        long balance = 0;
        Rate rate = rate(rates, from);
        for (Map.Entry<LocalDate, Long> slice : slices.entrySet()) {
            Rate next = rate(rates, slice.getKey());
            if (slice.getValue() != balance || !next.equals(rate)) {
                add(sum, loan, balance, rate, from, slice.getKey());
                from = slice.getKey();
                balance = slice.getValue();
                rate = next;
            }
        }
        add(sum, loan, balance, rate, from, to);
    }

    private long lateInterest(ResolvedTerms loan, List<RateChange> rates) {
        long sum = 0;
        for (Map.Entry<LocalDate, Long> slice : lateSlices.entrySet()) {
            LocalDate next = lateSlices.higherKey(slice.getKey());
            LocalDate end = next == null ? lateUntil : next;
            InterestSum one = new InterestSum(loan.terms().rounding());
            add(one, loan, slice.getValue(), rate(rates, slice.getKey()), slice.getKey(), end);
            sum += one.rounded();
        }
        return sum;
    }

    /** Two slices of one balance and one rate are added as one: rounding and day counts must not see a cut that is none. */
    private void add(InterestSum sum, ResolvedTerms loan, long balance, Rate rate, LocalDate from, LocalDate to) {
        if (balance != 0 && to.isAfter(from)) {
            sum.add(balance, InterestFactor.of(rate, loan.time(period, from, to)));
        }
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
