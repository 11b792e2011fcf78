package org.quanheng.scoring.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FairnessTests {
    @Test
    void countsApprovalsAndErrorsByGroup() {
        double[] pd = {0.1, 0.3, 0.1, 0.3, 0.1, 0.1, 0.3, 0.1};
        boolean[] bad = {false, false, true, true, false, false, true, false};
        Fairness fairness = Fairness.of(pd, bad, Arrays.asList("m", "m", "m", "m", "f", "f", "f", null), 0.2);
        assertThat(fairness.groups()).extracting(Fairness.Group::name).containsExactly("f", "m", "missing");
        Fairness.Group m = fairness.groups().get(1);
        assertThat(m.approved()).isEqualTo(0.5);
        assertThat(m.low()).isCloseTo(0.15004, within(1e-4));
        assertThat(m.high()).isCloseTo(0.84996, within(1e-4));
        assertThat(m.wronglyRefused()).isEqualTo(0.5);
        assertThat(m.wronglyApproved()).isEqualTo(0.5);
        assertThat(m.auc()).isEqualTo(0.5);
        assertThat(fairness.impactRatio()).isEqualTo(0.5);
        assertThat(fairness.approvalGap()).isEqualTo(0.5);
        assertThat(fairness.wrongRefusalGap()).isEqualTo(0.5);
        assertThat(fairness.groups().get(2).wronglyApproved()).isNaN();
    }

    @Test
    void namesEveryFault() {
        assertThatThrownBy(() -> Fairness.of(new double[] {Double.NaN}, new boolean[2], List.of("a"), 0.5))
                .hasMessageContaining("PDs: expected one for each of the 2 outcomes, came 1")
                .hasMessageContaining("groups: expected one for each of the 2 rows, came 1")
                .hasMessageContaining("PD of row 0");
    }
}
