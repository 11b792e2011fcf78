package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.schedule.InterestFactor;
import org.quanheng.lending.schedule.InterestSum;
import org.quanheng.lending.terms.RateChange;

/** Something due, while a history is replayed: an instalment, a charge or an early repayment. Smallest units. */
final class Row {
    final int number;
    final LocalDate start;
    final LocalDate end;
    final LocalDate due;
    private final Rounding rounding;
    private final TreeMap<LocalDate, Long> owing = new TreeMap<>();
    private final Map<Part, Long> charged = new EnumMap<>(Part.class);
    private final Map<Part, Long> paid = new EnumMap<>(Part.class);
    private long unpaid;
    long balanceAfter;

    Row(int number, LocalDate start, LocalDate end, LocalDate due, Rounding rounding) {
        this.number = number;
        this.start = start;
        this.end = end;
        this.due = due;
        this.rounding = rounding;
    }

    long charged(Part part) {
        return charged.getOrDefault(part, 0L);
    }

    long paid(Part part) {
        return paid.getOrDefault(part, 0L);
    }

    long unpaid(Part part) {
        return charged(part) - paid(part);
    }

    long charged() {
        return charged.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    long unpaid() {
        return unpaid;
    }

    void charge(Part part, long amount) {
        charged.merge(part, amount, Long::sum);
        unpaid = Math.addExact(unpaid, amount);
    }

    void pay(Part part, long amount) {
        paid.merge(part, amount, Long::sum);
        unpaid -= amount;
    }

    /**
     * From a day on this much bears penalty interest; a cut where nothing changes is none. What was paid within the days of
     * grace never bore any.
     */
    void owes(LocalDate from, long base, int graceDays) {
        long before = owing.isEmpty() ? 0 : owing.lastEntry().getValue();
        if (base == before) {
            return;
        }
        boolean within = !owing.isEmpty() && !from.isAfter(due.plusDays(graceDays));
        owing.put(within ? owing.firstKey() : from, base);
    }

    /** Penalty interest earned by today and not yet charged: exact over all days, rounded here. */
    long penaltyToCharge(LocalDate today, PenaltyTerms terms, List<RateChange> rates) {
        if (owing.isEmpty() || !today.isAfter(due.plusDays(terms.graceDays()))) {
            return 0;
        }
        InterestSum earned = new InterestSum(rounding.at(Rounding.Place.PERIOD));
        for (Map.Entry<LocalDate, Long> slice : owing.entrySet()) {
            LocalDate next = owing.higherKey(slice.getKey());
            addPenalty(earned, slice.getValue(), slice.getKey(), next == null ? today : next, terms, rates);
        }
        return Math.max(0, earned.rounded() - charged(Part.PENALTY));
    }

    private static void addPenalty(
            InterestSum sum, long base, LocalDate from, LocalDate to, PenaltyTerms terms, List<RateChange> rates) {
        LocalDate start = from;
        while (start.isBefore(to)) {
            Rate rate = OpenPeriod.rate(rates, start);
            LocalDate end = OpenPeriod.endOfRate(rates, start, to);
            sum.add(base, InterestFactor.of(terms.of(rate), terms.dayCount().fraction(start, end)));
            start = end;
        }
    }
}
