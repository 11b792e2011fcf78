package org.quanheng.scoring.binning;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the shape of a characteristic by cross-validation: of those whose held-out log-loss is within one standard error of the
 * best, the simplest (Breiman et al., Classification and Regression Trees, 1984).
 */
final class ShapeChoice {
    private static final List<List<Shape>> SIMPLEST_FIRST =
            List.of(List.of(Shape.ASCENDING, Shape.DESCENDING), List.of(Shape.PEAK, Shape.VALLEY), List.of(Shape.NONE));

    private static final int TURNING = 1;
    private static final int FREE = 2;

    /** The dear shapes come last, because mostly they need not be tried. */
    private static final int[] TRIED = {0, FREE, TURNING};

    private final FoldCounts counts;
    private final int regular;
    private final BinningRules rules;

    ShapeChoice(FoldCounts counts, int regular, BinningRules rules) {
        this.counts = counts;
        this.regular = regular;
        this.rules = rules;
    }

    /** A shape with its bins; ends are null when no partition keeps the constraints. */
    record Choice(Shape shape, Ends bins, String explanation) {
        int @Nullable [] ends() {
            return bins.values;
        }
    }

    /** Ends of bins. */
    static final class Ends {
        private final int @Nullable [] values;

        Ends(int @Nullable [] values) {
            this.values = values;
        }
    }

    Choice choose(Shape wanted) {
        if (regular < 2) {
            return new Choice(Shape.NONE, new Ends(null), "one value only: nothing to divide");
        }
        if (wanted != Shape.AUTO) {
            return fit(wanted, "shape as asked");
        }
        double[] bestLoss = new double[] {Double.POSITIVE_INFINITY};
        double[][] losses = new double[SIMPLEST_FIRST.size()][];
        Shape[] shapes = new Shape[SIMPLEST_FIRST.size()];
        int best = 0;
        for (int level : TRIED) {
            if (level == TURNING && withinOneError(losses[0], losses[FREE])) {
                return fit(shapes[0], "a monotone shape within one standard error of the free one in cross-validation");
            }
            for (Shape shape : SIMPLEST_FIRST.get(level)) {
                double[] foldLosses = heldOut(shape);
                if (shapes[level] == null || mean(foldLosses) < mean(losses[level])) {
                    shapes[level] = shape;
                    losses[level] = foldLosses;
                }
            }
            if (mean(losses[level]) < bestLoss[0] - 1e-12) {
                bestLoss[0] = mean(losses[level]);
                best = level;
            }
        }
        for (int level = 0; level < best; level++) {
            if (withinOneError(losses[level], losses[best])) {
                return fit(
                        shapes[level], "the simplest shape within one standard error of the best in cross-validation");
            }
        }
        return fit(shapes[best], "the best shape in cross-validation");
    }

    private Choice fit(Shape shape, String why) {
        double[][] all = counts.all();
        int[] ends = partition(all, shape);
        return ends == null
                ? new Choice(shape, new Ends(null), "no two bins keep the constraints: one bin")
                : new Choice(shape, new Ends(ends), why);
    }

    private int @Nullable [] partition(double[][] goodsAndBads, Shape shape) {
        return new OptimalPartition(
                        Arrays.copyOf(goodsAndBads[0], regular),
                        Arrays.copyOf(goodsAndBads[1], regular),
                        Arrays.stream(goodsAndBads[0]).sum(),
                        Arrays.stream(goodsAndBads[1]).sum(),
                        rules,
                        shape)
                .ends();
    }

    /** Mean log-loss of each fold under bins and WoE of the others. */
    private double[] heldOut(Shape shape) {
        double[] losses = new double[counts.folds()];
        for (int fold = 0; fold < losses.length; fold++) {
            double[][] rest = counts.allBut(fold);
            double[][] held = counts.fold(fold);
            int[] ends = partition(rest, shape);
            double[] goods = Binner.joinCounts(rest[0], regular, ends);
            double[] bads = Binner.joinCounts(rest[1], regular, ends);
            double[] heldGoods = Binner.joinCounts(held[0], regular, ends);
            double[] heldBads = Binner.joinCounts(held[1], regular, ends);
            losses[fold] = loss(goods, bads, heldGoods, heldBads);
        }
        return losses;
    }

    private double loss(double[] goods, double[] bads, double[] heldGoods, double[] heldBads) {
        double totalGoods = Arrays.stream(goods).sum();
        double totalBads = Arrays.stream(bads).sum();
        double sum = 0;
        double weight = 0;
        for (int bin = 0; bin < goods.length; bin++) {
            double woe = WeightOfEvidence.woe(goods[bin], bads[bin], totalGoods, totalBads, rules.shrinkage());
            double logOdds = Math.log(totalGoods / totalBads) + woe;
            sum += heldGoods[bin] * Math.log1p(Math.exp(-logOdds)) + heldBads[bin] * Math.log1p(Math.exp(logOdds));
            weight += heldGoods[bin] + heldBads[bin];
        }
        return sum / weight;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether the mean of the paired differences is at most one standard error. */
    private static boolean withinOneError(double[] simple, double[] best) {
        double[] differences = new double[simple.length];
        for (int fold = 0; fold < simple.length; fold++) {
            differences[fold] = simple[fold] - best[fold];
        }
        double mean = mean(differences);
        double squares =
                Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
        double error = Math.sqrt(squares / (simple.length - 1) / simple.length);
        return mean <= error;
    }
}
