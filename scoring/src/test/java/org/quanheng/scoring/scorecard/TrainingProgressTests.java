package org.quanheng.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.boosted.Boosted;
import org.quanheng.scoring.boosted.BoostedRules;
import org.quanheng.scoring.table.Sample;

final class TrainingProgressTests {
    private static final Sample SAMPLE = GermanCredit.development();

    @Test
    void risesToTheWholeAndChangesNothing() {
        for (ScorecardRules rules :
                List.of(ScorecardRules.standard(), ScorecardRules.additive(), ScorecardRules.byEvidence())) {
            List<Double> shares = new ArrayList<>();
            Scorecard card = Scorecard.train(SAMPLE, rules, share -> {
                shares.add(share);
                return true;
            });
            assertThat(shares).hasSizeGreaterThan(5).isSorted().allMatch(share -> share >= 0 && share <= 1);
            assertThat(shares.getLast()).isEqualTo(1);
            assertThat(card.toJson()).isEqualTo(Scorecard.train(SAMPLE, rules).toJson());
        }
    }

    @Test
    void stopsWhenAskedTo() {
        int[] calls = {0};
        assertThatThrownBy(() -> Scorecard.train(SAMPLE, ScorecardRules.standard(), share -> ++calls[0] < 7))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("% were done");
        assertThat(calls[0]).isEqualTo(7);
        assertThatThrownBy(() -> Boosted.train(SAMPLE, BoostedRules.standard(), share -> share < 0.3))
                .isInstanceOf(CancellationException.class);
    }
}
