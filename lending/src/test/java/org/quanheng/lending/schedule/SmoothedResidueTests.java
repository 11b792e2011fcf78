package org.quanheng.lending.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;

/** The residue of rounding spread over all equal instalments, over random loans. */
class SmoothedResidueTests {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate START = LocalDate.of(2024, 1, 20);

    /** By how many cents the last of so many instalments would exceed the others, told without the library. */
    private static long gap(long lent, BigDecimal yearly, int count, long instalment) {
        long balance = lent;
        long interest = 0;
        for (int k = 0; k < count; k++) {
            interest = BigDecimal.valueOf(balance)
                    .multiply(yearly)
                    .divide(BigDecimal.valueOf(12), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            balance -= k < count - 1 ? Math.clamp(instalment - interest, 0, balance) : 0;
        }
        return balance + interest - instalment;
    }

    @Test
    void theInstalmentTakesItsShareWhileThatBringsTheLastOneNearer() {
        int spread = 0;
        for (long seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            long lent = 10_000 + random.nextLong(1L << (14 + random.nextInt(16)));
            int count = 2 + random.nextInt(120);
            Rate rate = Rate.ofBasisPoints(1 + random.nextInt(3_600));
            LoanTermsBuilder builder = LoanTerms.builder()
                    .principal(Money.ofMinor(CNY, lent))
                    .rate(rate)
                    .instalments(count)
                    .rounding(Rounding.HALF_UP.withInstalmentUnit(random.nextBoolean() ? 1 : 100));
            long usual = first(builder.build());
            LoanTerms terms = builder.smoothResidue().build();
            long smoothed = first(terms);
            BigDecimal yearly = rate.perYear();
            long gap = gap(lent, yearly, count, smoothed);
            String name = "seed " + seed + ": " + terms + ", " + usual + " became " + smoothed;
            assertThat(gapOf(Schedule.of(terms.resolve(START)))).as(name).isEqualTo(gap);
            assertThat(Math.abs(gap)).as(name).isLessThanOrEqualTo(Math.abs(gap(lent, yearly, count, usual)));
            if (2 * Math.abs(gap) > count) {
                long share = Math.round(Math.rint((double) gap / count));
                long next = gap(lent, yearly, count, smoothed + share);
                assertThat(share == 0 || Math.abs(next) >= Math.abs(gap))
                        .as(name)
                        .isTrue();
            }
            spread += smoothed == usual ? 0 : 1;
        }
        assertThat(spread).isGreaterThan(100);
    }

    /** With a coarse unit there is much to spread. */
    @Test
    void aCoarseUnitLeavesMoreToSpread() {
        LoanTermsBuilder builder = LoanTerms.builder()
                .principal(Money.of("CNY", "100000"))
                .rate(Rate.ofPercent("12"))
                .instalments(12)
                .rounding(Rounding.HALF_UP.withInstalmentUnit(100_000));
        Schedule coarse = Schedule.of(builder.build().resolve(START));
        assertThat(coarse.instalment(1).payment()).isEqualTo(Money.of("CNY", "9000.00"));
        assertThat(gapOf(coarse)).isEqualTo(gap(10_000_000, new BigDecimal("0.12"), 12, 900_000));
        Schedule smooth = Schedule.of(builder.smoothResidue().build().resolve(START));
        assertThat(smooth.instalment(1).payment()).isEqualTo(Money.of("CNY", "8884.88"));
        assertThat(Math.abs(gapOf(smooth))).isLessThanOrEqualTo(6);
    }

    /** Months of grace come first: the residue is spread over the instalments that repay. */
    @Test
    void graceIsNotAskedToTakeAShare() {
        Schedule schedule = Schedule.of(LoanTerms.builder()
                .principal(Money.of("CNY", "100000"))
                .rate(Rate.ofPercent("12"))
                .instalments(15)
                .grace(new Grace(3, 0, 0))
                .rounding(Rounding.HALF_UP.withInstalmentUnit(100_000))
                .smoothResidue()
                .build()
                .resolve(START));
        assertThat(schedule.instalment(3).payment()).isEqualTo(Money.of("CNY", "1000.00"));
        assertThat(schedule.instalment(4).payment()).isEqualTo(Money.of("CNY", "8884.88"));
    }

    private static long first(LoanTerms terms) {
        return Schedule.of(terms.resolve(START)).instalment(1).payment().minorUnits();
    }

    private static long gapOf(Schedule schedule) {
        List<Instalment> rows = schedule.instalments();
        return rows.getLast().payment().minorUnits() - rows.getFirst().payment().minorUnits();
    }
}
