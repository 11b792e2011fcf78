package org.quanheng.trials.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
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
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.schedule.DailyInterest;

/** One year of interest booked day by day, each day rounded: the library against a textbook with BigDecimal at 34 digits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DailyAccrual {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal RATE = new BigDecimal("0.0749");
    private static final BigDecimal DAYS = BigDecimal.valueOf(365);

    private final Money balance = Money.of("CNY", "12345.67");
    private final LocalDate from = LocalDate.of(2025, 7, 1);
    private final LocalDate to = LocalDate.of(2026, 7, 1);

    /** Requires that all ways give the same cents. */
    @Setup
    public void prepare() {
        if (library().amount().compareTo(referenceTextbook()) != 0
                || libraryByYear().amount().compareTo(referenceTextbook()) != 0) {
            throw new IllegalStateException("expected the textbook's " + referenceTextbook() + ", came " + library());
        }
    }

    /** Days that are alike are multiplied. */
    @Benchmark
    public Money library() {
        return DailyInterest.accrued(balance, new Rate(RATE), DayCount.ACT_365F, RoundingMode.HALF_UP, from, to);
    }

    /** A day count whose days differ from year to year. */
    @Benchmark
    public Money libraryByYear() {
        return DailyInterest.accrued(balance, new Rate(RATE), DayCount.ACT_ACT_ISDA, RoundingMode.HALF_UP, from, to);
    }

    /** Each of 365 days: balance × rate / 365, rounded. */
    @Benchmark
    public BigDecimal referenceTextbook() {
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            BigDecimal interest = balance.amount().multiply(RATE, DIGITS).divide(DAYS, DIGITS);
            sum = sum.add(interest.setScale(2, RoundingMode.HALF_UP));
        }
        return sum;
    }
}
