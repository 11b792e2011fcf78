package org.quanheng.lending.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.YearFraction;

class EqualInstalmentTests {
    private static InterestFactor[] monthly(String percent, int count) {
        return copies(InterestFactor.of(Rate.ofPercent(percent), YearFraction.ofMonths(1)), count);
    }

    private static InterestFactor[] copies(InterestFactor factor, int count) {
        InterestFactor[] factors = new InterestFactor[count];
        Arrays.fill(factors, factor);
        return factors;
    }

    private static long instalment(long balance, InterestFactor[] factors, Rounding rounding) {
        return EqualInstalment.of(balance, factors, 0, rounding);
    }

    @Test
    void isTheAnnuityOfTheTextbook() {
        assertThat(instalment(10_000_000, monthly("6", 360), Rounding.HALF_UP)).isEqualTo(59_955);
        assertThat(instalment(120_000, monthly("0", 12), Rounding.HALF_UP)).isEqualTo(10_000);
        assertThat(instalment(10_000, monthly("12", 1), Rounding.HALF_UP)).isEqualTo(10_100);
        assertThat(instalment(10_000_000, monthly("6", 360), Rounding.HALF_UP.withInstalmentUnit(100)))
                .isEqualTo(60_000);
    }

    @Test
    void decidesTiesByTheExactFraction() {
        InterestFactor[] half = {new InterestFactor(1, 200)};
        assertThat(instalment(100, half, Rounding.HALF_UP)).isEqualTo(101);
        assertThat(instalment(100, half, Rounding.toCent(RoundingMode.HALF_DOWN)))
                .isEqualTo(100);
        assertThat(instalment(100, half, Rounding.HALF_EVEN)).isEqualTo(100);
        assertThat(instalment(100, monthly("0", 10), Rounding.toCent(RoundingMode.UP)))
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
            assertThat(instalment(balance, copies(factor, count), Rounding.toCent(mode)))
                    .as("seed %d, loan %d: %d over %d at %s", seed, loan, balance, count, factor)
                    .isEqualTo(expected.setScale(0, mode).longValueExact());
        }
    }
}
