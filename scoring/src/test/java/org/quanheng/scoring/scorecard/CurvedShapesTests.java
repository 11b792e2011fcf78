package org.quanheng.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanheng.scoring.binning.Binner;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.binning.Shape;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

final class CurvedShapesTests {
    /** A noisy hump for concave, a noisy bowl for convex. */
    private static Sample sample(Shape shape) {
        Random random = new Random(11);
        int rows = 5_000;
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            x[row] = random.nextInt(100);
            double bowl = (x[row] - 60) * (x[row] - 60) / 6_000;
            y[row] = random.nextDouble() < (shape == Shape.CONVEX ? 0.1 + bowl : 0.8 - bowl) ? 1 : 0;
        }
        return Sample.of(Table.of(List.of(new NumericColumn("x", x), new NumericColumn("y", y))), "y", List.of("x"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONCAVE", "CONVEX"})
    void badRatesBendOneWay(Shape shape) {
        Binning binning = new Binner(sample(shape), BinningRules.standard().withShape(shape), 1).bin("x");
        double[] rates = new double[binning.bins().regular()];
        for (int bin = 0; bin < rates.length; bin++) {
            rates[bin] = binning.badRate(bin);
        }
        assertThat(rates.length).isGreaterThanOrEqualTo(4);
        assertThat(shape.keptBy(rates)).isTrue();
        assertThat((shape == Shape.CONCAVE ? Shape.CONVEX : Shape.CONCAVE).keptBy(rates))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONCAVE", "CONVEX"})
    void unroundedPointsBendOneWayWhenFittedTogether(Shape shape) {
        Scorecard card = Scorecard.train(
                sample(shape),
                ScorecardRules.standard()
                        .withOwnBinning(Map.of("x", BinningRules.standard().withShape(shape)))
                        .withScaling(new Scaling(600, 19, 50, -1)));
        Characteristic x = card.characteristics().getFirst();
        double[] risks = new double[x.bins().regular()];
        for (int bin = 0; bin < risks.length; bin++) {
            risks[bin] = -x.points(bin);
        }
        assertThat(risks.length).isGreaterThanOrEqualTo(4);
        for (int bin = 2; bin < risks.length; bin++) {
            double bend = risks[bin] - 2 * risks[bin - 1] + risks[bin - 2];
            assertThat(shape == Shape.CONCAVE ? bend : -bend).isLessThan(1e-9);
        }
    }
}
