package org.quanheng.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.quanheng.scoring.binning.Binner;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.table.Sample;

class BinsTrialTests {
    private static final String FACT = "duration_months";
    private final Sample sample = GermanCredit.development();
    private final Scorecard card = Scorecard.train(sample, ScorecardRules.standard());
    private final Binner binner = new Binner(sample, BinningRules.standard(), 1);

    @Test
    void oneBinTakesTheFactOutOfTheCard() {
        BinsTrial trial = new BinsTrial(card, sample, FACT);
        BinsTrial.Effect none = trial.of(binner.count(FACT, new NumericBins()));
        assertThat(none.binning().informationValue()).isCloseTo(0, within(1e-9));
        assertThat(none.auc().value()).isLessThan(trial.now().value());
    }

    @Test
    void pointsFollowWhatHappenedAndMeetTheSampleInTheMean() {
        BinsTrial trial = new BinsTrial(card, sample, FACT);
        BinsTrial.Effect two = trial.of(binner.count(FACT, new NumericBins(18)));
        assertThat(two.binning().badRate(0)).isLessThan(two.binning().badRate(1));
        assertThat(two.points()[0]).isGreaterThan(two.points()[1]);
        assertThat(two.points()[0]).isEqualTo(Math.rint(two.points()[0]));
    }

    @Test
    void theTrainedBinsGiveBackAboutTheTrainedAuc() {
        Characteristic trained = card.characteristics().stream()
                .filter(each -> each.name().equals(FACT))
                .findFirst()
                .orElseThrow();
        BinsTrial trial = new BinsTrial(card, sample, FACT);
        assertThat(trial.of(trained.binning()).auc().value())
                .isCloseTo(trial.now().value(), within(0.01));
    }

    @Test
    void aFactWithoutPointsStartsFromNone() {
        String left = card.development().left().getFirst().characteristic();
        BinsTrial trial = new BinsTrial(card, sample, left);
        assertThat(trial.of(binner.bin(left)).auc().value()).isGreaterThan(0.5);
    }
}
