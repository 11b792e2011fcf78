package org.quanheng.scoring.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExpertBlendTests {
    private static final Questionnaire QUESTIONS = new Questionnaire(List.of(
            new Questionnaire.Question(
                    "records", List.of(new Questionnaire.Answer("none", 0), new Questionnaire.Answer("good", 3))),
            new Questionnaire.Question(
                    "outlook",
                    List.of(
                            new Questionnaire.Answer("poor", 0),
                            new Questionnaire.Answer("fair", 1),
                            new Questionnaire.Answer("good", 2)))));

    private static ExpertBlend fit(double trueWeight, int rows, long seed) {
        Random random = new Random(seed);
        double[] pd = new double[rows];
        double[] points = new double[rows];
        boolean[] bad = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            double logOdds = -1.5 + random.nextGaussian();
            points[row] = random.nextInt(6);
            pd[row] = 1 / (1 + Math.exp(-logOdds));
            double truth = logOdds - trueWeight * (points[row] - 2.5);
            bad[row] = random.nextDouble() < 1 / (1 + Math.exp(-truth));
        }
        return ExpertBlend.fit(pd, points, bad);
    }

    @Test
    void measuresTheWeightWithItsInterval() {
        int covered = 0;
        for (int seed = 0; seed < 200; seed++) {
            ExpertBlend blend = fit(0.3, 1_000, seed);
            covered += blend.low() <= 0.3 && blend.high() >= 0.3 ? 1 : 0;
        }
        assertThat(covered).isBetween(180, 199);
        ExpertBlend large = fit(0.3, 50_000, 1);
        assertThat(large.weight()).isCloseTo(0.3, within(0.03));
        assertThat(large.slope()).isCloseTo(1, within(0.05));
        assertThat(large.isEarned()).isTrue();
    }

    @Test
    void passesTheScoreThroughWhileExpertsHaveShownNothing() {
        ExpertBlend blend = fit(0, 2_000, 3);
        assertThat(blend.isEarned()).isFalse();
        ExpertBlend.Blended blended = blend.blend(0.1, QUESTIONS, Map.of("records", "good", "outlook", "fair"));
        assertThat(blended.pd()).isEqualTo(0.1);
        assertThat(blended.points()).isEqualTo(4);
    }

    @Test
    void betterAnswersLowerTheRisk() {
        ExpertBlend blend = fit(0.3, 5_000, 4);
        double best = blend.blend(0.2, QUESTIONS, Map.of("records", "good", "outlook", "good"))
                .pd();
        double worst = blend.blend(0.2, QUESTIONS, Map.of("records", "none", "outlook", "poor"))
                .pd();
        assertThat(best).isLessThan(0.2);
        assertThat(worst).isGreaterThan(0.2);
    }

    @Test
    void namesEveryFault() {
        assertThatThrownBy(() -> QUESTIONS.points(Map.of("records", "superb", "mood", "bright")))
                .hasMessageContaining("question records: expected one of [none, good], came superb")
                .hasMessageContaining("question outlook: expected one of [poor, fair, good], came nothing")
                .hasMessageContaining("came mood");
        assertThatThrownBy(() -> ExpertBlend.fit(new double[] {2, 0.1}, new double[] {1, 1}, new boolean[2]))
                .hasMessageContaining("PDs: expected 0 to 1")
                .hasMessageContaining("good and bad cases, came 0 bad of 2")
                .hasMessageContaining("points: expected different ones");
        assertThatThrownBy(() -> new Questionnaire(List.of())).hasMessageContaining("at least one");
    }
}
