package org.quanheng.lending.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.YearFraction;

class InterestFactorTests {
    @Test
    void isRateTimesTimeInLowestTerms() {
        InterestFactor factor = InterestFactor.of(Rate.ofPercent("7.2"), YearFraction.ofMonths(1));
        assertThat(factor).isEqualTo(new InterestFactor(3, 500));
        assertThat(factor.on(100_000, 1, RoundingMode.HALF_UP)).isEqualTo(600);
        assertThat(InterestFactor.of(Rate.of("10"), YearFraction.ofMonths(12))).isEqualTo(new InterestFactor(10, 1));
        assertThat(InterestFactor.of(Rate.ZERO, YearFraction.ofMonths(1))).isEqualTo(InterestFactor.ZERO);
    }

    @Test
    void agreesWithBigDecimalInEveryModeAlsoBeyondALong() {
        long seed = 20250301;
        Random random = new Random(seed);
        RoundingMode[] modes = {
            RoundingMode.UP,
            RoundingMode.DOWN,
            RoundingMode.CEILING,
            RoundingMode.FLOOR,
            RoundingMode.HALF_UP,
            RoundingMode.HALF_DOWN,
            RoundingMode.HALF_EVEN
        };
        for (int k = 0; k < 20_000; k++) {
            long balance = random.nextLong() >>> (1 + random.nextInt(60));
            InterestFactor factor =
                    new InterestFactor(random.nextInt(1, 1_000_000), random.nextInt(1_000_000, 1 << 30));
            long unit = random.nextBoolean() ? 1 : random.nextInt(1, 200);
            RoundingMode mode = modes[k % modes.length];
            BigDecimal expected = new BigDecimal(
                            BigInteger.valueOf(balance).multiply(BigInteger.valueOf(factor.numerator())))
                    .divide(BigDecimal.valueOf(factor.denominator()).multiply(BigDecimal.valueOf(unit)), 0, mode)
                    .multiply(BigDecimal.valueOf(unit));
            assertThat(factor.on(balance, unit, mode))
                    .as("seed %d, step %d, balance %d, %s, unit %d, %s", seed, k, balance, factor, unit, mode)
                    .isEqualTo(expected.longValueExact());
        }
    }

    @Test
    void roundsATieAsTheModeSays() {
        assertThat(InterestFactor.quotient(5, 2, RoundingMode.HALF_UP)).isEqualTo(3);
        assertThat(InterestFactor.quotient(5, 2, RoundingMode.HALF_DOWN)).isEqualTo(2);
        assertThat(InterestFactor.quotient(5, 2, RoundingMode.HALF_EVEN)).isEqualTo(2);
        assertThat(InterestFactor.quotient(7, 2, RoundingMode.HALF_EVEN)).isEqualTo(4);
        assertThat(InterestFactor.quotient(4, 2, RoundingMode.UNNECESSARY)).isEqualTo(2);
        assertThatThrownBy(() -> InterestFactor.quotient(5, 2, RoundingMode.UNNECESSARY))
                .hasMessageContaining("expected a whole result, came 5/2");
    }
}
