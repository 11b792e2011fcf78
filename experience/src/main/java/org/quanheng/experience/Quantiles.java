package org.quanheng.experience;

import java.util.Arrays;

/** Quantiles of a sample by linear interpolation: type 7 of Hyndman and Fan, The American Statistician 50 (1996). */
public final class Quantiles {
    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /** Sorts a copy of the sample; it must hold at least one value, and no NaN. */
    public static Quantiles of(double... sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException(
                    "quantiles: expected at least one value and no NaN, got " + Arrays.toString(sample));
        }
        return new Quantiles(sorted);
    }

    /** The quantile at p, 0 to 1: x[h] + (h - floor h)(x[h+1] - x[h]) with h = (n - 1)p. */
    public double at(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("quantile: expected a probability of 0 to 1, got " + p);
        }
        double h = (sorted.length - 1) * p;
        int below = (int) Math.floor(h);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }

    /** The number of values in the sample. */
    public int n() {
        return sorted.length;
    }
}
