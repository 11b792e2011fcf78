package org.quanheng.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.validation.Auc;

/** Whole points keep the order of the bins, and of the applicants but for those who are all but equal. */
final class WholePointsTests {
    @Test
    void keepTheOrder() {
        Sample sample = GermanCredit.development();
        Scorecard whole = Scorecard.train(sample, ScorecardRules.standard());
        Scorecard exact = Scorecard.train(sample, ScorecardRules.standard().withScaling(new Scaling(600, 19, 50, -1)));
        for (Characteristic characteristic : whole.characteristics()) {
            Characteristic same = exact.characteristics().stream()
                    .filter(each -> each.name().equals(characteristic.name()))
                    .findFirst()
                    .orElseThrow();
            for (int a = 0; a < same.bins().count(); a++) {
                for (int b = 0; b < same.bins().count(); b++) {
                    if (same.points(a) > same.points(b)) {
                        assertThat(characteristic.points(a)).isGreaterThanOrEqualTo(characteristic.points(b));
                    }
                }
            }
        }
        Sample heldOut = GermanCredit.heldOut();
        double loss = Auc.of(exact.pds(heldOut.table()), heldOut.bad()).value()
                - Auc.of(whole.pds(heldOut.table()), heldOut.bad()).value();
        assertThat(loss).isCloseTo(0, within(0.001));
    }
}
