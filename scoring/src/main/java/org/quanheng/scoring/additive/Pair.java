package org.quanheng.scoring.additive;

import java.util.Arrays;
import org.quanheng.scoring.binning.Bins;

/** A table of effects over two features, each joined into a few coarse bins. */
public final class Pair {
    /** Most coarse ranges or groups of one side, beside missing and rare. */
    public static final int SIDE_MAX = 8;

    private final int first;
    private final int second;
    private final Side firstSide;
    private final Side secondSide;
    private final double[] values;

    /**
     * One side: the coarse bin of each fine bin.
     */
    static final class Side {
        private final int[] coarse;
        private final int count;
        private final int ordered;

        private Side(int[] coarse, int count, int ordered) {
            this.coarse = coarse;
            this.count = count;
            this.ordered = ordered;
        }

        /** Joins neighbours to about equal weight; categories beyond the most frequent share the last group. */
        static Side of(FineTable table, int feature) {
            Bins bins = table.bins(feature);
            double[][] counts = table.counts(feature);
            int regular = bins.regular();
            int[] coarse = new int[bins.count()];
            int groups = 0;
            if (table.ordered(feature) && regular > SIDE_MAX) {
                double total = 0;
                for (int bin = 0; bin < regular; bin++) {
                    total += counts[0][bin] + counts[1][bin];
                }
                double seen = 0;
                for (int bin = 0; bin < regular; bin++) {
                    double middle = seen + (counts[0][bin] + counts[1][bin]) / 2;
                    coarse[bin] = total > 0 ? (int) Math.min(SIDE_MAX - 1, SIDE_MAX * middle / total) : 0;
                    seen += counts[0][bin] + counts[1][bin];
                }
                int[] dense = Arrays.stream(coarse, 0, regular).distinct().toArray();
                for (int bin = 0; bin < regular; bin++) {
                    coarse[bin] = Arrays.binarySearch(dense, coarse[bin]);
                }
                groups = dense.length;
            } else {
                for (int bin = 0; bin < regular; bin++) {
                    coarse[bin] = Math.min(bin, SIDE_MAX - 1);
                }
                groups = Math.min(regular, SIDE_MAX);
            }
            for (int bin = regular; bin < coarse.length; bin++) {
                coarse[bin] = groups + bin - regular;
            }
            return new Side(coarse, groups + coarse.length - regular, table.ordered(feature) ? groups : 0);
        }

        int of(int fine) {
            return coarse[fine];
        }

        int count() {
            return count;
        }
    }

    Pair(int first, int second, Side firstSide, Side secondSide) {
        this.first = first;
        this.second = second;
        this.firstSide = firstSide;
        this.secondSide = secondSide;
        this.values = new double[firstSide.count * secondSide.count];
    }

    /** The same table of cells, without effects. */
    Pair empty() {
        return new Pair(first, second, firstSide, secondSide);
    }

    /** First feature. */
    public int first() {
        return first;
    }

    /** Second feature. */
    public int second() {
        return second;
    }

    /** Bins of the first side. */
    public Bins firstBins(FineTable table) {
        return Steps.join(table.bins(first), firstSide.coarse);
    }

    /** Bins of the second side. */
    public Bins secondBins(FineTable table) {
        return Steps.join(table.bins(second), secondSide.coarse);
    }

    /** Effect of a cell by coarse bins. */
    public double at(int firstBin, int secondBin) {
        return values[firstBin * secondSide.count + secondBin];
    }

    /** Share of the sample's weight in each cell, by coarse bins. */
    public double[][] shares(FineTable table) {
        double[][] shares = new double[firstSide.count][secondSide.count];
        short[] cells = cells(table);
        double total = 0;
        for (int row = 0; row < cells.length; row++) {
            shares[cells[row] / secondSide.count][cells[row] % secondSide.count] += table.weights()[row];
            total += table.weights()[row];
        }
        for (double[] row : shares) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= total;
            }
        }
        return shares;
    }

    double[] values() {
        return values;
    }

    Side firstSide() {
        return firstSide;
    }

    Side secondSide() {
        return secondSide;
    }

    /** Cell of each row. */
    short[] cells(FineTable table) {
        byte[] a = table.codes(first);
        byte[] b = table.codes(second);
        short[] cells = new short[a.length];
        for (int row = 0; row < a.length; row++) {
            cells[row] = (short) (firstSide.coarse[a[row]] * secondSide.count + secondSide.coarse[b[row]]);
        }
        return cells;
    }

    /** Adds the effects to the sums. */
    public void addTo(double[] sums, FineTable table) {
        short[] cells = cells(table);
        for (int row = 0; row < sums.length; row++) {
            sums[row] += values[cells[row]];
        }
    }

    /** Solves (W + ridge + stiffness·D'D)·step = score − (ridge + stiffness·D'D)·value over the cells. */
    double[] step(double[] weight, double[] score, double stiffness, double ridge) {
        int size = values.length;
        double[][] matrix = new double[size][size];
        double[] right = score.clone();
        for (int cell = 0; cell < size; cell++) {
            matrix[cell][cell] += weight[cell] + ridge;
            right[cell] -= ridge * values[cell];
            int i = cell / secondSide.count;
            int j = cell % secondSide.count;
            if (i + 1 < firstSide.ordered) {
                link(matrix, right, cell, cell + secondSide.count, stiffness);
            }
            if (j + 1 < secondSide.ordered) {
                link(matrix, right, cell, cell + 1, stiffness);
            }
        }
        return Cholesky.solve(matrix, right);
    }

    private void link(double[][] matrix, double[] right, int a, int b, double stiffness) {
        matrix[a][a] += stiffness;
        matrix[b][b] += stiffness;
        matrix[a][b] -= stiffness;
        matrix[b][a] -= stiffness;
        double pull = stiffness * (values[a] - values[b]);
        right[a] -= pull;
        right[b] += pull;
    }
}
