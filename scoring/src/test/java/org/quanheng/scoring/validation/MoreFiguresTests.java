package org.quanheng.scoring.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class MoreFiguresTests {
    @Test
    void stabilityOfTheTextbook() {
        Stability same = Stability.of(new double[] {100, 200, 300}, new double[] {10, 20, 30});
        assertThat(same.index()).isCloseTo(0, within(1e-3));
        assertThat(same.pValue()).isCloseTo(1, within(1e-9));
        assertThat(same.verdict()).isEqualTo(Stability.Verdict.STABLE);
        Stability moved = Stability.of(new double[] {1000, 2000, 3000}, new double[] {3000, 2000, 1000});
        double share = (3000.5 / 6001.5 - 1000.5 / 6001.5) * Math.log(3000.5 / 1000.5);
        assertThat(moved.index()).isCloseTo(2 * share, within(1e-12));
        assertThat(moved.verdict()).isEqualTo(Stability.Verdict.MOVED);
        assertThat(moved.pValue()).isLessThan(1e-10);
        Stability chance = Stability.of(new double[] {3, 4, 3}, new double[] {5, 3, 2});
        assertThat(chance.verdict()).isNotEqualTo(Stability.Verdict.STABLE);
        assertThat(chance.pValue()).isGreaterThan(0.5);
        assertThatThrownBy(() -> Stability.of(new double[] {-1}, new double[] {0, 0}))
                .hasMessageContaining("bins: expected the same number, two or more, came 1 and 2")
                .hasMessageContaining("expected: expected counts of 0 or more, came -1.0")
                .hasMessageContaining("actual: expected at least one case");
    }

    @Test
    void liftFindsTheBadsInTheRiskiestBand() {
        double[] risk = {0.9, 0.8, 0.7, 0.2, 0.1, 0.3, 0.15, 0.25, 0.05, 0.01};
        boolean[] bad = {true, true, false, false, false, false, false, false, false, false};
        Lift lift = Lift.of(Cases.of(risk, bad), 5);
        assertThat(lift.bands()).hasSize(5);
        assertThat(lift.bands().getFirst()).isEqualTo(new Lift.Band(2, 2, 5, 1));
        assertThat(lift.bands().get(1).lift()).isZero();
    }

    /** Ten cases of one risk and two bands: each band has half of the bads, whatever the order of the rows. */
    @Test
    void liftSharesCasesOfEqualRisk() {
        double[] risk = new double[10];
        boolean[] first = new boolean[10];
        boolean[] last = new boolean[10];
        for (int i = 0; i < 3; i++) {
            first[i] = true;
            last[9 - i] = true;
        }
        Lift lift = Lift.of(Cases.of(risk, first), 2);
        assertThat(lift).isEqualTo(Lift.of(Cases.of(risk, last), 2));
        assertThat(lift.bands()).containsExactly(new Lift.Band(5, 1.5, 1, 0.5), new Lift.Band(5, 1.5, 1, 1));
    }

    @Test
    void hMeasureIsOneForPerfectNearZeroForNoiseAndLikesBetterScores() {
        Random random = new Random(3);
        double[] noise = new double[4_000];
        double[] good = new double[4_000];
        double[] perfect = new double[4_000];
        boolean[] bad = new boolean[4_000];
        for (int row = 0; row < bad.length; row++) {
            bad[row] = random.nextInt(5) == 0;
            noise[row] = random.nextDouble();
            good[row] = random.nextGaussian() + (bad[row] ? 1.5 : 0);
            perfect[row] = bad[row] ? 1 : 0;
        }
        assertThat(HMeasure.of(Cases.of(perfect, bad))).isCloseTo(1, within(1e-9));
        assertThat(HMeasure.of(Cases.of(noise, bad))).isBetween(0.0, 0.02);
        assertThat(HMeasure.of(Cases.of(good, bad))).isBetween(0.2, 0.6);
    }
}
