package org.quanheng.scoring.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

final class PairBinnerTests {
    private static final BinningRules RULES = new BinningRules(Shape.NONE, 50, 3, 0.05, 1, 0, 1, 10, 5);

    /** Neither side says much alone; together they say all. */
    private static Sample sample() {
        Random random = new Random(2);
        int rows = 4_000;
        double[] x = new double[rows];
        double[] y = new double[rows];
        List<@Nullable String> texts = new java.util.ArrayList<>();
        for (int row = 0; row < rows; row++) {
            x[row] = random.nextInt(100);
            boolean own = random.nextBoolean();
            texts.add(own ? "own" : "rent");
            y[row] = random.nextDouble() < (x[row] >= 40 == own ? 0.1 : 0.5) ? 1 : 0;
        }
        return Sample.of(
                Table.of(List.of(
                        new NumericColumn("x", x), CategoricalColumn.of("home", texts), new NumericColumn("y", y))),
                "y",
                List.of("x", "home"));
    }

    @Test
    void findsTheGridThatTheSidesAloneDoNotShow() {
        PairBinning grid = new PairBinner(sample(), RULES).bin("x", "home");
        Binner alone = new Binner(sample(), RULES, 1);
        assertThat(grid.informationValue())
                .isGreaterThan(0.5)
                .isGreaterThan(3
                        * (alone.bin("x").informationValue() + alone.bin("home").informationValue()));
        int low = grid.firstBins().of(10);
        int high = grid.firstBins().of(90);
        int own = grid.secondBins().of("own");
        int rent = grid.secondBins().of("rent");
        assertThat(grid.woe(high, own)).isGreaterThan(0.5);
        assertThat(grid.woe(low, rent)).isGreaterThan(0.5);
        assertThat(grid.woe(low, own)).isLessThan(-0.5);
        assertThat(grid.firstBins().of(39)).isNotEqualTo(grid.firstBins().of(41));
    }

    @Test
    void countsEveryRowOnce() {
        Sample sample = sample();
        PairBinning grid = new PairBinner(sample, RULES).bin("home", "x");
        double sum = 0;
        for (int i = 0; i < grid.firstBins().count(); i++) {
            for (int j = 0; j < grid.secondBins().count(); j++) {
                sum += grid.goods(i, j) + grid.bads(i, j);
            }
        }
        assertThat(sum).isCloseTo(sample.rows(), within(1e-9));
        assertThat(grid.secondBins().regular()).isLessThanOrEqualTo(3);
        assertThatThrownBy(() -> new PairBinner(sample, RULES).bin("x", "x"))
                .hasMessageContaining("two different ones");
    }
}
