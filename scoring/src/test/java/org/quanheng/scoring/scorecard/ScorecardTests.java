package org.quanheng.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.binning.Shape;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.Figures;

final class ScorecardTests {
    private static final Scorecard CARD = Scorecard.train(GermanCredit.development(), ScorecardRules.standard());
    private static final Scorecard ADDITIVE = Scorecard.train(GermanCredit.development(), ScorecardRules.additive());
    private static final Scorecard CLASSICAL = Scorecard.train(GermanCredit.development(), ScorecardRules.byEvidence());

    @Test
    void separatesThreeHundredUnseenApplicantsWithAnAucOfThreeQuarters() {
        Sample heldOut = GermanCredit.heldOut();
        assertThat(CARD.facts()).hasSizeBetween(8, 18);
        Figures figures = Figures.of(CARD.pds(heldOut.table()), heldOut.bad());
        assertThat(figures.auc().value()).isGreaterThanOrEqualTo(0.77);
        assertThat(figures.calibration().slope()).isBetween(0.8, 1.25);
    }

    @Test
    void comesOutTheSameEveryTime() {
        assertThat(Scorecard.train(GermanCredit.development(), ScorecardRules.standard())
                        .toJson())
                .isEqualTo(CARD.toJson());
    }

    @Test
    void noCharacteristicRunsAgainstItsOwnEvidence() {
        for (Scorecard card : List.of(CARD, ADDITIVE, CLASSICAL)) {
            for (Characteristic characteristic : card.characteristics()) {
                assertThat(characteristic.coefficient())
                        .as(characteristic.name())
                        .isPositive();
                assertThat(characteristic.bins().regular()).isLessThanOrEqualTo(card == ADDITIVE ? 20 : 10);
            }
        }
    }

    @Test
    void classicalPointsRiseWithTheEvidence() {
        for (Characteristic characteristic : CLASSICAL.characteristics()) {
            for (int a = 0; a < characteristic.bins().count(); a++) {
                for (int b = 0; b < characteristic.bins().count(); b++) {
                    if (characteristic.binning().woe(a)
                            > characteristic.binning().woe(b)) {
                        assertThat(characteristic.points(a)).isGreaterThanOrEqualTo(characteristic.points(b));
                    }
                }
            }
        }
    }

    @Test
    void declaredShapesAreKeptByThePoints() {
        BinningRules falling = BinningRules.standard().withShape(Shape.ASCENDING);
        Scorecard card = Scorecard.train(
                GermanCredit.development(),
                ScorecardRules.standard().withOwnBinning(Map.of("duration_months", falling, "credit_amount", falling)));
        for (Characteristic characteristic : card.characteristics()) {
            if (characteristic.binning().shape() == Shape.ASCENDING) {
                for (int bin = 1; bin < characteristic.bins().regular(); bin++) {
                    assertThat(characteristic.points(bin)).isLessThanOrEqualTo(characteristic.points(bin - 1));
                }
            }
        }
    }

    @Test
    void pairsHavePointsReasonsAndTheSameBitsAfterReload() {
        Sample sample = interacting();
        Scorecard card = Scorecard.train(sample, ScorecardRules.additive());
        assertThat(card.interactions()).hasSize(1);
        assertThat(card.interactions().getFirst().name()).isEqualTo("c × d");
        Scorecard again = Scorecard.fromJson(card.toJson());
        assertThat(again.toJson()).isEqualTo(card.toJson());
        double[] points = card.points(sample.table());
        assertThat(again.points(sample.table())).containsExactly(points);
        for (int row = 0; row < 100; row++) {
            int at = row;
            Score score = again.score(fact -> sample.table().cell(at, fact));
            assertThat(score.points()).isEqualTo(points[row]);
            assertThat(score.reasons())
                    .noneMatch(reason -> reason.characteristic().contains("×"));
        }
        assertThat(card.facts()).contains("c", "d");
    }

    private static Sample interacting() {
        Random random = new Random(4);
        int rows = 4_000;
        double[][] columns = new double[4][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < 3; column++) {
                columns[column][row] = random.nextDouble();
            }
            boolean same = columns[1][row] > 0.5 == columns[2][row] > 0.5;
            double logOdds = -1 + 2 * columns[0][row] + (same ? 1 : -1);
            columns[3][row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
        }
        return Sample.of(
                Table.of(List.of(
                        new NumericColumn("a", columns[0]),
                        new NumericColumn("c", columns[1]),
                        new NumericColumn("d", columns[2]),
                        new NumericColumn("y", columns[3]))),
                "y",
                List.of("a", "c", "d"));
    }

    @Test
    void pointsAndReasonsAddUpWithPencilAndPaper() {
        Sample heldOut = GermanCredit.heldOut();
        for (int row = 0; row < 50; row++) {
            int at = row;
            Score score = CARD.score(fact -> heldOut.table().cell(at, fact));
            double sum = CARD.base();
            for (Score.Contribution contribution : score.contributions()) {
                sum += contribution.points();
            }
            assertThat(score.points()).isEqualTo(sum).isEqualTo(Math.rint(sum));
            assertThat(score.pd()).isEqualTo(1 / (1 + Math.exp(score.logOdds())));
            assertThat(score.reasons()).isSortedAccordingTo(Comparator.comparingDouble(r -> -r.pointsLost()));
            for (Score.Reason reason : score.reasons()) {
                assertThat(reason.pointsLost()).isPositive();
                assertThat(reason.rank()).isEqualTo(score.reasons().indexOf(reason) + 1);
            }
        }
    }

