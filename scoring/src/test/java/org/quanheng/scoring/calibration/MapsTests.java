package org.quanheng.scoring.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MapsTests {
    private static final int ROWS = 20_000;

    @Test
    void isotonicPoolsViolatorsAndTies() {
        double[] score = {1, 2, 2, 3, 4, 5};
        boolean[] event = {true, false, false, true, false, true};
        double[] ones = new double[6];
        Arrays.fill(ones, 1);
        Isotonic isotonic = Isotonic.fit(score, event, ones);
        assertThat(isotonic.apply(0)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(isotonic.apply(2)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(isotonic.apply(3.5)).isEqualTo(0.5);
        assertThat(isotonic.apply(9)).isEqualTo(1);
        assertThat(isotonic.steps()).isEqualTo(3);
    }

    @Test
    void betaRecoversItsOwnMap() {
        Random random = new Random(8);
        double[] pd = new double[ROWS];
        boolean[] event = new boolean[ROWS];
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        BetaMap truth = new BetaMap(0.6, 1.4, 0.2);
        for (int row = 0; row < ROWS; row++) {
            pd[row] = random.nextDouble();
            event[row] = random.nextDouble() < truth.apply(pd[row]);
        }
        BetaMap fitted = BetaMap.fit(pd, event, ones);
        assertThat(fitted.a()).isCloseTo(0.6, within(0.1));
        assertThat(fitted.b()).isCloseTo(1.4, within(0.15));
        for (double p : new double[] {0.05, 0.3, 0.7, 0.95}) {
            assertThat(fitted.apply(p)).isCloseTo(truth.apply(p), within(0.02));
        }
        boolean[] reversed = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            reversed[row] = !event[row];
        }
        BetaMap held = BetaMap.fit(pd, reversed, ones);
        assertThat(held.a()).isNotNegative();
        assertThat(held.b()).isNotNegative();
    }
}
