package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A line of the borrower's booklet: what fell due on a day, what was paid of it and the penalty that it earned, in cents. */
final class TextbookRow {
    final int number;
    final LocalDate start;
    final LocalDate end;
    final LocalDate due;
    final Map<AllocationOrder.Part, Long> asked = new EnumMap<>(AllocationOrder.Part.class);
    final Map<AllocationOrder.Part, Long> paid = new EnumMap<>(AllocationOrder.Part.class);
    long balance;
    private TextbookDays late = new TextbookDays();
    private final List<BigDecimal> ratesOfGrace = new ArrayList<>();
    private long charged;

    TextbookRow(
            int number,
            LocalDate start,
            LocalDate end,
            LocalDate due,
            long principal,
            long interest,
            long fees,
            long balance) {
        this.number = number;
        this.start = start;
        this.end = end;
        this.due = due;
        this.balance = balance;
        asked.put(AllocationOrder.Part.PRINCIPAL, principal);
        asked.put(AllocationOrder.Part.INTEREST, interest);
        asked.put(AllocationOrder.Part.FEE, fees);
    }

    /** What is due at once. */
    static TextbookRow of(int number, LocalDate day, long principal, long interest, long fees, long balance) {
        return new TextbookRow(number, day, day, day, principal, interest, fees, balance);
    }

    TextbookRow copy() {
        TextbookRow copy = new TextbookRow(number, start, end, due, 0, 0, 0, balance);
        copy.asked.putAll(asked);
        copy.paid.putAll(paid);
        copy.late = late.copy();
        copy.ratesOfGrace.addAll(ratesOfGrace);
        copy.charged = charged;
        return copy;
    }

    long asked(AllocationOrder.Part part) {
        return asked.getOrDefault(part, 0L);
    }

    long unpaid(AllocationOrder.Part part) {
        return asked(part) - paid.getOrDefault(part, 0L);
    }

    long unpaid() {
        return total(asked) - total(paid);
    }

    static long total(Map<AllocationOrder.Part, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Pays what it can of a part and says how much that was. */
    long pay(AllocationOrder.Part part, long cents) {
        long now = Math.min(cents, unpaid(part));
        paid.merge(part, now, Long::sum);
        return now;
    }

    /** One more day at the penalty rate: none counts within the grace, and all of them once it is over. */
    void liveADay(LocalDate today, BigDecimal penaltyRate, PenaltyTerms terms) {
        if (today.isBefore(due)) {
            return;
        }
        long cents = unpaid(AllocationOrder.Part.PRINCIPAL)
                + (terms.onInterest() ? unpaid(AllocationOrder.Part.INTEREST) : 0);
        ratesOfGrace.add(penaltyRate);
        long elapsed = ChronoUnit.DAYS.between(due, today) + 1;
        if (elapsed == terms.graceDays() + 1) {
            for (int k = 0; k < elapsed; k++) {
                late.add(due.plusDays(k), cents, ratesOfGrace.get(k));
            }
        } else if (elapsed > terms.graceDays()) {
            late.add(today, cents, penaltyRate);
        }
    }

    /** The penalty interest earned and not yet charged. */
    long uncharged(TextbookTerms terms) {
        Fraction earned =
                late.interest((from, to) -> TextbookDays.years(terms.penalty().dayCount(), from, to), exact -> exact);
        return Math.max(0, terms.toUnit(earned) - charged);
    }

    long charge(TextbookTerms terms) {
        long now = uncharged(terms);
        charged += now;
        asked.merge(AllocationOrder.Part.PENALTY, now, Long::sum);
        return now;
    }

    @Override
    public String toString() {
        return number + " " + start + " " + due + " " + asked(AllocationOrder.Part.PRINCIPAL) + " "
                + asked(AllocationOrder.Part.INTEREST) + " " + asked(AllocationOrder.Part.FEE) + " "
                + asked(AllocationOrder.Part.PENALTY) + " paid " + total(paid) + " left " + balance;
    }
}
