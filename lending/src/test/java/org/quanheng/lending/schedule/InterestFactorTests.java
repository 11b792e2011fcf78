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

    @Test
    void isTheFractionThatItIsWrittenAs() {
        InterestFactor factor = new InterestFactor(3, 500);
        assertThat(factor).hasToString("3/500").hasSameHashCodeAs(new InterestFactor(3, 500));
        assertThat(factor).isNotEqualTo(new InterestFactor(3, 501)).isNotEqualTo(new InterestFactor(4, 500));
        assertThat(factor.hashCode()).isNotEqualTo(new InterestFactor(4, 500).hashCode());
        assertThat(factor.hashCode()).isEqualTo(Long.hashCode(31 * 3 + 500));
    }

    /** The largest whole number that a double holds exactly, and its neighbours, are divided as BigInteger divides them. */
    @Test
    void theQuotientIsExactAtTheEdgeOfADouble() {
        Random random = new Random(11);
        for (int k = 0; k < 200_000; k++) {
            long divisor = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
            long times = Math.max(1, (random.nextLong() >>> (1 + random.nextInt(62))) / divisor);
            long dividend = Math.max(0, divisor * times + random.nextInt(-1, 2));
            assertThat(InterestFactor.quotient(dividend, divisor, RoundingMode.DOWN))
                    .as("%d over %d", dividend, divisor)
                    .isEqualTo(dividend / divisor);
        }
        long edge = 1L << 53;
        for (long dividend = edge - 3; dividend <= edge + 3; dividend++) {
            for (long divisor : new long[] {1, 2, 3, 7, edge - 1, edge}) {
                assertThat(InterestFactor.quotient(dividend, divisor, RoundingMode.FLOOR))
                        .isEqualTo(dividend / divisor);
            }
        }
    }

    /** A product so near to the middle of two cents that a double cannot tell is told by whole numbers. */
    @Test
    void aTieIsToldByWholeNumbers() {
        long below = 1_000_000_007L;
        long numerator = (below - 1) / 2;
        assertThat(new InterestFactor(numerator, below).on(1, 1, RoundingMode.HALF_UP))
                .isZero();
        assertThat(new InterestFactor(numerator + 1, below).on(1, 1, RoundingMode.HALF_DOWN))
                .isEqualTo(1);
        assertThat(new InterestFactor(1, 2).on(1, 1, RoundingMode.HALF_UP)).isEqualTo(1);
        assertThat(new InterestFactor(1, 2).on(1, 1, RoundingMode.HALF_DOWN)).isZero();
        assertThat(new InterestFactor(1, 2).on(3, 1, RoundingMode.HALF_EVEN)).isEqualTo(2);
        assertThat(InterestFactor.proves(2.5, 2)).isFalse();
        assertThat(InterestFactor.proves(2.4999, 2)).isTrue();
        assertThat(InterestFactor.proves(1.5001, 2)).isTrue();
        assertThat(InterestFactor.proves(2.4999999, 2)).isFalse();
    }

    /** Beyond the filter's limit the exact way is taken. */
    @Test
    void largeInterestIsExact() {
        Random random = new Random(13);
        for (int k = 0; k < 20_000; k++) {
            long balance = random.nextLong(1L << 40, 1L << 53);
            InterestFactor factor = new InterestFactor(random.nextInt(1, 1_000), random.nextInt(1_000, 100_000));
            long expected = new BigDecimal(BigInteger.valueOf(balance).multiply(BigInteger.valueOf(factor.numerator())))
                    .divide(BigDecimal.valueOf(factor.denominator()), 0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            assertThat(factor.on(balance, 1, RoundingMode.HALF_EVEN))
                    .as("%d at %s", balance, factor)
                    .isEqualTo(expected);
        }
    }
}
