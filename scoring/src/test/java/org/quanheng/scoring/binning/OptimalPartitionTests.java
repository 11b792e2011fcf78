package org.quanheng.scoring.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every partition of small problems is tried, so that "optimal" is a fact and not a claim. */
final class OptimalPartitionTests {
    private static final Shape[] SHAPES = {
        Shape.ASCENDING, Shape.DESCENDING, Shape.PEAK, Shape.VALLEY, Shape.CONCAVE, Shape.CONVEX, Shape.NONE
    };

    @Test
    void equalsExhaustiveSearchOnTenThousandSeededProblems() {
        int impossible = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            Problem problem = new Problem(new Random(seed));
            int[] ends = problem.solve();
            double best = problem.exhaustive();
            if (ends == null) {
                assertThat(best).as("seed " + seed).isEqualTo(Double.NEGATIVE_INFINITY);
                impossible++;
            } else {
                assertThat(problem.value(ends)).as("seed " + seed).isCloseTo(best, within(1e-9));
            }
        }
        assertThat(impossible).isBetween(20, 9_000);
    }

    @Test
    void keepsEveryConstraintOnAHundredThousandRandomProblems() {
        int solved = 0;
        for (int seed = 10_000; seed < 110_000; seed++) {
            Problem problem = new Problem(new Random(seed));
            int[] ends = problem.solve();
            if (ends != null) {
                solved++;
                if (problem.value(ends) == Double.NEGATIVE_INFINITY) {
                    assertThat(ends)
                            .as("seed " + seed + " keeps its constraints")
                            .isNull();
                }
            }
        }
        assertThat(solved).isBetween(10_000, 99_999);
    }

    /** A test that no step fails brings the general programme; of as many pre-bins as in use, not only of a few. */
    @Test
    void theStepsByRateAreWorthAsMuchAsTheGeneralOnes() {
        Shape[] shapes = {Shape.ASCENDING, Shape.DESCENDING, Shape.PEAK, Shape.VALLEY};
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int size = 10 + random.nextInt(41);
            double[] goods = random.doubles(size, 50, 500).toArray();
            double[] bads = random.doubles(size, 1, 60).toArray();
            BinningRules rules = new BinningRules(shapes[seed % 4], 50, 10, 0.02, 2, 0, 1, 10, 5);
            BinningRules general = rules.withNeighbours(0, Math.nextDown(1.0));
            assertThat(worth(goods, bads, rules, general)).as("seed " + seed).isCloseTo(0, within(1e-9));
        }
    }

    private static double worth(double[] goods, double[] bads, BinningRules one, BinningRules other) {
        double totalGoods = Arrays.stream(goods).sum();
        double totalBads = Arrays.stream(bads).sum();
        double difference = 0;
        for (BinningRules rules : List.of(one, other)) {
            OptimalPartition problem = new OptimalPartition(goods, bads, totalGoods, totalBads, rules, rules.shape());
            double sum = 0;
            int from = 0;
            for (int end : Objects.requireNonNull(problem.ends())) {
                sum += problem.values()[from][end - 1];
                from = end;
            }
            difference = sum - difference;
        }
        return difference;
    }

    @Test
    void findsAPeakThatAMonotoneShapeMustFlatten() {
        double[] goods = {80, 60, 30, 60, 80};
        double[] bads = {20, 40, 70, 40, 20};
        BinningRules rules = new BinningRules(Shape.NONE, 50, 5, 0, 1, 0, 1, 10, 0.5);
        assertThat(new OptimalPartition(goods, bads, 310, 190, rules, Shape.PEAK).ends())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(new OptimalPartition(goods, bads, 310, 190, rules, Shape.VALLEY).ends())
                .hasSizeLessThan(4);
    }

    private static final class Problem {
        private final double[] goods;
        private final double[] bads;
        private final double totalGoods;
        private final double totalBads;
        private final Shape shape;
        private final BinningRules rules;

        Problem(Random random) {
            int size = 2 + random.nextInt(8);
            goods = new double[size];
            bads = new double[size];
            double g = 1 + random.nextInt(20);
            double b = 1 + random.nextInt(20);
            for (int i = 0; i < size; i++) {
                goods[i] = random.nextInt(30);
                bads[i] = random.nextInt(20);
                g += goods[i];
                b += bads[i];
            }
            totalGoods = g;
            totalBads = b;
            shape = SHAPES[random.nextInt(SHAPES.length)];
            rules = new BinningRules(
                    shape,
                    50,
                    1 + random.nextInt(8),
                    random.nextInt(4) * 0.07,
                    random.nextInt(6),
                    random.nextInt(3) * 0.05,
                    random.nextBoolean() ? 1 : 0.2,
                    10,
                    0.5 + random.nextInt(10));
        }

        int @Nullable [] solve() {
            return new OptimalPartition(goods, bads, totalGoods, totalBads, rules, shape).ends();
        }

        double exhaustive() {
            double best = Double.NEGATIVE_INFINITY;
            int size = goods.length;
            for (int mask = 0; mask < 1 << (size - 1); mask++) {
                int[] ends = new int[Integer.bitCount(mask) + 1];
                int bin = 0;
                for (int i = 0; i < size - 1; i++) {
                    if ((mask >> i & 1) == 1) {
                        ends[bin++] = i + 1;
                    }
                }
                ends[bin] = size;
                best = Math.max(best, value(ends));
            }
            return best;
        }

        /** IV of the partition, −∞ when it breaks a constraint; written without the class under test. */
        double value(int[] ends) {
            if (ends.length > rules.binsMax()) {
                return Double.NEGATIVE_INFINITY;
            }
            double sum = 0;
            double[] g = new double[ends.length];
            double[] b = new double[ends.length];
            for (int bin = 0; bin < ends.length; bin++) {
                for (int i = bin == 0 ? 0 : ends[bin - 1]; i < ends[bin]; i++) {
                    g[bin] += goods[i];
                    b[bin] += bads[i];
                }
                boolean small = g[bin] + b[bin] < rules.sizeMin() * (totalGoods + totalBads) - 1e-9;
                if (small || g[bin] + b[bin] == 0 || g[bin] < rules.countMin() || b[bin] < rules.countMin()) {
                    return Double.NEGATIVE_INFINITY;
                }
                double rate = totalBads / (totalGoods + totalBads);
                double woe = Math.log((g[bin] + rules.shrinkage() * (1 - rate)) / totalGoods)
                        - Math.log((b[bin] + rules.shrinkage() * rate) / totalBads);
                sum += (g[bin] / totalGoods - b[bin] / totalBads) * woe;
            }
            return shaped(g, b) && apart(g, b) ? sum : Double.NEGATIVE_INFINITY;
        }

        private boolean shaped(double[] g, double[] b) {
            double[] rates = new double[g.length];
            for (int bin = 0; bin < g.length; bin++) {
                rates[bin] = b[bin] / (b[bin] + g[bin]);
                double bend = bin < 2 ? 0 : rates[bin] - 2 * rates[bin - 1] + rates[bin - 2];
                if ((shape == Shape.CONCAVE && bend > 1e-12) || (shape == Shape.CONVEX && bend < -1e-12)) {
                    return false;
                }
            }
            boolean turned = shape == Shape.DESCENDING || shape == Shape.VALLEY;
            boolean mayTurn = shape == Shape.PEAK || shape == Shape.VALLEY;
            boolean rising = !turned;
            for (int bin = 1; bin < g.length && shape != Shape.NONE && !shape.isCurved(); bin++) {
                double step = Math.signum(b[bin] * (g[bin - 1] + b[bin - 1]) - b[bin - 1] * (g[bin] + b[bin]));
                if (step != 0 && step > 0 != rising) {
                    if (!mayTurn) {
                        return false;
                    }
                    rising = !rising;
                    mayTurn = false;
                }
            }
            return true;
        }

        private boolean apart(double[] g, double[] b) {
            for (int bin = 1; bin < g.length; bin++) {
                double left = g[bin - 1] + b[bin - 1];
                double right = g[bin] + b[bin];
                double difference = Math.abs(b[bin - 1] / left - b[bin] / right);
                boolean close = rules.differenceMin() > 0 || rules.pValueMax() < 1;
                if (close && !(difference >= rules.differenceMin())) {
                    return false;
                }
                if (rules.pValueMax() < 1
                        && TwoProportions.pValue(b[bin - 1], left, b[bin], right) > rules.pValueMax()) {
                    return false;
                }
            }
            return true;
        }
    }
}
