package org.quanheng.balance.crossfit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NestedCalibrationTests {
    private static final int ROWS = 2_000;
    private static final int[] TRAINING = IntStream.range(0, ROWS).toArray();

    /** Log-odds of three stages: two that tell, and one between that is noise beside the first. */
    private static double[][] logOdds(Random random, boolean[] bad) {
        double[][] logOdds = new double[3][ROWS];
        for (int row = 0; row < ROWS; row++) {
            double first = random.nextGaussian();
            double second = random.nextGaussian();
            bad[row] = random.nextDouble() < 1 / (1 + Math.exp(1 - first - second));
            logOdds[0][row] = first - 1;
            logOdds[1][row] = first - 1 + 0.5 * random.nextGaussian();
            logOdds[2][row] = first + second - 1;
        }
        return logOdds;
    }

    @Test
    void aStageThatTellsNothingMoreChangesNothing() {
        boolean[] bad = new boolean[ROWS];
        double[][] logOdds = logOdds(new Random(3), bad);
        double[][] calibrated = NestedCalibration.calibrated(logOdds, bad, TRAINING);

        assertThat(calibrated[1]).isEqualTo(calibrated[0]);
        assertThat(calibrated[2]).isNotEqualTo(calibrated[0]);
        assertThat(IntStream.range(0, ROWS)
                        .mapToDouble(row -> Math.abs(calibrated[2][row] - logOdds[2][row]))
                        .average()
                        .orElseThrow())
                .as("what tells is taken nearly as it is")
                .isLessThan(0.25);
    }

    @Test
    void noiseThatBeatsWorseNoiseIsNoiseStill() {
        Random random = new Random(4);
        boolean[] bad = new boolean[ROWS];
        double[][] logOdds = new double[2][ROWS];
        for (int row = 0; row < ROWS; row++) {
            bad[row] = random.nextDouble() < 0.3;
            logOdds[0][row] = -0.85 + random.nextGaussian();
            logOdds[1][row] = -0.85 + 0.05 * random.nextGaussian();
        }
        double[][] calibrated = NestedCalibration.calibrated(logOdds, bad, TRAINING);

        assertThat(calibrated[1]).isEqualTo(calibrated[0]);
    }
}
