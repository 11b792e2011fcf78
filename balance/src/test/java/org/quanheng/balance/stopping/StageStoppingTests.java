package org.quanheng.balance.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StageStoppingTests {
    private static final int ROWS = 4_000;
    private static final int[] TRAINING = IntStream.range(0, ROWS / 2).toArray();

    /** Two stages: the second adds a normal step of spread 0.8 to the log-odds of the first. */
    private static StageStopping stopping(double hazard) {
        Random random = new Random(5);
        double[] first = IntStream.range(0, ROWS)
                .mapToDouble(row -> -1 + random.nextGaussian())
                .toArray();
        double[] second = IntStream.range(0, ROWS)
                .mapToDouble(row -> first[row] + 0.8 * random.nextGaussian())
                .toArray();
        Law law = Law.fit(first, second, Facts.of(List.of(), first, TRAINING), TRAINING);
        return new StageStopping(
                new double[][] {first, second}, List.of(law), List.of(new Asking(1, hazard)), TRAINING);
    }

    private static double asked(StageStopping.Decisions decisions) {
        return IntStream.of(decisions.stage()).average().orElseThrow();
    }

    @Test
    void asksLessTheMoreEffortIsWorth() {
        StageStopping.Cutoff cutoff = stopping(0).approving(0.7);
        double before = 1;
        for (double rate : new double[] {0, 1e-5, 1e-4, 1e-3, 1e-2, 0.1}) {
            double asked = asked(cutoff.at(rate));
            assertThat(asked).as("rate %s", rate).isLessThanOrEqualTo(before);
            before = asked;
        }
        assertThat(asked(cutoff.at(0))).isEqualTo(1);
        assertThat(asked(cutoff.at(1e-2))).isBetween(0.05, 0.8);
        assertThat(before).isZero();
    }

    @Test
    void asksThoseNearTheCutoff() {
        StageStopping stopping = stopping(0);
        StageStopping.Cutoff cutoff = stopping.approving(0.7);
        StageStopping.Decisions decisions = cutoff.at(5e-3);
        double nearest = 0;
        double farthest = 0;
        for (int row = 0; row < ROWS; row++) {
            double distance = Math.abs(stopping.pds(0)[row] - cutoff.pdMax());
            nearest += decisions.stage()[row] == 1 ? distance : 0;
            farthest += decisions.stage()[row] == 0 ? distance : 0;
        }
        double on = asked(decisions) * ROWS;
        assertThat(nearest / on).isLessThan(farthest / (ROWS - on));
    }

    @Test
    void approvesTheShareOfTheTrainingRowsAtEveryRate() {
        StageStopping.Cutoff cutoff = stopping(0).approving(0.7);
        for (double rate : new double[] {0, 1e-3, 1}) {
            boolean[] approved = cutoff.at(rate).approved();
            double share = IntStream.of(TRAINING).filter(row -> approved[row]).count() / (double) TRAINING.length;
            assertThat(share).as("rate %s", rate).isCloseTo(0.7, within(0.001));
        }
    }

    @Test
    void asksNobodyWhoWouldBeLostByAsking() {
        assertThat(asked(stopping(0.9).approving(0.7).at(1e-4)))
                .isLessThan(asked(stopping(0).approving(0.7).at(1e-4)));
    }

    @Test
    void meanOfTheLawIsThatOfTheCases() {
        Random random = new Random(5);
        double[] now = new double[ROWS];
        double[] next = IntStream.range(0, ROWS)
                .mapToDouble(row -> 0.5 + 0.8 * random.nextGaussian())
                .toArray();
        Law law = Law.fit(now, next, Facts.of(List.of(), now, TRAINING), TRAINING);
        double[] values = law.byRow(law.grid(z -> Math.max(z, 0)));
        assertThat(values[0]).isCloseTo(0.5 * 0.7340 + 0.8 * 0.3282, within(0.03));
    }
}
