package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.schedule.InterestSum;

/** Something due, while a history is replayed: an instalment, a charge or an early repayment. Smallest units. */
final class Row {
    final int number;
    final LocalDate start;
    final LocalDate end;
    final LocalDate due;
    final InterestSum penaltyAccrued;
    private final Map<Part, Long> charged = new EnumMap<>(Part.class);
    private final Map<Part, Long> paid = new EnumMap<>(Part.class);
    private long unpaid;
    long balanceAfter;

    Row(int number, LocalDate start, LocalDate end, LocalDate due, Rounding rounding) {
        this.number = number;
        this.start = start;
        this.end = end;
        this.due = due;
        this.penaltyAccrued = new InterestSum(rounding);
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
        return charged.values().stream().mapToLong(Long::longValue).sum();
    }

    long unpaid() {
        return unpaid;
    }

    void charge(Part part, long amount) {
        charged.merge(part, amount, Long::sum);
        unpaid += amount;
    }

    void pay(Part part, long amount) {
        paid.merge(part, amount, Long::sum);
        unpaid -= amount;
    }

    /** Penalty interest earned and not yet charged. */
    long penaltyToCharge(LocalDate today, int graceDays) {
        return today.isAfter(due.plusDays(graceDays)) ? penaltyAccrued.rounded() : 0;
    }
}
