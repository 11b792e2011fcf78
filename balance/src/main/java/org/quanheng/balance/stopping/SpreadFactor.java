package org.quanheng.balance.stopping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quanheng.scoring.statistics.Folds;

/**
 * By what factor the variance of the next stage is larger or smaller for these facts than for the average case of equal risk.
 *
 * <p>How many trees, and whether any, is chosen by cross-validation, so that a small sample keeps the factor at 1. A training row is judged by trees
 * that have not seen it.
 */
final class SpreadFactor {
    private static final int FOLDS = 4;
    private static final int TREES_MAX = 60;
    private static final int STEP = 10;
    private static final int ROWS_MAX = 20_000;
    private static final double RATIO_MAX = 6;
    private static final double FACTOR_MIN = 0.1;
    private static final long SEED = 20_261_126L;

    private final FactorTrees trees;
    private final int[] rows;
    private final double[] target;
    private final double mean;
    private final Folds folds = new Folds(FOLDS, SEED);

    /**
     * @param training row numbers
     * @param ratio squared residual over its expectation, by training row
     */
    SpreadFactor(Facts facts, int[] training, double[] ratio) {
        trees = new FactorTrees(facts.columns());
        int apart = Math.max(1, (training.length + ROWS_MAX - 1) / ROWS_MAX);
        int[] picked =
                IntStream.range(0, training.length).filter(i -> i % apart == 0).toArray();
        rows = Arrays.stream(picked).map(i -> training[i]).toArray();
        target = Arrays.stream(picked)
                .mapToDouble(i -> Math.min(ratio[i], RATIO_MAX))
                .toArray();
        mean = Math.max(Arrays.stream(target).average().orElse(1), 1e-9);
    }

    /** Factor by row, 0.1 or more. */
    double[] of(int all) {
        List<List<FactorTrees.Tree>> forests = new ArrayList<>();
        double[] losses = new double[TREES_MAX / STEP + 1];
        for (int fold = 0; fold < FOLDS; fold++) {
            forests.add(forest(fold, losses));
        }
        int best = 0;
        for (int step = 1; step < losses.length; step++) {
            best = losses[step] < losses[best] ? step : best;
        }
        return factors(all, forests, best * STEP);
    }

    /** Trees that have not seen the fold; adds the fold's squared errors by number of trees. */
    private List<FactorTrees.Tree> forest(int fold, double[] losses) {
        int[] seen =
                IntStream.range(0, rows.length).filter(i -> folds.of(i) != fold).toArray();
        int[] held =
                IntStream.range(0, rows.length).filter(i -> folds.of(i) == fold).toArray();
        int[] seenRows = Arrays.stream(seen).map(i -> rows[i]).toArray();
        double[] residual =
                Arrays.stream(seen).mapToDouble(i -> target[i] - mean).toArray();
        double[] error = Arrays.stream(held).mapToDouble(i -> target[i] - mean).toArray();
        List<FactorTrees.Tree> forest = new ArrayList<>();
        losses[0] += squares(error);
        for (int count = 1; count <= TREES_MAX; count++) {
            FactorTrees.Tree tree = trees.fit(seenRows, residual);
            forest.add(tree);
            for (int i = 0; i < seen.length; i++) {
                residual[i] -= trees.value(tree, seenRows[i]);
            }
            for (int i = 0; i < held.length; i++) {
                error[i] -= trees.value(tree, rows[held[i]]);
            }
            if (count % STEP == 0) {
                losses[count / STEP] += squares(error);
            }
        }
        return forest;
    }

    private double[] factors(int all, List<List<FactorTrees.Tree>> forests, int count) {
        int[] foldOf = new int[all];
        Arrays.fill(foldOf, -1);
        for (int i = 0; i < rows.length; i++) {
            foldOf[rows[i]] = folds.of(i);
        }
        double[] factors = new double[all];
        for (int row = 0; row < all; row++) {
            double sum = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                if (foldOf[row] < 0 || foldOf[row] == fold) {
                    for (int tree = 0; tree < count; tree++) {
                        sum += trees.value(forests.get(fold).get(tree), row);
                    }
                }
            }
            double difference = foldOf[row] < 0 ? sum / FOLDS : sum;
            factors[row] = Math.clamp(1 + difference / mean, FACTOR_MIN, RATIO_MAX);
        }
        return factors;
    }

    private static double squares(double[] errors) {
        return Arrays.stream(errors).map(error -> error * error).sum();
    }
}
