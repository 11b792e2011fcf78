package org.quanheng.scoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values from the tables of Abramowitz and Stegun and from R. */
final class DistributionsTests {
    @Test
    void foldsAreTheRemainderOfSplitMix64() {
        long seed = new java.util.Random(4).nextLong();
        for (int count : new int[] {2, 3, 5, 7, 10, 1 << 30, Integer.MAX_VALUE}) {
            Folds folds = new Folds(count, seed);
            for (int row = 0; row < 10_000; row++) {
                long z = (row + 1) * 0x9E3779B97F4A7C15L + seed * 0xD1B54A32D192ED03L;
                z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
                z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
                z ^= z >>> 31;
                assertThat(folds.of(row)).isEqualTo((int) Long.remainderUnsigned(z, count));
            }
        }
    }

    @Test
    void normal() {
        assertThat(Normal.probabilityBelow(0)).isCloseTo(0.5, within(1e-15));
        assertThat(Normal.probabilityBelow(1.959963984540054)).isCloseTo(0.975, within(1e-13));
        assertThat(Normal.probabilityBelow(-8)).isCloseTo(6.220960574271785e-16, within(1e-27));
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(Normal.quantile(1e-10)).isCloseTo(-6.361340902404056, within(1e-10));
        assertThatThrownBy(() -> Normal.quantile(1)).hasMessageContaining("came 1.0");
    }

    @Test
    void chiSquare() {
        assertThat(Gamma.chiSquareAbove(3.841458820694124, 1)).isCloseTo(0.05, within(1e-13));
        assertThat(Gamma.chiSquareAbove(18.30703805327515, 10)).isCloseTo(0.05, within(1e-13));
        assertThat(Gamma.chiSquareAbove(0, 3)).isEqualTo(1);
        assertThat(Gamma.logarithm(10)).isCloseTo(Math.log(362_880), within(1e-11));
        assertThat(Gamma.logarithm(0.25)).isCloseTo(1.2880225246980774, within(1e-12));
    }

    @Test
    void foldsAreEvenAndStayTheSame() {
        Folds folds = new Folds(5, 42);
        int[] counts = new int[5];
        for (int row = 0; row < 10_000; row++) {
            counts[folds.of(row)]++;
            assertThat(folds.of(row)).isEqualTo(new Folds(5, 42).of(row));
        }
        for (int count : counts) {
            assertThat(count).isBetween(1_850, 2_150);
        }
        assertThatThrownBy(() -> new Folds(1, 0)).hasMessageContaining("2 folds or more, came 1");
    }
}
