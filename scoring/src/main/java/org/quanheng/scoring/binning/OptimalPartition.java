package org.quanheng.scoring.binning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The partition of ordered pre-bins into bins that has the largest information value under all constraints, found exactly.
 *
 * <p>Dynamic programme over (first pre-bin, last pre-bin) of the last bin, number of bins, and phase of the shape. Every constraint
 * concerns one bin or two neighbours, so that state is enough and the result is the true optimum (checked against exhaustive
 * search). Cost O(m³·k) for m pre-bins and k bins, O(m²·k) with {@link ShapedSteps} when only the shape concerns two neighbours.
 * Ties go to fewer bins. Concave and convex shapes concern three neighbours and are left to {@link CurvedPartition}.
 */
final class OptimalPartition {
    static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;
    static final double TIE = 1e-12;

    private final int size;
    private final double[] goodsUpTo;
    private final double[] badsUpTo;
    private final BinningRules rules;
    private final double totalGoods;
    private final double totalBads;
    private final boolean[] risesInPhase;
    private final boolean free;
    private final Shape shape;

    /**
     * @param goods weight of goods by pre-bin
     * @param bads weight of bads by pre-bin
     * @param totalGoods weight of all goods of the sample, missing included
     * @param totalBads weight of all bads of the sample, missing included
     */
    OptimalPartition(
            double[] goods, double[] bads, double totalGoods, double totalBads, BinningRules rules, Shape shape) {
        this.size = goods.length;
        this.goodsUpTo = sums(goods);
        this.badsUpTo = sums(bads);
        this.totalGoods = totalGoods;
        this.totalBads = totalBads;
        this.rules = rules;
        this.free = shape == Shape.NONE;
        this.shape = shape;
        this.risesInPhase = switch (shape) {
            case ASCENDING -> new boolean[] {true};
            case DESCENDING -> new boolean[] {false};
            case PEAK -> new boolean[] {true, false};
            case VALLEY -> new boolean[] {false, true};
            case NONE, CONCAVE, CONVEX -> new boolean[] {true};
            case AUTO -> throw new IllegalArgumentException("AUTO is decided before the partition");
        };
    }

