package org.quanheng.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.FaultyInputException;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.Figures;

final class ScorecardTests {
    private static final Scorecard CARD = Scorecard.train(GermanCredit.development(), ScorecardRules.standard());

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
    void everyCharacteristicGivesMorePointsToBinsOfBetterEvidence() {
        for (Characteristic characteristic : CARD.characteristics()) {
            assertThat(characteristic.coefficient()).as(characteristic.name()).isPositive();
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
        assertThatThrownBy(() ->
                        new ScorecardRules(BinningRules.standard(), Map.of(), List.of(-1.0), Scaling.standard(), 1, 0))
                .hasMessageContaining("penalties: expected 0 or more, came -1.0")
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
