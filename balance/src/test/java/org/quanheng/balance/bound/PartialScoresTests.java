package org.quanheng.balance.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanheng.balance.GermanCredit;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

class PartialScoresTests {
    private static final long SEED = 20_251_126;

    /** Two facts matter only together, so that the scorecard needs a pair; one column has missing values. */
    private static Sample together(int rows) {
        Random random = new Random(SEED);
        double[] a = new double[rows];
        double[] b = new double[rows];
        double[] c = new double[rows];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            a[row] = random.nextGaussian();
            b[row] = random.nextGaussian();
            c[row] = random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian();
            double odds = 1 + 1.5 * a[row] * b[row] + 0.6 * a[row] + (Double.isNaN(c[row]) ? 0.5 : 0.4 * c[row]);
            target[row] = random.nextDouble() < 1 / (1 + Math.exp(odds)) ? 1 : 0;
        }
        List<Column> columns = List.of(
                new NumericColumn("a", a),
                new NumericColumn("b", b),
                new NumericColumn("c", c),
                new NumericColumn("target", target));
        return Sample.of(Table.of(columns), "target", List.of("a", "b", "c"));
    }

    private static void everyBoundHolds(Scorecard card, Table people) {
        PartialScores scores = PartialScores.of(card);
        Random random = new Random(SEED);
        for (int row = 0; row < people.rows(); row++) {
            Map<String, @Nullable Object> known = new HashMap<>();
            for (String fact : card.facts()) {
                if (random.nextBoolean()) {
                    known.put(fact, people.cell(row, fact));
                }
            }
            int at = row;
            double full = card.score(fact -> people.cell(at, fact)).points();
            PartialScore score = scores.score(known);
            assertThat(full).as("row %d of seed %d", row, SEED).isBetween(score.least(), score.most());
            card.facts().forEach(fact -> known.put(fact, people.cell(at, fact)));
            assertThat(scores.score(known).least())
                    .isEqualTo(full)
                    .isEqualTo(scores.score(known).most());
            assertThat(scores.score(known).complete()).isTrue();
        }
    }

    @Test
    void theFullScoreLiesWithinTheBoundsOfAnySubset() {
        everyBoundHolds(GermanCredit.CARD, GermanCredit.DEVELOPMENT.table());
        everyBoundHolds(GermanCredit.CARD, GermanCredit.APPLICANTS.table());
    }

    @Test
    void soItDoesWithInteractionsAndMissingValues() {
        Sample sample = together(3_000);
        Scorecard card = Scorecard.train(sample, ScorecardRules.additive());

        assertThat(card.interactions()).isNotEmpty();
        everyBoundHolds(card, sample.table());
    }

    @Test
    void stoppingDisagreesWithTheFullScoreInNoRow() {
        PartialScores scores = PartialScores.of(GermanCredit.CARD);
        List<List<String>> stages =
                GermanCredit.CARD.facts().stream().map(List::of).toList();
        double[] points = GermanCredit.CARD.points(GermanCredit.APPLICANTS.table());
        double cutOff = Arrays.stream(points).sorted().toArray()[points.length / 3];

        BoundSaving saving = BoundSaving.of(scores, stages, GermanCredit.APPLICANTS.table(), cutOff);

        assertThatThrownBy(() -> BoundSaving.of(
                        scores, stages.subList(1, stages.size()), GermanCredit.APPLICANTS.table(), cutOff))
                .hasMessageContaining(
                        "fact " + GermanCredit.CARD.facts().getFirst() + ": expected a stage that brings it");
        assertThat(saving.disagreements()).isZero();
        assertThat(saving.rows()).isEqualTo(300);
        assertThat(saving.share()).isBetween(0.1, 0.9);
        assertThat(saving.decidedEarly()).isGreaterThan(200);
    }

    @Test
    void aSeenFactOfAPairNarrowsItsBounds() {
        Scorecard card = Scorecard.train(together(3_000), ScorecardRules.additive());
        PartialScores scores = PartialScores.of(card);
        PartialScore none = scores.score(Map.of());
        PartialScore one = scores.score(Map.of("a", 2.0));

        assertThat(one.least()).isGreaterThanOrEqualTo(none.least());
        assertThat(one.most()).isLessThanOrEqualTo(none.most());
        assertThat(one.most() - one.least()).isLessThan(none.most() - none.least());
    }

    @Test
    void aFactOfTheWrongKindIsNamed() {
        assertThatThrownBy(() -> PartialScores.of(GermanCredit.CARD).score(Map.of("duration_months", "long")))
                .hasMessageContaining("expected");
    }
}
