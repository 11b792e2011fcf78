package org.quanheng.scoring.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PlattTests {
    @Test
    void recoversTheMapThatMadeTheOutcomes() {
        Random random = new Random(5);
        double[] logOdds = new double[50_000];
        boolean[] event = new boolean[logOdds.length];
        for (int row = 0; row < logOdds.length; row++) {
            logOdds[row] = random.nextGaussian() * 1.5;
            event[row] = random.nextDouble() < 1 / (1 + Math.exp(-(0.4 + 0.7 * logOdds[row])));
        }
        Platt platt = Platt.fit(logOdds, event);
        assertThat(platt.intercept()).isCloseTo(0.4, within(0.04));
        assertThat(platt.slope()).isCloseTo(0.7, within(0.04));
        assertThat(platt.apply(2)).isCloseTo(1.8, within(0.1));
    }

    @Test
    void staysFiniteWithoutInformationAndWithPerfectSeparation() {
        Platt flat = Platt.fit(new double[] {1, 1, 1, 1}, new boolean[] {true, false, false, false});
        assertThat(flat.apply(1)).isCloseTo(Math.log(1.0 / 3), within(1e-6));
        Platt perfect = Platt.fit(new double[] {-1, -1, 1, 1}, new boolean[] {false, false, true, true});
        assertThat(perfect.slope()).isFinite().isPositive();
    }
}
