package org.quanheng.scoring.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.scorecard.GermanCredit;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

final class RejectInferenceTests {
    private static final Sample ACCEPTED = GermanCredit.development();
    private static final Table REFUSED = GermanCredit.heldOut().table();
    private static final double[] PD = pds();

    private static double[] pds() {
        double[] pd = new double[REFUSED.rows()];
        Arrays.setAll(pd, row -> 0.2 + 0.002 * row);
        return pd;
    }

    @Test
    void fuzzyAugmentationKeepsTheWeightAndAddsTheExpectedBads() {
        Sample both = RejectInference.fuzzy(ACCEPTED, REFUSED, PD, 1);
        assertThat(both.rows()).isEqualTo(1_300);
        assertThat(both.weight()).isCloseTo(1_000, within(1e-6));
        assertThat(both.badWeight() - ACCEPTED.badWeight())
                .isCloseTo(Arrays.stream(PD).sum(), within(1e-6));
        assertThat(RejectInference.fuzzy(ACCEPTED, REFUSED, PD, 2).badWeight()).isGreaterThan(both.badWeight() + 20);
        Scorecard card = Scorecard.train(both, ScorecardRules.standard());
        assertThat(card.pds(REFUSED)).hasSize(300);
    }

    @Test
    void parcelsMarkTheExpectedShareInEachAndAreRepeatable() {
        Sample parcelled = RejectInference.parcelled(ACCEPTED, REFUSED, PD, 1, 10, 5);
        assertThat(parcelled.badWeight() - ACCEPTED.badWeight())
                .isCloseTo(Arrays.stream(PD).sum(), within(6.0));
        assertThat(RejectInference.parcelled(ACCEPTED, REFUSED, PD, 1, 10, 5).bad())
                .isEqualTo(parcelled.bad());
    }

    @Test
    void boundsEncloseWhatIsInferred() {
        RejectInference.Bounds bounds = RejectInference.bounds(80, 8, new double[] {0.2, 0.3, 0.5, 0.1}, 1);
        assertThat(bounds.least()).isCloseTo(8.0 / 84, within(1e-12));
        assertThat(bounds.inferred()).isCloseTo(9.1 / 84, within(1e-12));
        assertThat(bounds.most()).isCloseTo(12.0 / 84, within(1e-12));
    }

    @Test
    void namesEveryFault() {
        Table other = Table.of(List.of(new NumericColumn("purpose", new double[1])));
        assertThatThrownBy(() -> RejectInference.fuzzy(ACCEPTED, other, new double[] {2, 3}, 0))
                .hasMessageContaining("column duration_months: expected to be in the table of the refused")
                .hasMessageContaining("column purpose: expected the same kind in both")
                .hasMessageContaining("PDs: expected one for each of 1 refused, came 2")
                .hasMessageContaining("PDs: expected 0 to 1, came 3.0")
                .hasMessageContaining("factor: expected above 0, came 0.0");
    }
}
