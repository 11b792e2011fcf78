package org.quanheng.scoring.additive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quanheng.scoring.statistics.Folds;

/**
 * Finds the pairs of features that explain what the single effects leave, by the gain they bring on held-out rows.
 *
 * <p>Every pair is tried on a coarse grid in the manner of FAST (Lou, Caruana, Gehrke, Hooker, KDD 2013), but ranked by a held-out gain:
 * cells are estimated on four folds and judged on the fifth, so that a table of noise gets a gain below zero.
 */
public final class PairSearch {
    private static final int FOLDS = 5;
    private static final double RIDGE = 20;

    private final FineTable table;
    private final double[] residual;
    private final double[] curvature;
    private final byte[] fold;

    /**
     * @param logOdds of bad by row, from the single effects
     */
    public PairSearch(FineTable table, double[] logOdds, long seed) {
        this.table = table;
        this.residual = new double[table.rows()];
        this.curvature = new double[table.rows()];
        this.fold = new byte[table.rows()];
        Folds folds = new Folds(FOLDS, seed);
        for (int row = 0; row < residual.length; row++) {
            double p = 1 / (1 + Math.exp(-logOdds[row]));
            residual[row] = table.weights()[row] * ((table.bad()[row] ? 1 : 0) - p);
            curvature[row] = table.weights()[row] * p * (1 - p);
            fold[row] = (byte) folds.of(row);
        }
    }

    /** A pair and the log-likelihood that it gains on held-out rows. */
    private record Gain(Pair pair, double value) {}

    /** The best pairs whose held-out gain is at least the least, best first. */
    public List<Pair> best(int most, double least) {
        int features = table.features().size();
        Pair.Side[] sides = new Pair.Side[features];
        for (int feature = 0; feature < features; feature++) {
            sides[feature] = Pair.Side.of(table, feature);
        }
        List<Gain> gains = new ArrayList<>();
        for (int a = 0; a < features; a++) {
            for (int b = a + 1; b < features; b++) {
                Pair pair = new Pair(a, b, sides[a], sides[b]);
                double gain = gain(pair);
                if (gain >= least) {
                    gains.add(new Gain(pair, gain));
                }
            }
        }
        return gains.stream()
                .sorted(Comparator.comparingDouble((Gain gain) -> -gain.value()))
                .limit(most)
                .map(Gain::pair)
                .toList();
    }

    private double gain(Pair pair) {
        int cells = pair.values().length;
        double[] score = new double[FOLDS * cells];
        double[] weight = new double[FOLDS * cells];
        int width = pair.secondSide().count();
        byte[] a = table.codes(pair.first());
        byte[] b = table.codes(pair.second());
        for (int row = 0; row < a.length; row++) {
            int at = fold[row] * cells
                    + pair.firstSide().of(a[row]) * width
                    + pair.secondSide().of(b[row]);
            score[at] += residual[row];
            weight[at] += curvature[row];
        }
        double gain = 0;
        for (int cell = 0; cell < cells; cell++) {
            double allScore = 0;
            double allWeight = 0;
            for (int f = 0; f < FOLDS; f++) {
                allScore += score[f * cells + cell];
                allWeight += weight[f * cells + cell];
            }
            for (int f = 0; f < FOLDS; f++) {
                double heldScore = score[f * cells + cell];
                double heldWeight = weight[f * cells + cell];
                double effect = (allScore - heldScore) / (allWeight - heldWeight + RIDGE);
                gain += effect * heldScore - effect * effect * heldWeight / 2;
            }
        }
        return gain;
    }
}
