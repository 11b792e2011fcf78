package org.quanheng.scoring.additive;

import java.util.Arrays;
import org.quanheng.scoring.binning.Shape;
import org.quanheng.scoring.binning.WeightOfEvidence;

/** The arithmetic of one feature's effects: ordered ranges first, then bins without neighbours. */
public final class Curve {
    private static final double AGREEMENT_MIN = 0.02;
    private static final double EVIDENCE_SHRINKAGE = 5;
    private static final int BENT_SWEEPS_MAX = 5_000;

    private Curve() {}

    /**
     * Newton step of a curve: solves (W + λD'D)·step = score − λD'D·value for the ordered ranges (Thomas algorithm) and
     * (W + ridge)·step = score − ridge·value for each bin after them.
     */
    static double[] step(double[] value, double[] weight, double[] score, int ordered, double stiffness, double ridge) {
        double[] step = new double[value.length];
        double[] diagonal = new double[ordered];
        for (int bin = 0; bin < ordered; bin++) {
            diagonal[bin] = weight[bin] + 1e-6;
            step[bin] = score[bin];
        }
        for (int bin = 0; bin + 1 < ordered; bin++) {
            diagonal[bin] += stiffness;
            diagonal[bin + 1] += stiffness;
            double pull = stiffness * (value[bin] - value[bin + 1]);
            step[bin] -= pull;
            step[bin + 1] += pull;
        }
        for (int bin = 1; bin < ordered; bin++) {
            double factor = stiffness / diagonal[bin - 1];
            diagonal[bin] -= factor * stiffness;
            step[bin] += factor * step[bin - 1];
        }
        for (int bin = ordered - 1; bin >= 0; bin--) {
            double above = bin + 1 < ordered ? stiffness * step[bin + 1] : 0;
            step[bin] = (step[bin] + above) / diagonal[bin];
        }
        for (int bin = ordered; bin < value.length; bin++) {
            step[bin] = (score[bin] - ridge * value[bin]) / (weight[bin] + ridge);
        }
        return step;
    }

    /** Makes the ordered ranges keep a declared shape: pool adjacent violators (Ayer et al., 1955), for a turn at its best place. */
    static void keepShape(double[] value, double[] weight, int ordered, Shape shape) {
        switch (shape) {
            case ASCENDING -> monotone(value, weight, 0, ordered, 1);
            case DESCENDING -> monotone(value, weight, 0, ordered, -1);
            case PEAK -> turning(value, weight, ordered, 1);
            case VALLEY -> turning(value, weight, ordered, -1);
            case CONCAVE -> bent(value, weight, ordered, 1);
            case CONVEX -> bent(value, weight, ordered, -1);
            case NONE, AUTO -> {}
        }
    }

    /**
     * Nearest values, by weighted squares, whose steps never grow (sign 1) or never fall (sign −1): Hildreth's dual ascent, one
     * multiplier for each three neighbours (Hildreth, Naval Research Logistics 1957), then made exact from the largest step on.
     */
    private static void bent(double[] value, double[] weight, int ordered, double sign) {
        double[] multiplier = new double[Math.max(0, ordered - 2)];
        for (int sweep = 0; sweep < BENT_SWEEPS_MAX; sweep++) {
            double largest = 0;
            for (int i = 0; i < multiplier.length; i++) {
                double left = 1 / Math.max(weight[i], 1e-9);
                double middle = 1 / Math.max(weight[i + 1], 1e-9);
                double right = 1 / Math.max(weight[i + 2], 1e-9);
                double bend = sign * (value[i] - 2 * value[i + 1] + value[i + 2]);
                double change = Math.max(-multiplier[i], bend / (left + 4 * middle + right));
                multiplier[i] += change;
                value[i] -= sign * change * left;
                value[i + 1] += 2 * sign * change * middle;
                value[i + 2] -= sign * change * right;
                largest = Math.max(largest, Math.abs(change) * (left + 4 * middle + right));
            }
            if (largest < 1e-12) {
                break;
            }
        }
        for (int i = 2; i < ordered; i++) {
            double most = 2 * value[i - 1] - value[i - 2];
            value[i] = sign > 0 ? Math.min(value[i], most) : Math.max(value[i], most);
        }
    }

    private static void turning(double[] value, double[] weight, int ordered, double sign) {
        double[] best = value;
        double least = Double.POSITIVE_INFINITY;
        for (int turn = 1; turn <= ordered; turn++) {
            double[] tried = value.clone();
            monotone(tried, weight, 0, turn, sign);
            monotone(tried, weight, turn, ordered, -sign);
            double squares = 0;
            for (int bin = 0; bin < ordered; bin++) {
                squares += Math.max(weight[bin], 1e-9) * (tried[bin] - value[bin]) * (tried[bin] - value[bin]);
            }
            if (squares < least) {
                least = squares;
                best = tried;
            }
        }
        System.arraycopy(best, 0, value, 0, ordered);
    }

