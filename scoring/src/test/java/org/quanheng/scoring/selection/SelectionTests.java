package org.quanheng.scoring.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.Progress;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

final class SelectionTests {
    /** Two that matter, a near copy of the first, and three of noise. */
    private static Sample sample() {
        Random random = new Random(8);
        int rows = 3_000;
        double[][] columns = new double[7][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < 6; column++) {
                columns[column][row] = random.nextGaussian();
            }
            columns[2][row] = columns[0][row] + 0.05 * random.nextGaussian();
            double logOdds = -1 + columns[0][row] + 0.6 * columns[1][row];
            columns[6][row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
        }
        List<String> names = List.of("strong", "weak", "copy", "noise1", "noise2", "noise3");
        List<NumericColumn> table = new java.util.ArrayList<>();
        names.forEach(name -> table.add(new NumericColumn(name, columns[table.size()])));
        table.add(new NumericColumn("y", columns[6]));
        return Sample.of(Table.of(table), "y", names);
    }

    private static Selection.Selected select(SelectionRules rules) {
        return Selection.select(sample(), rules, Progress.NONE);
    }

    @Test
    void leavesNothingOutUnlessAsked() {
        assertThat(select(SelectionRules.none()).features()).hasSize(6);
        assertThat(select(SelectionRules.none()).left()).isEmpty();
    }

    @Test
    void leavesOutWeakOnesByInformationValue() {
        Selection.Selected selected = select(SelectionRules.none().withInformationValueMin(0.1));
        assertThat(selected.features()).containsExactlyInAnyOrder("strong", "copy", "weak");
        assertThat(selected.left()).allMatch(left -> left.why().startsWith("its information value is 0.0"));
    }

    @Test
    void keepsTheStrongerOfTwoThatSayTheSame() {
        Selection.Selected selected = select(SelectionRules.none().withCorrelationMax(0.9));
        assertThat(selected.features()).hasSize(5).contains("weak");
        assertThat(selected.left()).hasSize(1);
        assertThat(selected.left().getFirst().why()).contains("its correlation with ", "which is stronger, is 0.9");
    }

    @Test
    void stabilitySelectionLeavesNoiseOut() {
        Selection.Selected selected = select(SelectionRules.none().withStability(40, 0.7));
        assertThat(selected.features()).contains("weak").doesNotContain("noise1", "noise2", "noise3");
        assertThat(selected.features()).containsAnyOf("strong", "copy");
    }

    @Test
    void stepwiseStopsWhenNothingIsGained() {
        Selection.Selected selected = select(SelectionRules.none().withStepwise());
        assertThat(selected.features().getFirst()).isIn("strong", "copy");
        assertThat(selected.features()).contains("weak").hasSizeLessThanOrEqualTo(5);
        assertThat(selected.features().size() + selected.left().size()).isEqualTo(6);
        assertThat(select(SelectionRules.none().withStepwise())).isEqualTo(selected);
    }

    @Test
    void namesEveryBadRule() {
        assertThatThrownBy(() -> new SelectionRules(SelectionRules.none().binning(), -1, 0, 3, 0.5, false, 1, 0))
                .hasMessageContaining("informationValueMin")
                .hasMessageContaining("correlationMax")
                .hasMessageContaining("draws: expected an even number")
                .hasMessageContaining("frequencyMin")
                .hasMessageContaining("folds");
    }
}
