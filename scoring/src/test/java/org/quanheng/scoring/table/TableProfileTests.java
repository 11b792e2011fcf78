package org.quanheng.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.table.TableProfile.Finding;
import org.quanheng.scoring.table.TableProfile.Frequency;

final class TableProfileTests {
    private static final double NO = Double.NaN;
    private static final TableProfile PROFILE = TableProfile.of(Table.of(List.of(
            new NumericColumn(
                    "income", new double[] {10.5, 20, 30, NO, -9}, List.of(new SpecialCode("secret", List.of(-9.0)))),
            new NumericColumn("empty", new double[] {NO, NO, NO, NO, NO}),
            new NumericColumn("same", new double[] {3, 3, 3, NO, NO}),
            new NumericColumn("code", new double[] {1, 2, 1, 2, 1}),
            CategoricalColumn.of("id", List.of("a", "b", "c", "d", "e")),
            CategoricalColumn.of("home", Arrays.asList("own", null, null, null, "own")))));

    @Test
    void describesNumbers() {
        TableProfile.ColumnProfile income = PROFILE.column("income");
        assertThat(income.missing()).isEqualTo(1);
        assertThat(income.special()).isEqualTo(1);
        assertThat(income.distinct()).isEqualTo(3);
        assertThat(new double[] {income.least(), income.median(), income.most()})
                .containsExactly(10.5, 20, 30);
        assertThat(income.mean()).isEqualTo(60.5 / 3);
        assertThat(PROFILE.column("empty").median()).isNaN();
    }

    @Test
    void findsWhatAPersonShouldLookAt() {
        assertThat(PROFILE.rows()).isEqualTo(5);
        assertThat(PROFILE.column("income").findings()).isEmpty();
        assertThat(PROFILE.column("empty").findings()).containsExactly(Finding.ALL_MISSING);
        assertThat(PROFILE.column("same").findings()).containsExactly(Finding.CONSTANT);
        assertThat(PROFILE.column("code").findings()).containsExactly(Finding.MAYBE_CODES);
        assertThat(PROFILE.column("id").findings()).containsExactly(Finding.IDENTIFIER);
        assertThat(PROFILE.column("home").findings())
                .containsExactlyInAnyOrder(Finding.MOSTLY_MISSING, Finding.CONSTANT);
        assertThat(PROFILE.column("code").frequent()).containsExactly(new Frequency("1", 3), new Frequency("2", 2));
        assertThatThrownBy(() -> PROFILE.column("none")).hasMessageContaining("came none");
    }
}
