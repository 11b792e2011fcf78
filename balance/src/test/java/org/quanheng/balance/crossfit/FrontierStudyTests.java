package org.quanheng.balance.crossfit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

final class FrontierStudyTests {
    private static final int ROWS = 700;
    private static final int SHUFFLES = 4;
    private static final long SEED = 11;

    /** Three facts, one for each stage, of which the second says most; shuffled outcomes know nothing of them. */
    private static Journey journey(boolean shuffled, long seed) {
        Random random = new Random(seed);
        double[][] facts = new double[3][ROWS];
        List<Double> outcomes = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            for (double[] fact : facts) {
                fact[row] = random.nextGaussian();
            }
            double logOdds = -1 + facts[0][row] + 1.2 * facts[1][row] + 0.5 * facts[2][row];
            outcomes.add(random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1.0 : 0.0);
        }
        if (shuffled) {
            Collections.shuffle(outcomes, random);
        }
        Table table = Table.of(List.of(
                new NumericColumn("a", facts[0]),
                new NumericColumn("b", facts[1]),
                new NumericColumn("c", facts[2]),
                new NumericColumn(
                        "y", outcomes.stream().mapToDouble(Double::doubleValue).toArray())));
        return new Journey(
                "made", Sample.of(table, "y", List.of("a", "b", "c")), List.of(step("a"), step("b"), step("c")), true);
    }

    private static Journey.Step step(String fact) {
        return new Journey.Step(fact, List.of(fact), 2, 0);
    }

    private static StudyResult result(boolean shuffled, long seed) {
        FrontierStudy study = FrontierStudy.of(journey(shuffled, seed), false, (done, all) -> {});
        return study.at(0.7, study.rates());
    }

    /** Chance may make a step look worth asking in one set; over several, next to nobody is asked, and what asking seems to save is noise. */
    @Test
    void shuffledOutcomesLeaveNothingToAsk() {
        double asked = 0;
        for (long seed = 1; seed <= SHUFFLES; seed++) {
            StudyResult result = result(true, seed);
            asked += result.chosen().askedEverythingShare() / SHUFFLES;
            StudyPoint.Interval worth = result.firstStageOnly().changeInterval();
            assertThat(worth.low())
                    .as("deciding at once is not known to be worse, seed " + seed)
                    .isNotPositive();
            assertThat(worth.high()).as("nor to be better, seed " + seed).isNotNegative();
            assertThat(result.chosen().decidedAtStageOne()).as("seed " + seed).isGreaterThan(0.75);
        }
        assertThat(asked).isLessThan(0.05);
    }

    @Test
    void realOutcomesMakeAskingWorthwhile() {
        StudyResult result = result(false, SEED);
        StudyPoint all = result.points().getFirst();
        assertThat(all.askedEverythingShare()).isEqualTo(1);
        assertThat(all.relativeChange()).isZero();
        assertThat(all.effortMinutes()).isCloseTo(6, within(1e-9));
        assertThat(all.approval()).isCloseTo(0.7, within(0.05));
        assertThat(result.firstStageOnly().changeInterval().low())
                .as("deciding after the first step is worse")
                .isPositive();
        assertThat(result.chosen().askedEverythingShare()).isBetween(0.02, 0.9);
        StudyPoint strict = result.best(StudyResult.STRICT);
        assertThat(strict.relativeChange()).isLessThanOrEqualTo(StudyResult.STRICT);
        assertThat(strict.askedEverythingShare())
                .isGreaterThanOrEqualTo(result.best(StudyResult.LOOSE).askedEverythingShare())
                .isLessThan(1);
        assertThat(result.strictNoise().low())
                .isLessThanOrEqualTo(result.strictNoise().high());
        assertThat(result.points()).allSatisfy(FrontierStudyTests::holdsTogether);
        assertThat(result(false, SEED).points().equals(result.points()))
                .as("the same every time")
                .isTrue();
    }

    private static void holdsTogether(StudyPoint point) {
        assertThat(point.featureShare() * 3).isCloseTo(point.stagesMean(), within(1e-9));
        assertThat(point.effortMinutes()).isCloseTo(2 * point.stagesMean(), within(1e-9));
        assertThat(point.badRate()).isCloseTo(point.badRateAskAll() * (1 + point.relativeChange()), within(1e-9));
        assertThat(point.changeInterval().low()).isLessThanOrEqualTo(point.relativeChange());
        assertThat(point.decidedAtStageOne() + point.askedEverythingShare()).isLessThanOrEqualTo(1 + 1e-9);
    }

    @Test
    void asksTheStrongestQuestionFirst() {
        Journey byQuestion = Questions.of(journey(false, SEED), 0);
        assertThat(byQuestion.steps().getFirst().name()).isEqualTo("b");
        assertThat(byQuestion.steps()).hasSize(3);
        assertThat(byQuestion.steps()).extracting(Journey.Step::effort).containsOnly(2.0);
    }
}
