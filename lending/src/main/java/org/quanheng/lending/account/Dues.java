package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.account.AllocationOrder.Part;
import org.quanheng.lending.account.AllocationOrder.Scope;
import org.quanheng.lending.terms.Period;
import org.quanheng.lending.terms.RateChange;

/** What has fallen due on an account, row by row: how much, what it earns while it is late, and how a payment covers it. */
final class Dues {
    private final AccountTerms terms;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable Overrun overrun;

    /** Nothing, of an account that agreed on an order of payment, on penalty interest and on what late money bears. */
    Dues(AccountTerms terms) {
        this.terms = terms;
    }

    void add(Row row) {
        rows.add(row);
    }

    /** The rows, the first to fall due first. */
    List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    long unpaid(Part part) {
        return rows.stream()
                .filter(row -> row.unpaid() != 0)
                .mapToLong(row -> row.unpaid(part))
                .reduce(0, Math::addExact);
    }

    long unpaid() {
        return rows.stream().mapToLong(Row::unpaid).reduce(0, Math::addExact);
    }

    /** True if an instalment falls due on the day, or its period ends. */
    boolean fallDueOn(LocalDate day) {
        return rows.stream().anyMatch(row -> row.number > 0 && (row.due.equals(day) || row.end.equals(day)));
    }

    /** True if an instalment whose period ends on a day is the last row. */
    boolean endWithInstalmentOf(LocalDate day) {
        return !rows.isEmpty()
                && rows.getLast().number > 0
                && rows.getLast().end.equals(day);
    }

    /** The oldest day to pay before a day for which something is unpaid; null if there is none. */
    @Nullable LocalDate oldestUnpaid(LocalDate before) {
        return rows.stream()
                .filter(row -> row.unpaid() > 0 && row.due.isBefore(before))
                .map(row -> row.due)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What is unpaid of a part on rows whose due date has come. */
    long late(LocalDate on, Part part) {
        return rows.stream()
                .filter(row -> row.unpaid() != 0 && !row.due.isAfter(on))
                .mapToLong(row -> row.unpaid(part))
                .sum();
    }

    /** What is late on a day and bears interest up to a payment: principal, and interest if that counts too. */
    long lateUpToPayment(LocalDate on) {
        boolean interest = terms.lateInterest() == LateInterest.WITHIN_PERIOD_OF_PAYMENT_ON_INTEREST_TOO;
        return late(on, Part.PRINCIPAL) + (interest ? late(on, Part.INTEREST) : 0);
    }

    /** A day, and each later one on which more is to be paid. */
    NavigableSet<LocalDate> daysToPay(LocalDate from) {
        NavigableSet<LocalDate> days = new TreeSet<>(Set.of(from));
        rows.stream().map(row -> row.due).filter(due -> due.isAfter(from)).forEach(days::add);
        return days;
    }

    /** Principal that is unpaid is not asked for any more; gives how much that is. */
    long takeBackPrincipal() {
        long unpaid = unpaid(Part.PRINCIPAL);
        rows.forEach(row -> row.charge(Part.PRINCIPAL, -row.unpaid(Part.PRINCIPAL)));
        return unpaid;
    }

    long penaltyToCharge(List<RateChange> rates, LocalDate today) {
        return rows.stream()
                .mapToLong(row -> row.penaltyToCharge(today, terms.penalty(), rates))
                .reduce(0, Math::addExact);
    }

    /** From a day on, all periods being over, what is late bears interest on if that was agreed. */
    void bearOn(LocalDate from, List<Period> over) {
        if (terms.lateBearsOn()) {
            overrun = new Overrun(terms.loan(), over, this, from);
        }
    }

    /** Interest since the last due date, or since it was charged, on principal that is late. */
    long interestToCharge(List<RateChange> rates, LocalDate today) {
        return overrun == null ? 0 : overrun.interest(rates, today);
    }

    /** Notes what bears penalty interest on every overdue row over a stretch of days in which nothing is paid. */
    void accruePenalty(LocalDate today, LocalDate to) {
        PenaltyTerms penalty = terms.penalty();
        if (penalty.multiple().signum() == 0) {
            return;
        }
        for (Row row : rows) {
            LocalDate from = row.due.isAfter(today) ? row.due : today;
            if (to.isAfter(from)) {
                long base = row.unpaid(Part.PRINCIPAL) + (penalty.onInterest() ? row.unpaid(Part.INTEREST) : 0);
                row.owes(from, base, penalty.graceDays());
            }
        }
    }

    /** Covers what is due in the order agreed, notes what was covered, and gives what is left of the amount. */
    long cover(long amount, Map<Part, Long> covered) {
        AllocationOrder order = terms.allocation();
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
