package org.quanheng.trials.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/**
 * 36 equal instalments split into principal and interest: the library against a textbook with BigDecimal at 34 digits, to the
 * same cents. Neither counts the making of due dates, which the loan was bound to before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EqualInstalments {
    private static final int LOANS = 64;
    private static final int COUNT = 36;
    private static final BigDecimal RATE = new BigDecimal("0.0749");
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final List<ResolvedTerms> loans = new ArrayList<>();
    private final List<LoanTerms> agreed = new ArrayList<>();
    private final List<BigDecimal> amounts = new ArrayList<>();
    private int next;

    /**
     * One row of the textbook.
     *
     * @param principal what it repays
     * @param interest of the month
     * @param balance what is left
     */
    public record TextbookRow(BigDecimal principal, BigDecimal interest, BigDecimal balance) {}

    /** Makes loans of many amounts and requires that both ways give the same cents. */
    @Setup
    public void prepare() {
        for (int k = 0; k < LOANS; k++) {
            BigDecimal amount = new BigDecimal("10000.37").add(BigDecimal.valueOf(1_371L * k));
            Money principal = Money.of("CNY", amount.toPlainString());
            LoanTerms terms = LoanTerms.monthly(principal, new Rate(RATE), COUNT, RepaymentMethod.EQUAL_INSTALMENT);
            amounts.add(amount);
            agreed.add(terms);
            loans.add(terms.resolve(LocalDate.of(2026, 1, 15)));
            requireSame(Schedule.of(loans.get(k)), split(amount));
        }
    }

    private static void requireSame(Schedule schedule, List<TextbookRow> rows) {
        for (Instalment row : schedule.instalments()) {
            TextbookRow other = rows.get(row.number() - 1);
            if (row.principal().amount().compareTo(other.principal()) != 0
                    || row.interest().amount().compareTo(other.interest()) != 0
                    || row.balanceAfter().amount().compareTo(other.balance()) != 0) {
                throw new IllegalStateException("expected the textbook's " + other + ", came " + row);
            }
        }
    }

    private static List<TextbookRow> split(BigDecimal amount) {
        BigDecimal month = RATE.divide(BigDecimal.valueOf(12), DIGITS);
        BigDecimal growth = BigDecimal.ONE.add(month).pow(COUNT, DIGITS);
        BigDecimal instalment = amount.multiply(month, DIGITS)
                .multiply(growth, DIGITS)
                .divide(growth.subtract(BigDecimal.ONE), DIGITS)
                .setScale(2, RoundingMode.HALF_UP);
        List<TextbookRow> rows = new ArrayList<>(COUNT);
        BigDecimal balance = amount;
        for (int k = 1; k <= COUNT; k++) {
            BigDecimal interest = balance.multiply(month, DIGITS).setScale(2, RoundingMode.HALF_UP);
            BigDecimal principal = k == COUNT ? balance : instalment.subtract(interest);
            balance = balance.subtract(principal);
            rows.add(new TextbookRow(principal, interest, balance));
        }
        return rows;
    }

    private int loan() {
        next = (next + 1) % LOANS;
        return next;
    }

    /** The library's schedule of a loan that is bound to its dates. */
    @Benchmark
    public Schedule library() {
        return Schedule.of(loans.get(loan()));
    }

    /** The same, and the due dates. */
    @Benchmark
    public Schedule libraryWithDates() {
        return Schedule.of(agreed.get(loan()).resolve(LocalDate.of(2026, 1, 15)));
    }

    /** The textbook's rows. */
    @Benchmark
    public List<TextbookRow> referenceTextbook() {
        return split(amounts.get(loan()));
    }
}
