package org.quanheng.scoring.binning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The optimal partition whose bad rates bend one way: the state of the dynamic programme holds the last two bins, because the
 * constraint concerns three neighbours. Cost O(m⁴·k) over few pre-bins m.
 */
final class CurvedPartition {
    private static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;
    private static final double TIE = 1e-12;

    private final OptimalPartition problem;
    private final int size;
    private final int bins;
    private final double bend;
    private final double[][] values;
    private final byte[][] back;
    private double top = IMPOSSIBLE;
    private int topBins;
    private int topState;

    /**
     * @param bend 1 for concave, −1 for convex
     */
    CurvedPartition(OptimalPartition problem, int size, int bins, double bend) {
        this.problem = problem;
        this.size = size;
        this.bins = bins;
        this.bend = bend;
        this.values = problem.values();
        this.back = new byte[bins + 1][];
    }

    int @Nullable [] ends() {
        double single = values[0][size - 1];
        double[] now = pairs();
        for (int k = 2; k <= bins; k++) {
            note(now, k);
            if (k < bins) {
                now = extended(now, k + 1);
            }
        }
        if (top > single + TIE) {
            return trace();
        }
        return single == IMPOSSIBLE ? null : new int[] {size};
    }

    /** State of the bins [before, first) and [first, last]. */
    private int state(int before, int first, int last) {
        return (before * size + first) * size + last;
    }

    private double[] pairs() {
        double[] best = new double[size * size * size];
        Arrays.fill(best, IMPOSSIBLE);
        for (int first = 1; first < size; first++) {
            for (int last = first; last < size; last++) {
                if (values[0][first - 1] != IMPOSSIBLE
                        && values[first][last] != IMPOSSIBLE
                        && problem.neighbours(0, first, last)) {
                    best[state(0, first, last)] = values[0][first - 1] + values[first][last];
                }
            }
        }
        return best;
    }

    private double[] extended(double[] before, int k) {
        double[] best = new double[before.length];
        byte[] from = new byte[before.length];
        Arrays.fill(best, IMPOSSIBLE);
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                for (int c = b; c + 1 < size; c++) {
                    double so = before[state(a, b, c)];
                    if (so == IMPOSSIBLE) {
                        continue;
                    }
                    double step = problem.rate(a, b - 1) - 2 * problem.rate(b, c);
                    for (int d = c + 1; d < size; d++) {
                        int to = state(b, c + 1, d);
                        double value = so + values[c + 1][d];
                        if (value > best[to] + TIE
                                && bend * (step + problem.rate(c + 1, d)) <= TIE
                                && problem.neighbours(b, c + 1, d)) {
                            best[to] = value;
                            from[to] = (byte) a;
                        }
                    }
                }
            }
        }
        back[k] = from;
        return best;
    }

    private void note(double[] best, int k) {
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                int state = state(a, b, size - 1);
                if (best[state] > top + TIE) {
                    top = best[state];
                    topBins = k;
                    topState = state;
                }
            }
        }
    }

    private int[] trace() {
        int[] ends = new int[topBins];
        int last = topState % size;
        int first = topState / size % size;
        int before = topState / size / size;
        for (int k = topBins; k > 2; k--) {
            ends[k - 1] = last + 1;
            int earlier = back[k][state(before, first, last)];
            last = first - 1;
            first = before;
            before = earlier;
        }
        ends[1] = last + 1;
        ends[0] = first;
        return ends;
    }
}
