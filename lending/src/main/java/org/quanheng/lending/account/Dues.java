package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.account.AllocationOrder.Scope;
import org.quanheng.lending.terms.RateChange;

/** What is due on the rows of an account: how much, the penalty it earns, and how a payment covers it. */
final class Dues {
    private Dues() {}

    static long unpaid(List<Row> rows, Part part) {
        return rows.stream()
                .filter(row -> row.unpaid() != 0)
                .mapToLong(row -> row.unpaid(part))
                .sum();
    }

    /** True if an instalment falls due on the day, or its period ends. */
    static boolean fallDueOn(List<Row> rows, LocalDate day) {
        return rows.stream().anyMatch(row -> row.number > 0 && (row.due.equals(day) || row.end.equals(day)));
    }

    static long unpaid(List<Row> rows) {
        return rows.stream().mapToLong(Row::unpaid).sum();
    }

    /** What is unpaid of a part on rows whose due date has come. */
    static long late(List<Row> rows, LocalDate on, Part part) {
        return rows.stream()
                .filter(row -> row.unpaid() != 0 && !row.due.isAfter(on))
                .mapToLong(row -> row.unpaid(part))
                .sum();
    }

    /** Principal that is unpaid is not asked for any more; gives how much that is. */
    static long takeBackPrincipal(List<Row> rows) {
        long unpaid = unpaid(rows, Part.PRINCIPAL);
        rows.forEach(row -> row.charge(Part.PRINCIPAL, -row.unpaid(Part.PRINCIPAL)));
        return unpaid;
    }

    /** What is late on the day before, of principal and of interest if that counts too. */
    static long lateBefore(List<Row> rows, LocalDate day, LateInterest counts) {
        boolean interest = counts == LateInterest.WITHIN_PERIOD_OF_PAYMENT_ON_INTEREST_TOO;
        LocalDate before = day.minusDays(1);
        return late(rows, before, Part.PRINCIPAL) + (interest ? late(rows, before, Part.INTEREST) : 0);
    }

    /** Late principal from a day on, and from each later day on which more is to be paid. */
    static SortedMap<LocalDate, Long> late(List<Row> rows, LocalDate from) {
        SortedMap<LocalDate, Long> late = new TreeMap<>();
        late.put(from, late(rows, from, Part.PRINCIPAL));
        for (Row row : rows) {
            if (row.due.isAfter(from)) {
                late.put(row.due, late(rows, row.due, Part.PRINCIPAL));
            }
        }
        return late;
    }

    static long penaltyToCharge(List<Row> rows, PenaltyTerms terms, List<RateChange> rates, LocalDate today) {
        return rows.stream()
                .mapToLong(row -> row.penaltyToCharge(today, terms, rates))
                .sum();
    }

    /** Notes what bears penalty interest on every overdue row over a stretch of days in which nothing is paid. */
    static void accruePenalty(List<Row> rows, PenaltyTerms terms, LocalDate today, LocalDate to) {
        if (terms.multiple().signum() == 0) {
            return;
        }
        for (Row row : rows) {
            LocalDate from = row.due.isAfter(today) ? row.due : today;
            if (to.isAfter(from)) {
                long base = row.unpaid(Part.PRINCIPAL) + (terms.onInterest() ? row.unpaid(Part.INTEREST) : 0);
                row.owes(from, base, terms.graceDays());
            }
        }
    }

    /** Covers what is due in the order agreed, notes what was covered, and gives what is left of the amount. */
    static long cover(List<Row> rows, AllocationOrder order, long amount, Map<Part, Long> covered) {
        long rest = amount;
        if (order.scope() == Scope.INSTALMENT_BY_INSTALMENT) {
            for (Row row : rows) {
                for (Part part : row.unpaid() == 0 ? List.<Part>of() : order.parts()) {
                    rest -= cover(row, part, rest, covered);
                }
            }
            return rest;
        }
        for (Part part : order.parts()) {
            for (Row row : rows) {
                rest -= cover(row, part, rest, covered);
            }
        }
        return rest;
    }

    private static long cover(Row row, Part part, long amount, Map<Part, Long> covered) {
        long paid = Math.min(amount, row.unpaid(part));
        if (paid > 0) {
            row.pay(part, paid);
            covered.merge(part, paid, Long::sum);
        }
        return paid;
    }
}