    private static void monotone(double[] value, double[] weight, int from, int to, double sign) {
        double[] level = new double[to - from];
        double[] mass = new double[to - from];
        int[] count = new int[to - from];
        int pools = 0;
        for (int bin = from; bin < to; bin++) {
            level[pools] = sign * value[bin];
            mass[pools] = Math.max(weight[bin], 1e-9);
            count[pools++] = 1;
            while (pools > 1 && level[pools - 2] > level[pools - 1]) {
                double sum = mass[pools - 2] + mass[pools - 1];
                level[pools - 2] = (level[pools - 2] * mass[pools - 2] + level[pools - 1] * mass[pools - 1]) / sum;
                mass[pools - 2] = sum;
                count[pools - 2] += count[--pools];
            }
        }
        int at = from;
        for (int pool = 0; pool < pools; pool++) {
            Arrays.fill(value, at, at + count[pool], sign * level[pool]);
            at += count[pool];
        }
    }

    /** Mean of the values by weight; 0 without weight. */
    static double mean(double[] value, double[] weight) {
        double sum = 0;
        double total = 0;
        for (int bin = 0; bin < value.length; bin++) {
            sum += value[bin] * weight[bin];
            total += weight[bin];
        }
        return total > 0 ? sum / total : 0;
    }

    /** Takes out of the effects what runs against the evidence, moving along the lever, the cheapest direction to do so. */
    static void keepSign(double[] value, double[] evidence, double[] lever) {
        double agreement = dot(value, evidence);
        double reach = dot(lever, evidence);
        if (agreement < 0 && reach > 0) {
            double length = agreement / reach;
            for (int bin = 0; bin < value.length; bin++) {
                value[bin] -= length * lever[bin];
            }
        }
    }

    /** A bin without rows says nothing: it has the mean effect. */
    static void neutralWithoutRows(double[] effect, double[] goods, double[] bads) {
        double[] weight = new double[effect.length];
        for (int bin = 0; bin < effect.length; bin++) {
            weight[bin] = goods[bin] + bads[bin];
        }
        double mean = mean(effect, weight);
        for (int bin = 0; bin < effect.length; bin++) {
            effect[bin] = weight[bin] > 0 ? effect[bin] : mean;
        }
    }

    /** Where a declared shape can only run against the evidence, there is no effect. */
    static void zeroIfAgainst(double[] value, double[] evidence) {
        if (dot(value, evidence) < 0) {
            Arrays.fill(value, 0);
        }
    }

    /**
     * Moves effects so little that they agree with the evidence: their correlation over the sample becomes {@value #AGREEMENT_MIN} at
     * least, or they stay as they are.
     *
     * @param counts goods, then bads, by bin
     */
    static void holdSign(double[] effect, double[][] counts) {
        double[] evidence = evidence(counts);
        double[] direction = new double[effect.length];
        double[] weight = new double[effect.length];
        double total = Arrays.stream(counts[0]).sum() + Arrays.stream(counts[1]).sum();
        double spread = 0;
        for (int bin = 0; bin < effect.length; bin++) {
            weight[bin] = (counts[0][bin] + counts[1][bin]) / total;
            direction[bin] = weight[bin] > 0 ? evidence[bin] / weight[bin] : 0;
            spread += weight[bin] * direction[bin] * direction[bin];
        }
        double mean = mean(effect, weight);
        double variance = 0;
        for (int bin = 0; bin < effect.length; bin++) {
            variance += weight[bin] * (effect[bin] - mean) * (effect[bin] - mean);
        }
        double lack = AGREEMENT_MIN * Math.sqrt(variance * spread) - dot(effect, evidence);
        if (lack > 0 && spread > 0) {
            for (int bin = 0; bin < effect.length; bin++) {
                effect[bin] += lack / spread * direction[bin];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * Evidence of each bin by itself, for bad, centred and weighted: its product with effects is their covariance.
     *
     * @param counts goods, then bads, by bin
     */
    static double[] evidence(double[][] counts) {
        double goods = Arrays.stream(counts[0]).sum();
        double bads = Arrays.stream(counts[1]).sum();
        double[] weight = new double[counts[0].length];
        double[] evidence = new double[weight.length];
        for (int bin = 0; bin < weight.length; bin++) {
            weight[bin] = counts[0][bin] + counts[1][bin];
            evidence[bin] = -WeightOfEvidence.woe(counts[0][bin], counts[1][bin], goods, bads, EVIDENCE_SHRINKAGE);
        }
        double mean = mean(evidence, weight);
        for (int bin = 0; bin < weight.length; bin++) {
            evidence[bin] = weight[bin] * (evidence[bin] - mean) / (goods + bads);
        }
        return evidence;
    }

    /**
     * Covariance, over the sample, of effects on the log-odds of bad with the evidence that the bins have by themselves; below zero
     * the sign is wrong.
     *
     * @param counts goods, then bads, by bin
     */
    public static double agreement(double[] effect, double[][] counts) {
        return dot(effect, evidence(counts));
    }
}
