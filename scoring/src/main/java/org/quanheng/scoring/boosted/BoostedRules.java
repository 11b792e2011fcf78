package org.quanheng.scoring.boosted;

import java.util.Map;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.binning.Shape;

/**
 * How boosted trees are trained.
 *
 * @param treesMax most trees; cross-validation chooses how many of them, in steps of 50; 50 to 2000
 * @param depth of a tree, 1 to 10
 * @param rate learning rate, above 0, to 1
 * @param rowShare share of the rows that a tree sees, above 0, to 1
 * @param columnShare share of the columns that a tree sees, above 0, to 1
 * @param childWeightMin least curvature in a leaf, 0 or more
 * @param shapes features on which the risk must only rise or only fall
 * @param folds of the cross-validation, 2 to 20
 * @param threads that train; the result is the same for any number
 * @param seed of rows, columns and folds
 */
public record BoostedRules(
        int treesMax,
        int depth,
        double rate,
        double rowShare,
        double columnShare,
        double childWeightMin,
        Map<String, Shape> shapes,
        int folds,
        int threads,
        long seed) {
    /** Checks every bound at once. */
    public BoostedRules {
        shapes = Map.copyOf(shapes);
        Faults faults = new Faults("rules of boosted trees");
        faults.require(treesMax >= 50 && treesMax <= 2000, "treesMax", "50 to 2000", treesMax);
        faults.require(depth >= 1 && depth <= 10, "depth", "1 to 10", depth);
        faults.require(rate > 0 && rate <= 1, "rate", "above 0, to 1", rate);
        faults.require(rowShare > 0 && rowShare <= 1, "rowShare", "above 0, to 1", rowShare);
        faults.require(columnShare > 0 && columnShare <= 1, "columnShare", "above 0, to 1", columnShare);
        faults.require(childWeightMin >= 0 && childWeightMin < 1e9, "childWeightMin", "0 or more", childWeightMin);
        faults.require(folds >= 2 && folds <= 20, "folds", "2 to 20", folds);
        faults.require(threads >= 1 && threads <= 256, "threads", "1 to 256", threads);
        shapes.forEach((feature, shape) -> faults.require(
                shape == Shape.ASCENDING || shape == Shape.DESCENDING || shape == Shape.NONE,
                "shape of " + feature,
                "ascending, descending or none",
                shape));
        faults.throwIfAny();
    }

    /** Sound for most sets: up to 600 trees of depth 4 at rate 0.05. */
    public static BoostedRules standard() {
        return new BoostedRules(600, 4, 0.05, 0.8, 0.6, 2, Map.of(), 4, 1, 20_261_122L);
    }
}
