package org.quanheng.scoring.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The rising step function of least squares (Zadrozny and Elkan, KDD 2002; pool adjacent violators, Ayer et al., 1955). */
public final class Isotonic {
    private final double[] from;
    private final double[] level;

    private Isotonic(double[] from, double[] level) {
        this.from = from;
        this.level = level;
    }

    /**
     * Fits to what happened.
     *
     * @param score any number that rises with risk, by row
     * @param weights above zero
     */
    public static Isotonic fit(double[] score, boolean[] event, double[] weights) {
        int[] order = IntStream.range(0, score.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> score[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] start = new double[order.length];
        double[] sum = new double[order.length];
        double[] mass = new double[order.length];
        int pools = 0;
        for (int row : order) {
            boolean tied = pools > 0 && start[pools - 1] == score[row];
            if (!tied) {
                start[pools] = score[row];
                sum[pools] = 0;
                mass[pools++] = 0;
            }
            sum[pools - 1] += event[row] ? weights[row] : 0;
            mass[pools - 1] += weights[row];
        }
        int kept = 0;
        for (int pool = 0; pool < pools; pool++) {
            start[kept] = start[pool];
            sum[kept] = sum[pool];
            mass[kept++] = mass[pool];
            while (kept > 1 && sum[kept - 2] * mass[kept - 1] >= sum[kept - 1] * mass[kept - 2]) {
                sum[kept - 2] += sum[kept - 1];
                mass[kept - 2] += mass[--kept];
            }
        }
        double[] level = new double[kept];
        for (int pool = 0; pool < kept; pool++) {
            level[pool] = sum[pool] / mass[pool];
        }
        return new Isotonic(Arrays.copyOf(start, kept), level);
    }

    /** Probability of a score; below the first step that of the first. */
    public double apply(double score) {
        int at = Arrays.binarySearch(from, score);
        int step = at >= 0 ? at : -at - 2;
        return level[Math.max(0, step)];
    }

    /** Number of steps. */
    public int steps() {
        return level.length;
    }
}
