package org.quanheng.balance.stopping;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Local-linear kernel regression on one number, binned (Fan and Gijbels, Local Polynomial Modelling, 1996); the bandwidth is Silverman's.
 *
 * <p>The kernel sums of x are computed once, so that many responses can be smoothed on the same x.
 */
final class LocalLinear {
    private static final int GRID = 300;

    private final double low;
    private final double step;
    private final int[] cells;
    private final double[][] kernel = new double[GRID][];
    private final int[] from = new int[GRID];
    private final double[] mass;
    private final double[] first;
    private final double[] second;

    LocalLinear(double[] x) {
        double mean = Arrays.stream(x).average().orElse(0);
        double variance =
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        double min = Arrays.stream(x).min().orElse(0);
        double max = Arrays.stream(x).max().orElse(0);
        low = min;
        step = Math.max((max - min) / (GRID - 1), 1e-9);
        cells = new int[x.length];
        double[] counts = new double[GRID];
        for (int i = 0; i < x.length; i++) {
            cells[i] = (int) Math.round((x[i] - low) / step);
            counts[cells[i]]++;
        }
        double bandwidth = Math.max(0.9 * Math.sqrt(variance) * Math.pow(x.length, -0.2), step);
        weights(bandwidth);
        mass = sums(counts, 0);
        first = sums(counts, 1);
        second = sums(counts, 2);
    }

    private void weights(double bandwidth) {
        int reach = Math.min(GRID - 1, (int) Math.ceil(5 * bandwidth / step));
        for (int at = 0; at < GRID; at++) {
            from[at] = Math.max(0, at - reach);
            kernel[at] = new double[Math.min(GRID - 1, at + reach) - from[at] + 1];
            for (int i = 0; i < kernel[at].length; i++) {
                double distance = (from[at] + i - at) * step / bandwidth;
                kernel[at][i] = Math.exp(-distance * distance / 2);
            }
        }
    }

    /** Kernel sums of a grid of values, times the distance to the power given. */
    private double[] sums(double[] values, int power) {
        double[] sums = new double[GRID];
        for (int at = 0; at < GRID; at++) {
            double sum = 0;
            for (int i = 0; i < kernel[at].length; i++) {
                double distance = (from[at] + i - at) * step;
                double factor = power == 0 ? 1 : power == 1 ? distance : distance * distance;
                sum += kernel[at][i] * values[from[at] + i] * factor;
            }
            sums[at] = sum;
        }
        return sums;
    }

    /** The curve of a response: linear between the points of the grid, level outside and in gaps; the first point always has cases. */
    DoubleUnaryOperator smooth(double[] response) {
        double[] totals = new double[GRID];
        for (int i = 0; i < cells.length; i++) {
            totals[cells[i]] += response[i];
        }
        double[] level = sums(totals, 0);
        double[] slope = sums(totals, 1);
        double[] curve = new double[GRID];
        for (int at = 0; at < GRID; at++) {
            double determinant = mass[at] * second[at] - first[at] * first[at];
            if (mass[at] <= 0) {
                curve[at] = curve[at - 1];
            } else if (determinant <= 1e-6 * mass[at] * second[at]) {
                curve[at] = level[at] / mass[at];
            } else {
                curve[at] = (second[at] * level[at] - first[at] * slope[at]) / determinant;
            }
        }
        return x -> interpolate(curve, x);
    }

    private double interpolate(double[] curve, double x) {
        double place = Math.clamp((x - low) / step, 0, GRID - 1);
        int left = Math.min((int) place, GRID - 2);
        double share = place - left;
        return (1 - share) * curve[left] + share * curve[left + 1];
    }
}
