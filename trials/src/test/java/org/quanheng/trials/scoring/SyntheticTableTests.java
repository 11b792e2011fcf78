package org.quanheng.trials.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quanheng.scoring.table.Sample;

class SyntheticTableTests {
    @Test
    void theSameSeedMakesTheSameTable() {
        Sample first = SyntheticTable.of(100, 5, 7);
        Sample again = SyntheticTable.of(100, 5, 7);
        assertThat(first.features()).hasSize(5);
        assertThat(again.bad()).isEqualTo(first.bad());
        assertThat(again.table().cell(42, "number0")).isEqualTo(first.table().cell(42, "number0"));
    }
}
