package org.quanheng.lending.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.YearFraction;

class EqualInstalmentTests {
    private static List<InterestFactor> monthly(String percent, int count) {
        return Collections.nCopies(count, InterestFactor.of(Rate.ofPercent(percent), YearFraction.ofMonths(1)));
    }

    @Test
    void isTheAnnuityOfTheTextbook() {
        assertThat(EqualInstalment.of(10_000_000, monthly("6", 360), Rounding.HALF_UP))
                .isEqualTo(59_955);
        assertThat(EqualInstalment.of(120_000, monthly("0", 12), Rounding.HALF_UP))
                .isEqualTo(10_000);
        assertThat(EqualInstalment.of(10_000, monthly("12", 1), Rounding.HALF_UP))
                .isEqualTo(10_100);
        assertThat(EqualInstalment.of(10_000_000, monthly("6", 360), Rounding.HALF_UP.withInstalmentUnit(100)))
                .isEqualTo(60_000);
    }

    @Test
    void decidesTiesByTheExactFraction() {
        List<InterestFactor> half = List.of(new InterestFactor(1, 200));
        assertThat(EqualInstalment.of(100, half, Rounding.HALF_UP)).isEqualTo(101);
        assertThat(EqualInstalment.of(100, half, Rounding.toCent(RoundingMode.HALF_DOWN)))
                .isEqualTo(100);
        assertThat(EqualInstalment.of(100, half, Rounding.HALF_EVEN)).isEqualTo(100);
        assertThat(EqualInstalment.of(100, monthly("0", 10), Rounding.toCent(RoundingMode.UP)))
                .isEqualTo(10);
    }

    @Test
    void agreesWithFiftyDigitsOnRandomLoans() {
        long seed = 7;
        Random random = new Random(seed);
        MathContext digits = new MathContext(50);
        RoundingMode[] modes = {RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN};
        for (int loan = 0; loan < 2_000; loan++) {
            long balance = random.nextLong(1, 10_000_000_000_000L);
            int count = random.nextInt(1, 400);
            InterestFactor factor = InterestFactor.of(
                    Rate.ofBasisPoints(random.nextInt(1, 10_000)), new YearFraction(random.nextInt(1, 92), 365));
            BigDecimal i =
                    BigDecimal.valueOf(factor.numerator()).divide(BigDecimal.valueOf(factor.denominator()), digits);
            BigDecimal growth = BigDecimal.ONE.add(i).pow(count, digits);
            BigDecimal expected = BigDecimal.valueOf(balance)
                    .multiply(i, digits)
                    .multiply(growth, digits)
                    .divide(growth.subtract(BigDecimal.ONE), digits);
            RoundingMode mode = modes[loan % modes.length];
            assertThat(EqualInstalment.of(balance, Collections.nCopies(count, factor), Rounding.toCent(mode)))
                    .as("seed %d, loan %d: %d over %d at %s", seed, loan, balance, count, factor)
                    .isEqualTo(expected.setScale(0, mode).longValueExact());
        }
    }
}
