package org.quanheng.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.validation.Figures;

final class ScorecardTests {
    @Test
    void separatesThreeHundredUnseenApplicantsWithAnAucOfThreeQuarters() {
        Scorecard card = Scorecard.train(GermanCredit.development(), ScorecardRules.standard());
        Sample heldOut = GermanCredit.heldOut();
        assertThat(card.facts()).hasSizeBetween(8, 18);
        Figures figures = Figures.of(card.pds(heldOut.table()), heldOut.bad());
        System.out.println("German credit, 300 held out: AUC " + figures.auc() + ", KS " + figures.ks() + ", Brier "
                + figures.brier() + ", slope " + figures.calibration().slope() + "; development " + card.development());
        assertThat(figures.auc().value()).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void comesBackFromJsonToTheSameBits() {
        Scorecard card = Scorecard.train(GermanCredit.development(), ScorecardRules.standard());
        Scorecard again = Scorecard.fromJson(card.toJson());
        assertThat(again.toJson()).isEqualTo(card.toJson());
        Sample heldOut = GermanCredit.heldOut();
        assertThat(again.pds(heldOut.table())).containsExactly(card.pds(heldOut.table()));
    }

    @Test
    void scoresOneApplicantLikeTheTable() {
        Scorecard card = Scorecard.train(GermanCredit.development(), ScorecardRules.standard());
        Sample heldOut = GermanCredit.heldOut();
        double[] points = card.points(heldOut.table());
        double[] pds = card.pds(heldOut.table());
        for (int row = 0; row < heldOut.rows(); row++) {
            int at = row;
            Score score = card.score(fact -> heldOut.table().cell(at, fact));
            assertThat(score.points()).isEqualTo(points[row]);
            assertThat(score.pd()).isEqualTo(pds[row]);
            assertThat(score.reasons()).hasSizeLessThanOrEqualTo(4);
        }
    }
}