    @Test
    void scoresMissingAndNeverSeenFactsAsTheirBinsSay() {
        Score nothing = CARD.score(fact -> null);
        assertThat(nothing.points()).isBetween(CARD.base() - 60, CARD.base() + 60);
        Score strange = CARD.score(Map.of("purpose", "submarine", "telephone", true)::get);
        assertThat(strange.contributions())
                .filteredOn(c -> c.characteristic().equals("purpose"))
                .allMatch(c -> c.label().equals("other"));
    }

    @Test
    void namesEveryFactOfTheWrongKind() {
        assertThatThrownBy(() -> CARD.score(Map.of("duration_months", "long", "credit_amount", List.of())::get))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("fact duration_months: expected a number, came String 'long'")
                .hasMessageContaining("fact credit_amount: expected a number");
        assertThatThrownBy(() -> CARD.points(Table.of(List.of(new NumericColumn("checking_status", new double[] {1})))))
                .hasMessageContaining("checking_status")
                .hasMessageContaining("column duration_months: expected to be in the table, came no such column");
    }

    @Test
    void scalesByTheTextbook() {
        Scaling scaling = new Scaling(600, 30, 20, -1);
        assertThat(scaling.points(Math.log(30))).isCloseTo(600, within(1e-9));
        assertThat(scaling.points(Math.log(60))).isCloseTo(620, within(1e-9));
        assertThat(scaling.pd(600)).isCloseTo(1.0 / 31, within(1e-12));
        assertThat(Scaling.standard().pd(600)).isCloseTo(0.05, within(1e-12));
        assertThat(Scaling.standard().round(-2.5)).isEqualTo(-3);
        assertThat(new Scaling(600, 30, 20, 2).round(1.005)).isCloseTo(1.0, within(0.011));
        assertThatThrownBy(() -> new Scaling(Double.NaN, 0, -1, 9))
                .hasMessageContaining("basePoints")
                .hasMessageContaining("baseOdds")
                .hasMessageContaining("pointsToDouble")
                .hasMessageContaining("decimals");
    }

    @Test
    void refusesSamplesAndRulesThatCannotMakeAScorecard() {
        Sample noise = Sample.of(
                Table.of(List.of(new NumericColumn("same", new double[40]), new NumericColumn("y", alternating(40)))),
                "y",
                List.of("same"));
        assertThatThrownBy(() -> Scorecard.train(noise, ScorecardRules.standard()))
                .hasMessageContaining("at least one that separates goods from bads");
        Sample tiny = noise.where(row -> row < 3);
        assertThatThrownBy(() -> Scorecard.train(tiny, ScorecardRules.standard()))
                .hasMessageContaining("enough for 5 folds");
        assertThatThrownBy(() -> new ScorecardRules(
                        BinningRules.standard(),
                        Map.of(),
                        Fitting.BY_EVIDENCE,
                        List.of(-1.0),
                        3,
                        Scaling.standard(),
                        1,
                        0,
                        Map.of(),
                        2))
                .hasMessageContaining("pairsMax: expected 0 when fitted by evidence, came 3")
                .hasMessageContaining("penalties: expected 0 or more, came -1.0")
                .hasMessageContaining("lassoShare: expected 0 to 1, came 2.0")
                .hasMessageContaining("folds: expected 2 to 20, came 1");
    }

    @Test
    void refusesJsonThatIsNotAScorecard() {
        assertThatThrownBy(() -> Scorecard.fromJson("{")).hasMessageContaining("expected JSON");
        assertThatThrownBy(() -> Scorecard.fromJson("{}")).hasMessageContaining("came nothing");
        assertThatThrownBy(() -> Scorecard.fromJson("{\"form\":\"quanheng-scorecard-1\"}"))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("scaling");
    }

    private static double[] alternating(int rows) {
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            target[row] = row % 2;
        }
        return target;
    }

    @Test
    void comesBackFromJsonToTheSameBits() {
        Scorecard again = Scorecard.fromJson(CARD.toJson());
        assertThat(again.toJson()).isEqualTo(CARD.toJson());
        Sample heldOut = GermanCredit.heldOut();
        assertThat(again.pds(heldOut.table())).containsExactly(CARD.pds(heldOut.table()));
    }

    @Test
    void scoresOneApplicantLikeTheTable() {
        Sample heldOut = GermanCredit.heldOut();
        double[] points = CARD.points(heldOut.table());
        double[] pds = CARD.pds(heldOut.table());
        for (int row = 0; row < heldOut.rows(); row++) {
            int at = row;
            Score score = CARD.score(fact -> heldOut.table().cell(at, fact));
            assertThat(score.points()).isEqualTo(points[row]);
            assertThat(score.pd()).isEqualTo(pds[row]);
            assertThat(score.reasons()).hasSizeLessThanOrEqualTo(4);
        }
    }
}
