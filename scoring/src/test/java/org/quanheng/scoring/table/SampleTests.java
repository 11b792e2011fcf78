package org.quanheng.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SampleTests {
    private static final Table TABLE = Table.of(List.of(
            new NumericColumn("x", new double[] {1, 2, Double.NaN, 4}),
            CategoricalColumn.of("c", Arrays.asList("a", null, "b", "a")),
            new NumericColumn("y", new double[] {0, 1, 0, 1}),
            new NumericColumn("none", new double[] {0, 0, 0, 0}),
            new NumericColumn("odd", new double[] {0, 2, Double.NaN, 1}),
            new NumericColumn("w", new double[] {1, 2, 3, 4})));

    @Test
    void countsByWeight() {
        Sample sample = Sample.of(TABLE, "y", 1, List.of("x", "c"), "w");
        assertThat(sample.weight()).isEqualTo(10);
        assertThat(sample.badWeight()).isEqualTo(6);
        assertThat(Sample.of(TABLE, "y", 0, List.of("x"), null).bad()).containsExactly(true, false, true, false);
    }

    @Test
    void takesRows() {
        Sample part = Sample.of(TABLE, "y", List.of("x", "c")).where(row -> row > 0);
        assertThat(part.rows()).isEqualTo(3);
        assertThat(part.bad()).containsExactly(true, false, true);
        assertThat(part.table().cell(2, "c")).isEqualTo("a");
        assertThat(part.table().cell(0, "c")).isNull();
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThatThrownBy(() -> Sample.of(TABLE, "odd", 1, List.of("x", "x", "odd", "zzz"), "none"))
                .hasMessageContaining("feature zzz: expected a column of the table")
                .hasMessageContaining("feature odd: expected a column other than the target")
                .hasMessageContaining("features: expected each once")
                .hasMessageContaining("target odd, data row 1: expected 0 or 1, came 2.0")
                .hasMessageContaining("target odd, data row 2: expected 0 or 1, came missing")
                .hasMessageContaining("weights none, data row 0: expected a number above 0, came 0.0");
        assertThatThrownBy(() -> Sample.of(TABLE, "none", List.of("x"))).hasMessageContaining("came no bad case");
        assertThatThrownBy(() -> Sample.of(TABLE, "c", List.of("x"))).hasMessageContaining("came texts");
        assertThatThrownBy(() -> Sample.of(TABLE, "y", List.of()))
                .hasMessageContaining("features: expected at least one");
    }

    @Test
    void tablesRefuseColumnsThatDoNotFit() {
        assertThatThrownBy(() -> Table.of(List.of(
                        new NumericColumn("a", new double[1]),
                        new NumericColumn("a", new double[1]),
                        new NumericColumn("b", new double[2]))))
                .hasMessageContaining("column a: expected a name of its own")
                .hasMessageContaining("column b: expected 1 rows, came 2");
        assertThatThrownBy(() -> TABLE.column("nope")).hasMessageContaining("column nope: expected one of [x, c, y");
        assertThat(TABLE.with(new NumericColumn("x", new double[4])).names())
                .endsWith("x")
                .hasSize(6);
    }
}
