package org.quanheng.scoring.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.binning.Shape;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

final class AdditiveFitTests {
    private static final int ROWS = 8_000;

    /** Risk is a curve of a, falls with b, and has a corner where c and d are both high; e is noise. */
    private static Sample sample(int seed) {
        Random random = new Random(seed);
        double[][] columns = new double[6][ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < 5; column++) {
                columns[column][row] = random.nextDouble();
            }
            double a = columns[0][row];
            boolean corner = columns[2][row] > 0.5 && columns[3][row] > 0.5;
            boolean other = columns[2][row] < 0.5 && columns[3][row] < 0.5;
            double logOdds = -1 + 3 * a * a - 2 * columns[1][row] + (corner || other ? 1 : -1);
            columns[5][row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
        }
        return Sample.of(
                Table.of(List.of(
                        new NumericColumn("a", columns[0]),
                        new NumericColumn("b", columns[1]),
                        new NumericColumn("c", columns[2]),
                        new NumericColumn("d", columns[3]),
                        new NumericColumn("e", columns[4]),
                        new NumericColumn("y", columns[5]))),
                "y",
                List.of("a", "b", "c", "d", "e"));
    }

    private static Shape[] shapes(Shape shape) {
        Shape[] shapes = new Shape[5];
        Arrays.fill(shapes, shape);
        return shapes;
    }

    @Test
    void findsCurvesAndThePairThatActsTogether() {
        FineTable table = FineTable.of(sample(1));
        AdditiveFit fit = new AdditiveFit(table, shapes(Shape.AUTO));
        Effects single = fit.fit(100, fit.start(), List.of());
        assertThat(single.of(0)[45] - single.of(0)[2]).isBetween(1.5, 3.5);
        assertThat(single.of(1)[45] - single.of(1)[2]).isBetween(-2.5, -1.0);
        List<Pair> pairs = new PairSearch(table, single.logOdds(table), 1).best(10, 3);
        assertThat(pairs).hasSize(1);
        assertThat(pairs.getFirst().first()).isEqualTo(2);
        assertThat(pairs.getFirst().second()).isEqualTo(3);
        Effects both = fit.fit(100, single, pairs);
        Pair pair = both.pairs().getFirst();
        assertThat(pair.at(7, 7) - pair.at(0, 7)).isBetween(1.0, 2.5);
        assertThat(single.pairs()).isEmpty();
    }

    @Test
    void satisfiesTheScoreEquationOfTheIntercept() {
        FineTable table = FineTable.of(sample(2));
        AdditiveFit fit = new AdditiveFit(table, shapes(Shape.NONE));
        double[] logOdds = fit.fit(30, fit.start(), List.of()).logOdds(table);
        double expected =
                Arrays.stream(logOdds).map(x -> 1 / (1 + Math.exp(-x))).sum();
        double observed = 0;
        for (boolean bad : table.bad()) {
            observed += bad ? 1 : 0;
        }
        assertThat(expected).isCloseTo(observed, within(ROWS * 0.001));
    }

    @Test
    void keepsDeclaredShapes() {
        FineTable table = FineTable.of(sample(3));
        for (Shape shape : new Shape[] {Shape.ASCENDING, Shape.DESCENDING, Shape.PEAK, Shape.VALLEY}) {
            AdditiveFit fit = new AdditiveFit(table, shapes(shape));
            Effects effects = fit.fit(1, fit.start(), List.of());
            for (int feature = 0; feature < 5; feature++) {
                Steps steps = Steps.of(
                        table, effects, feature, BinningRules.standard().withShape(shape));
                double[] values = Arrays.copyOf(steps.effects(), steps.bins().regular());
                assertThat(turns(values, shape)).as(shape + " of " + feature).isTrue();
                assertThat(steps.bins().regular()).isLessThanOrEqualTo(10);
            }
        }
    }

    private static boolean turns(double[] values, Shape shape) {
        boolean rising = shape == Shape.ASCENDING || shape == Shape.PEAK;
        boolean mayTurn = shape == Shape.PEAK || shape == Shape.VALLEY;
        for (int i = 1; i < values.length; i++) {
            double step = values[i] - values[i - 1];
            if (Math.abs(step) > 1e-9 && step > 0 != rising) {
                if (!mayTurn) {
                    return false;
                }
                mayTurn = false;
                rising = !rising;
            }
        }
        return true;
    }

    @Test
    void holdsTheSlopeOnItsOwnEvidenceAtZeroOrAbove() {
        double[][] counts = {{100, 200, 300}, {100, 100, 50}};
        double[] against = {-1, 0, 1};
        Curve.holdSign(against, counts);
        assertThat(Curve.agreement(against, counts)).isGreaterThanOrEqualTo(0);
        double[] along = {1, 0, -1};
        Curve.holdSign(along, counts);
        assertThat(along).containsExactly(1, 0, -1);
    }

    @Test
    void joinsStepsExactly() {
        double[] effect = {1, 1, 1.1, 5, 5, -2, -2, -2};
        double[] weight = {10, 10, 10, 10, 10, 10, 10, 10};
        assertThat(Segmentation.join(effect, weight, 8, true, 3, 0)).containsExactly(0, 0, 0, 1, 1, 2, 2, 2);
        assertThat(Segmentation.join(effect, weight, 8, false, 3, 0)).containsExactly(1, 1, 1, 2, 2, 0, 0, 0);
        assertThat(Segmentation.join(effect, weight, 8, true, 8, 35)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(Segmentation.join(effect, weight, 8, true, 8, 1_000)).containsOnly(0);
    }

    @Test
    void solvesSystems() {
        double[] x = Cholesky.solve(new double[][] {{4, 2}, {2, 3}}, new double[] {8, 7});
        assertThat(x[0]).isCloseTo(1.25, within(1e-12));
        assertThat(x[1]).isCloseTo(1.5, within(1e-12));
        double[] step = Curve.step(new double[3], new double[] {1, 1, 1}, new double[] {3, 0, 5}, 2, 1, 4);
        assertThat(step[0]).isCloseTo(2, within(1e-5));
        assertThat(step[1]).isCloseTo(1, within(1e-5));
        assertThat(step[2]).isCloseTo(1, within(1e-12));
    }
}
