package org.quanheng.scoring.binning;

import java.util.Arrays;

/**
 * One more bin in the programme of {@link OptimalPartition} when nothing but the shape concerns two neighbours: which predecessors a
 * bin may follow is then a question of their bad rates alone, so they are sorted once and each bin asks for the best of the lowest or
 * of the highest. Cost O(m²) for each further bin instead of O(m³).
 */
final class ShapedSteps {
    private static final double IMPOSSIBLE = OptimalPartition.IMPOSSIBLE;
    private static final double TIE = OptimalPartition.TIE;

    private final int size;
    private final double[][] values;
    private final boolean[] risesInPhase;
    private final double[][] rates;

    /** By first pre-bin of a bin: where the bin before it may begin, by rising bad rate of that bin. */
    private final int[][] byRate;

    private final double[] best;
    private final int[] source;

    /**
     * @param values information value by first and last pre-bin, impossible where a bin breaks a constraint
     * @param risesInPhase whether the bad rate rises, by phase of the shape
     */
    ShapedSteps(OptimalPartition problem, double[][] values, boolean[] risesInPhase) {
        this.size = values.length;
        this.values = values;
        this.risesInPhase = risesInPhase;
        this.rates = new double[size][size];
        for (int first = 0; first < size; first++) {
            for (int last = first; last < size; last++) {
                rates[first][last] = problem.rate(first, last);
            }
        }
        this.byRate = new int[size][];
        for (int first = 0; first < size; first++) {
            byRate[first] = byRate(first);
        }
        this.best = new double[size + 1];
        this.source = new int[size + 1];
    }

    private int[] byRate(int end) {
        int[] sorted = new int[end];
        int count = 0;
        for (int begin = 0; begin < end; begin++) {
            if (values[begin][end - 1] != IMPOSSIBLE) {
                int at = count++;
                for (; at > 0 && rates[sorted[at - 1]][end - 1] > rates[begin][end - 1]; at--) {
                    sorted[at] = sorted[at - 1];
                }
                sorted[at] = begin;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** Fills the best values with one bin more, and whence they come, by phase and by first and last pre-bin of the last bin. */
    void extend(double[][] before, double[][] now, int[][] back) {
        for (int first = 1; first < size; first++) {
            for (int phase = 0; phase < now.length; phase++) {
                gather(before, first, phase);
                for (int last = first; last < size; last++) {
                    int allowed = allowed(first, last, risesInPhase[phase]);
                    if (values[first][last] != IMPOSSIBLE && best[allowed] != IMPOSSIBLE) {
                        now[phase][first * size + last] = best[allowed] + values[first][last];
                        back[phase][first * size + last] = source[allowed];
                    }
                }
            }
        }
    }

    /** The best of the first so many predecessors, from the lowest bad rate on where it rises, from the highest where it falls. */
    private void gather(double[][] before, int first, int phase) {
        int[] sorted = byRate[first];
        best[0] = IMPOSSIBLE;
        for (int i = 0; i < sorted.length; i++) {
            int previous = sorted[risesInPhase[phase] ? i : sorted.length - 1 - i];
            best[i + 1] = best[i];
            source[i + 1] = source[i];
            for (int from = Math.max(0, phase - 1); from <= phase; from++) {
                double value = before[from][previous * size + first - 1];
                int key = previous * risesInPhase.length + from;
                if (value > best[i + 1] + TIE || (value > best[i + 1] - TIE && key < source[i + 1])) {
                    best[i + 1] = value;
                    source[i + 1] = key;
                }
            }
        }
    }

    /** How many predecessors, in the order of {@link #gather}, the bin may follow. */
    private int allowed(int first, int last, boolean rises) {
        int[] sorted = byRate[first];
        double rate = rates[first][last];
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            double other = rates[sorted[rises ? middle : sorted.length - 1 - middle]][first - 1];
            if (rises ? other <= rate : other >= rate) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
