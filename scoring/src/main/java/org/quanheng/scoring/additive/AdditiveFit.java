package org.quanheng.scoring.additive;

import java.util.List;
import org.quanheng.scoring.Progress;
import org.quanheng.scoring.binning.Shape;

/**
 * Fits all effects together by penalised likelihood.
 *
 * <p>Each number has a step curve over its fine ranges whose squared steps are penalised (a P-spline of degree zero, Eilers and Marx
 * 1996); each category, the missing and the rare bin is drawn to zero by a ridge. Local scoring with Gauss–Seidel sweeps (Hastie and
 * Tibshirani, Generalized Additive Models, 1990): within a sweep the curve of a feature is the exact solution of a tridiagonal
 * system. The slope of each effect on the feature's own evidence is held at zero or above, and a declared shape is kept by pooling adjacent
 * violators. Deterministic.
 */
public final class AdditiveFit {
    private static final int ROUNDS_MAX = 40;
    private static final int SWEEPS = 2;
    private static final double STEP_MAX = 2;
    private static final double CATEGORY_RIDGE = 5;
    private static final double PAIR_STIFFNESS = 10;
    private static final double PAIR_RIDGE = 10;

    private final FineTable table;
    private final Shape[] shapes;
    private final double[] linear;
    private final double[] residual;
    private final double[] curvature;
    private final double[][] weights;
    private final double[][] evidence;
    private final Progress progress;

    /**
     * @param table the sample
     * @param shapes declared by feature; none and auto leave the curve free
     */
    public AdditiveFit(FineTable table, Shape[] shapes) {
        this(table, shapes, Progress.NONE);
    }

    /** With a listener that is told the share of the rounds of each fit and may stop it. */
    public AdditiveFit(FineTable table, Shape[] shapes, Progress progress) {
        this.progress = progress;
        this.evidence = new double[shapes.length][];
        for (int feature = 0; feature < shapes.length; feature++) {
            evidence[feature] = Curve.evidence(table.counts(feature));
        }
        this.table = table;
        this.shapes = shapes.clone();
        this.weights = new double[shapes.length][];
        this.linear = new double[table.rows()];
        this.residual = new double[table.rows()];
        this.curvature = new double[table.rows()];
    }

    /**
     * Fits from a start.
     *
     * @param roughness penalty on squared steps between neighbours
     * @param start effects to begin with; not changed
     * @param pairs which pairs have a table of their own
     */
    public Effects fit(double roughness, Effects start, List<Pair> pairs) {
        Effects effects = start.copy();
        effects.pairs(pairs.stream().map(Pair::empty).toList());
        iterate(effects, roughness);
        return effects;
    }

    /** A start without effects. */
    public Effects start() {
        return new Effects(table);
    }

    private void iterate(Effects effects, double roughness) {
        System.arraycopy(effects.logOdds(table), 0, linear, 0, linear.length);
        List<short[]> cells =
                effects.pairs().stream().map(pair -> pair.cells(table)).toList();
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            progress.tell((double) round / ROUNDS_MAX);
            double loss = refresh(effects);
            if (before - loss < 1e-5 * loss && round > 1) {
                return;
            }
            before = loss;
            for (int feature = 0; feature < shapes.length; feature++) {
                weights[feature] = table.sums(feature, curvature);
            }
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                for (int feature = 0; feature < shapes.length; feature++) {
                    update(effects, feature, roughness);
                }
                for (int pair = 0; pair < cells.size(); pair++) {
                    update(effects.pairs().get(pair), cells.get(pair));
                }
            }
        }
    }

    private void update(Pair pair, short[] cells) {
        double[] value = pair.values();
        double[] weight = new double[value.length];
        double[] score = new double[value.length];
        for (int row = 0; row < cells.length; row++) {
            weight[cells[row]] += curvature[row];
            score[cells[row]] += residual[row];
        }
        double[] step = pair.step(weight, score, PAIR_STIFFNESS, PAIR_RIDGE);
        for (int cell = 0; cell < value.length; cell++) {
            step[cell] = Math.clamp(step[cell], -STEP_MAX, STEP_MAX);
            value[cell] += step[cell];
        }
        for (int row = 0; row < cells.length; row++) {
            linear[row] += step[cells[row]];
            residual[row] -= curvature[row] * step[cells[row]];
        }
    }

    /** New residuals and curvatures at the present effects, the intercept moved to where its score is zero; returns the loss. */
    private double refresh(Effects effects) {
        boolean[] bad = table.bad();
        double[] weights = table.weights();
        double loss = 0;
        double slope = 0;
        double curve = 0;
        for (int row = 0; row < linear.length; row++) {
            double odds = Math.exp(linear[row]);
            double p = odds / (1 + odds);
            p = odds == Double.POSITIVE_INFINITY ? 1 : p;
            residual[row] = weights[row] * ((bad[row] ? 1 : 0) - p);
            curvature[row] = weights[row] * Math.max(p * (1 - p), 1e-6);
            loss -= weights[row] * Math.log(Math.max(bad[row] ? p : 1 - p, 1e-300));
            slope += residual[row];
            curve += curvature[row];
        }
        double change = Math.clamp(slope / curve, -STEP_MAX, STEP_MAX);
        effects.addToIntercept(change);
        for (int row = 0; row < linear.length; row++) {
            linear[row] += change;
            residual[row] -= curvature[row] * change;
        }
        return loss;
    }

    private void update(Effects effects, int feature, double roughness) {
        byte[] codes = table.codes(feature);
        double[] value = effects.of(feature);
        double[] weight = weights[feature];
        double[] score = table.sums(feature, residual);
        int ordered = table.ordered(feature) ? table.bins(feature).regular() : 0;
        double[] change = Curve.step(value, weight, score, ordered, stiffness(roughness, ordered), CATEGORY_RIDGE);
        double[] next = new double[value.length];
        double[] lever = Curve.step(
                new double[value.length],
                weight,
                evidence[feature],
                ordered,
                stiffness(roughness, ordered),
                CATEGORY_RIDGE);
        for (int bin = 0; bin < value.length; bin++) {
            next[bin] = value[bin] + Math.clamp(change[bin], -STEP_MAX, STEP_MAX);
        }
        Curve.keepShape(next, weight, ordered, shapes[feature]);
        if (shapes[feature].isDeclared()) {
            Curve.zeroIfAgainst(next, evidence[feature]);
        } else {
            Curve.keepSign(next, evidence[feature], lever);
        }
        double mean = Curve.mean(next, weight);
        for (int bin = 0; bin < value.length; bin++) {
            change[bin] = next[bin] - value[bin];
            value[bin] = next[bin] - mean;
        }
        effects.addToIntercept(mean);
        for (int row = 0; row < codes.length; row++) {
            double step = change[codes[row]];
            linear[row] += step;
            residual[row] -= curvature[row] * step;
        }
    }

    /** A number of few values has few steps, each of which may be larger for the same roughness of the whole. */
    private static double stiffness(double roughness, int ordered) {
        return ordered < 2 ? 0 : roughness * Math.sqrt((ordered - 1.0) / (FineTable.RANGES_MAX - 1.0));
    }
}
