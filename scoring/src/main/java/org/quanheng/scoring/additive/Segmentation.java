package org.quanheng.scoring.additive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Joins fine bins into the few bins of a table of points: the exact least-squares partition of the effects (Fisher, JASA 1958; Wang and
 * Song, Ckmeans.1d.dp, R Journal 2011) under a minimum size. A monotone curve stays monotone.
 */
final class Segmentation {
    private Segmentation() {}

    /**
     * Bin of each regular fine bin, numbered from 0 in the order of the curve (numbers) or from best to worst (categories).
     *
     * @param effect by fine bin
     * @param weight by fine bin
     * @param regular how many fine bins there are to join
     * @param ordered true when only neighbours may be joined
     * @param most bins
     * @param least weight of a bin
     */
    static int[] join(double[] effect, double[] weight, int regular, boolean ordered, int most, double least) {
        if (regular == 0) {
            return new int[0];
        }
        Integer[] order = IntStream.range(0, regular).boxed().toArray(Integer[]::new);
        if (!ordered) {
            Arrays.sort(
                    order,
                    Comparator.<Integer>comparingDouble(bin -> effect[bin]).thenComparing(bin -> bin));
        }
        double[] mass = new double[regular + 1];
        double[] sum = new double[regular + 1];
        for (int i = 0; i < regular; i++) {
            double w = weight[order[i]] + 1e-9;
            mass[i + 1] = mass[i] + w;
            sum[i + 1] = sum[i] + w * effect[order[i]];
        }
        int[] ends = ends(mass, sum, Math.min(most, regular), ordered ? least : 0);
        int[] joined = new int[regular];
        int bin = 0;
        for (int i = 0; i < regular; i++) {
            while (i >= ends[bin]) {
                bin++;
            }
            joined[order[i]] = bin;
        }
        return joined;
    }

    /** Ends of the partition that has the largest Σ sum²/mass, which is the least sum of squares within; ties go to fewer bins. */
    private static int[] ends(double[] mass, double[] sum, int most, double least) {
        int size = mass.length - 1;
        double[][] best = new double[most + 1][size + 1];
        int[][] back = new int[most + 1][size + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int bins = 1; bins <= most; bins++) {
            for (int end = 1; end <= size; end++) {
                for (int start = bins - 1; start < end; start++) {
                    double width = mass[end] - mass[start];
                    if (best[bins - 1][start] == Double.NEGATIVE_INFINITY || width < least) {
                        continue;
                    }
                    double inside = sum[end] - sum[start];
                    double value = best[bins - 1][start] + inside * inside / width;
                    if (value > best[bins][end]) {
                        best[bins][end] = value;
                        back[bins][end] = start;
                    }
                }
            }
        }
        int bins = 1;
        for (int k = 2; k <= most; k++) {
            if (best[k][size] > best[bins][size] + 1e-9 * mass[size]) {
                bins = k;
            }
        }
        if (best[bins][size] == Double.NEGATIVE_INFINITY) {
            return new int[] {size};
        }
        int[] ends = new int[bins];
        int end = size;
        for (int k = bins; k > 0; k--) {
            ends[k - 1] = end;
            end = back[k][end];
        }
        return ends;
    }
}