    private static double[] sums(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    /** Ends (exclusive) of the bins, the last being the number of pre-bins; null when no partition keeps all constraints. */
    int @Nullable [] ends() {
        int bins = Math.min(rules.binsMax(), size);
        if (shape.isCurved()) {
            return new CurvedPartition(this, size, bins, shape == Shape.CONCAVE ? 1 : -1).ends();
        }
        boolean apart = rules.differenceMin() > 0 || rules.pValueMax() < 1;
        if (free && !apart) {
            return withoutNeighbours(bins);
        }
        int phases = risesInPhase.length;
        double[][][] best = new double[bins][][];
        int[][][] back = new int[bins][][];
        double[][] values = values();
        ShapedSteps steps = apart ? null : new ShapedSteps(this, values, risesInPhase);
        for (int k = 0; k < bins; k++) {
            best[k] = new double[phases][size * size];
            back[k] = new int[phases][size * size];
            for (double[] row : best[k]) {
                Arrays.fill(row, IMPOSSIBLE);
            }
            if (k == 0) {
                for (int last = 0; last < size; last++) {
                    best[0][0][last] = values[0][last];
                }
            } else if (steps == null) {
                extend(best[k - 1], best[k], back[k], values);
            } else {
                steps.extend(best[k - 1], best[k], back[k]);
            }
        }
        return trace(best, back);
    }

    /** No constraint concerns two bins: the state is the end of the last bin alone, O(m²·k). */
    private int @Nullable [] withoutNeighbours(int bins) {
        double[][] values = values();
        double[][] best = new double[bins + 1][size + 1];
        int[][] back = new int[bins + 1][size + 1];
        for (double[] row : best) {
            Arrays.fill(row, IMPOSSIBLE);
        }
        best[0][0] = 0;
        int count = 0;
        for (int k = 1; k <= bins; k++) {
            for (int end = k; end <= size; end++) {
                for (int start = k - 1; start < end; start++) {
                    double value = best[k - 1][start] + values[start][end - 1];
                    if (value > best[k][end] + TIE || (best[k][end] == IMPOSSIBLE && value > IMPOSSIBLE)) {
                        best[k][end] = value;
                        back[k][end] = start;
                    }
                }
            }
            boolean better = count == 0 ? best[k][size] > IMPOSSIBLE : best[k][size] > best[count][size] + TIE;
            count = better ? k : count;
        }
        if (count == 0) {
            return null;
        }
        int[] ends = new int[count];
        for (int k = count, end = size; k > 0; end = back[k][end], k--) {
            ends[k - 1] = end;
        }
        return ends;
    }

    /** IV of each possible bin, impossible where it breaks a constraint on a single bin. */
    double[][] values() {
        double[][] values = new double[size][size];
        double total = totalGoods + totalBads;
        for (int first = 0; first < size; first++) {
            Arrays.fill(values[first], IMPOSSIBLE);
            for (int last = first; last < size; last++) {
                double goods = goods(first, last);
                double bads = bads(first, last);
                boolean wide = goods + bads >= rules.sizeMin() * total * (1 - TIE);
                if (wide && goods + bads > 0 && goods >= rules.countMin() && bads >= rules.countMin()) {
                    values[first][last] = WeightOfEvidence.value(goods, bads, totalGoods, totalBads, rules.shrinkage());
                }
            }
        }
        return values;
    }

    private void extend(double[][] before, double[][] now, int[][] back, double[][] values) {
        for (int first = 1; first < size; first++) {
            for (int last = first; last < size; last++) {
                if (values[first][last] == IMPOSSIBLE) {
                    continue;
                }
                for (int previous = 0; previous < first; previous++) {
                    int state = previous * size + first - 1;
                    for (int phase = 0; phase < now.length; phase++) {
                        for (int from = Math.max(0, phase - 1); from <= phase; from++) {
                            double value = before[from][state] + values[first][last];
                            // The constraints are dearer than the comparison, so they are tested only where they
                            // matter.
                            if (value > now[phase][first * size + last] + TIE
                                    && runs(phase, previous, first, last)
                                    && neighbours(previous, first, last)) {
                                now[phase][first * size + last] = value;
                                back[phase][first * size + last] = previous * now.length + from;
                            }
                        }
                    }
                }
            }
        }
    }

    /** Whether the step of bad rate from [previous, first) to [first, last] is of the phase's direction. */
    private boolean runs(int phase, int previous, int first, int last) {
        if (free) {
            return true;
        }
        double left = bads(previous, first - 1) * (goods(first, last) + bads(first, last));
        double right = bads(first, last) * (goods(previous, first - 1) + bads(previous, first - 1));
        return risesInPhase[phase] ? left <= right : left >= right;
    }

    boolean neighbours(int previous, int first, int last) {
        if (rules.differenceMin() == 0 && rules.pValueMax() >= 1) {
            return true;
        }
        double leftBads = bads(previous, first - 1);
        double leftSize = leftBads + goods(previous, first - 1);
        double rightBads = bads(first, last);
        double rightSize = rightBads + goods(first, last);
        double difference = Math.abs(leftBads / leftSize - rightBads / rightSize);
        if (difference < rules.differenceMin()) {
            return false;
        }
        return rules.pValueMax() >= 1
                || TwoProportions.pValue(leftBads, leftSize, rightBads, rightSize) <= rules.pValueMax();
    }

    private int @Nullable [] trace(double[][][] best, int[][][] back) {
        double top = IMPOSSIBLE;
        int bins = -1;
        int phase = 0;
        int first = 0;
        for (int k = 0; k < best.length; k++) {
            for (int p = 0; p < best[k].length; p++) {
                for (int start = 0; start < size; start++) {
                    double value = best[k][p][start * size + size - 1];
                    if (value > top + TIE) {
                        top = value;
                        bins = k;
                        phase = p;
                        first = start;
                    }
                }
            }
        }
        if (bins < 0) {
            return null;
        }
        int[] ends = new int[bins + 1];
        int last = size - 1;
        for (int k = bins; k >= 0; k--) {
            ends[k] = last + 1;
            if (k > 0) {
                int step = back[k][phase][first * size + last];
                last = first - 1;
                first = step / risesInPhase.length;
                phase = step % risesInPhase.length;
            }
        }
        return ends;
    }

    /** Bad rate of a bin. */
    double rate(int first, int last) {
        double bads = bads(first, last);
        return bads / (bads + goods(first, last));
    }

    private double goods(int first, int last) {
        return goodsUpTo[last + 1] - goodsUpTo[first];
    }

    private double bads(int first, int last) {
        return badsUpTo[last + 1] - badsUpTo[first];
    }
}
