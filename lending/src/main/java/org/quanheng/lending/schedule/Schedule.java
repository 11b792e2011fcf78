package org.quanheng.lending.schedule;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.RandomAccess;
import org.quanheng.lending.Money;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.ResolvedTerms;

/** The instalments of a loan, exact to the smallest unit: principal parts sum to the principal, the balance ends at zero. */
public final class Schedule {
    private final Currency currency;
    private final LocalDate[] dueDates;
    private final long[] principal;
    private final long[] asked;
    private final long[] interest;
    private final long[] fees;
    private final long[] balanceAfter;
    private final Money feesUpFront;

    Schedule(ScheduleRows rows, Money feesUpFront) {
        this.currency = rows.currency;
        this.dueDates = rows.dueDates;
        this.principal = rows.principal;
        this.asked = rows.asked;
        this.interest = rows.interest;
        this.fees = rows.fees;
        this.balanceAfter = rows.balanceAfter;
        this.feesUpFront = feesUpFront;
        long left = balanceAfter[balanceAfter.length - 1];
        if (left != 0) {
            throw new IllegalStateException("expected a schedule that repays everything, came one that leaves "
                    + Money.ofMinor(currency, left));
        }
    }

    /**
     * The schedule of a loan.
     *
     * @throws org.quanheng.fault.FaultyInputException if all payments together do not fit in a long of smallest units
     */
    public static Schedule of(ResolvedTerms loan) {
        return ScheduleMaths.schedule(loan);
    }

    /** Each fee of a loan and what it comes to if the loan is repaid by its schedule, in the order of the terms. */
    public static Map<Fee, Money> feeTotals(ResolvedTerms loan) {
        Map<Fee, Money> totals = new LinkedHashMap<>();
        for (Fee fee : loan.terms().fees()) {
            Schedule alone = of(loan.withFees(List.of(fee)));
            totals.merge(fee, alone.totalFees().plus(alone.feesUpFront), Money::plus);
        }
        return totals;
    }

    /** How many instalments there are. */
    public int size() {
        return principal.length;
    }

    /** The instalment of a number from 1 to {@link #size()}. */
    public Instalment instalment(int number) {
        int k = number - 1;
        return new Instalment(
                number,
                dueDates[k],
                money(principal[k]),
                money(interest[k]),
                money(fees[k]),
                money(principal[k] + interest[k] + fees[k]),
                money(balanceAfter[k]));
    }

    /**
     * The principal that the method asks for with an instalment, in smallest units: that of the instalment, unless the interest
     * exceeds what an equal instalment amounts to (it is below zero then) or less than that is owed.
     */
    public long askedPrincipal(int number) {
        return asked[number - 1];
    }

    /** All instalments in order; a view, rows are made when asked for. */
    public List<Instalment> instalments() {
        return new Rows();
    }

    /** The amount lent. */
    public Money totalPrincipal() {
        return money(Arrays.stream(principal).sum());
    }

    /** All interest. */
    public Money totalInterest() {
        return money(Arrays.stream(interest).sum());
    }

    /** All fees that fall due with instalments. */
    public Money totalFees() {
        return money(Arrays.stream(fees).sum());
    }

    /** The fees of the day of disbursement. */
    public Money feesUpFront() {
        return feesUpFront;
    }

    /** Everything the borrower pays with instalments. */
    public Money totalPayment() {
        return totalPrincipal().plus(totalInterest()).plus(totalFees());
    }

    /** The due date of the last instalment. */
    public LocalDate lastDueDate() {
        return dueDates[dueDates.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule that
                && currency.equals(that.currency)
                && Arrays.equals(dueDates, that.dueDates)
                && Arrays.equals(principal, that.principal)
                && Arrays.equals(interest, that.interest)
                && Arrays.equals(fees, that.fees)
                && Arrays.equals(balanceAfter, that.balanceAfter)
                && feesUpFront.equals(that.feesUpFront);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(principal) + Arrays.hashCode(interest);
    }

    /** A table of the instalments for people to read, with a column for fees where there are some. */
    @Override
    public String toString() {
        boolean charged = Arrays.stream(fees).anyMatch(fee -> fee != 0);
        String line = "%1$4s  %2$-10s  %3$14s  %4$14s  " + (charged ? "%5$14s  " : "") + "%6$14s  %7$16s%n";
        StringBuilder table = new StringBuilder();
        table.append(
                String.format(Locale.ROOT, line, "no", "due", "principal", "interest", "fees", "payment", "balance"));
        for (Instalment row : instalments()) {
            table.append(String.format(
                    Locale.ROOT,
                    line,
                    row.number(),
                    row.dueDate(),
                    row.principal().amount().toPlainString(),
                    row.interest().amount().toPlainString(),
                    row.fees().amount().toPlainString(),
                    row.payment().amount().toPlainString(),
                    row.balanceAfter().amount().toPlainString()));
        }
        table.append("total interest ").append(totalInterest());
        return (charged ? table.append(", total fees ").append(totalFees()) : table).toString();
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(currency, minorUnits);
    }

    private final class Rows extends AbstractList<Instalment> implements RandomAccess {
        @Override
        public Instalment get(int index) {
            return instalment(index + 1);
        }

        @Override
        public int size() {
            return principal.length;
        }
    }
}
