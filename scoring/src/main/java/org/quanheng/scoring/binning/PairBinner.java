package org.quanheng.scoring.binning;

import java.util.Arrays;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;

/**
 * Two-dimensional bins: the cuts of one side are the exact optimum for the information value of the grid while the other side rests,
 * side after side until nothing is gained.
 *
 * <p>Each step is an exact dynamic programme, so the value never falls and the result cannot be bettered by moving the cuts of one side
 * alone. Categories are put in the order of their own evidence first.
 */
public final class PairBinner {
    private static final int PRE_BINS_MAX = 30;
    private static final int ROUNDS_MAX = 20;
    private static final double GAIN_MIN = 1e-9;

    private final Sample sample;
    private final BinningRules rules;

    /** A binner for pairs of columns of a sample; of the rules it uses size, number of bins of a side and shrinkage. */
    public PairBinner(Sample sample, BinningRules rules) {
        this.sample = sample;
        this.rules = rules;
    }

    /** Best grid of two columns; throws when both are the same. */
    public PairBinning bin(String first, String second) {
        Faults faults = new Faults("pair");
        faults.require(!first.equals(second), "columns", "two different ones", first + " twice");
        faults.throwIfAny();
        Side a = side(first);
        Side b = side(second);
        double[][][] cells = count(a, b);
        double totalGoods = sum(cells[0]);
        double totalBads = sum(cells[1]);
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            a.ends = best(cells, a, b, totalGoods, totalBads);
            b.ends = best(transposed(cells), b, a, totalGoods, totalBads);
            double value = value(joined(cells, a, b), totalGoods, totalBads);
            if (value <= before + GAIN_MIN) {
                break;
            }
            before = value;
        }
        double[][][] grid = joined(cells, a, b);
        return new PairBinning(first, second, a.bins(), b.bins(), grid[0], grid[1], rules.shrinkage());
    }

    /** One side: fine bins and where they are joined. */
    private static final class Side {
        private final Bins fine;
        private final byte[] codes;
        private int[] ends;

        Side(Bins fine, byte[] codes, int most) {
            this.fine = fine;
            this.codes = codes;
            int count = Math.min(most, fine.regular());
            this.ends = new int[count];
            for (int bin = 0; bin < count; bin++) {
                ends[bin] = (int) ((long) fine.regular() * (bin + 1) / count);
            }
        }

        Bins bins() {
            return Binner.join(fine, ends.length == 0 ? null : ends);
        }

        /** Joined bin of each fine bin. */
        int[] places() {
            int[] places = new int[fine.count()];
            int bin = 0;
            for (int at = 0; at < fine.regular(); at++) {
                bin += at >= ends[bin] ? 1 : 0;
                places[at] = bin;
            }
            for (int at = fine.regular(); at < places.length; at++) {
                places[at] = ends.length + at - fine.regular();
            }
            return places;
        }
    }

    private Side side(String name) {
        Column column = sample.table().column(name);
        Bins fine = switch (column) {
            case NumericColumn numeric -> PreBins.quantiles(numeric, PRE_BINS_MAX);
            case CategoricalColumn categorical -> PreBins.byEvidence(categorical, sample, rules);
        };
        return new Side(fine, fine.assign(column), rules.binsMax());
    }

    private double[][][] count(Side a, Side b) {
        double[][][] cells = new double[2][a.fine.count()][b.fine.count()];
        for (int row = 0; row < sample.rows(); row++) {
            cells[sample.bad()[row] ? 1 : 0][a.codes[row]][b.codes[row]] += sample.weights()[row];
        }
        return cells;
    }

    private static double[][][] joined(double[][][] cells, Side a, Side b) {
        int[] rows = a.places();
        int[] columns = b.places();
        double[][][] grid = new double[2][a.bins().count()][b.bins().count()];
        for (int outcome = 0; outcome < 2; outcome++) {
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    grid[outcome][rows[i]][columns[j]] += cells[outcome][i][j];
                }
            }
        }
        return grid;
    }

    private static double[][][] transposed(double[][][] cells) {
        double[][][] turned = new double[2][cells[0][0].length][cells[0].length];
        for (int outcome = 0; outcome < 2; outcome++) {
            for (int i = 0; i < cells[outcome].length; i++) {
                for (int j = 0; j < cells[outcome][i].length; j++) {
                    turned[outcome][j][i] = cells[outcome][i][j];
                }
            }
        }
        return turned;
    }

    /** Ends of the bins of one side that give the grid the largest information value while the other side rests. */
    private int[] best(double[][][] cells, Side moving, Side resting, double totalGoods, double totalBads) {
        int size = moving.fine.regular();
        double least = rules.sizeMin() * (totalGoods + totalBads);
        double[][] best = new double[rules.binsMax() + 1][size + 1];
        int[][] back = new int[rules.binsMax() + 1][size + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        best[0][0] = 0;
        double[][] values = rangeValues(cells, size, resting, least, totalGoods, totalBads);
        for (int bins = 1; bins <= rules.binsMax(); bins++) {
            for (int end = 1; end <= size; end++) {
                for (int start = 0; start < end; start++) {
                    double value = best[bins - 1][start] + values[start][end - 1];
                    if (value > best[bins][end]) {
                        best[bins][end] = value;
                        back[bins][end] = start;
                    }
                }
            }
        }
        int count = 0;
        for (int bins = 1; bins <= rules.binsMax(); bins++) {
            boolean better = best[bins][size] > Double.NEGATIVE_INFINITY
                    && (count == 0 || best[bins][size] > best[count][size] + GAIN_MIN);
            count = better ? bins : count;
        }
        if (count == 0) {
            return size == 0 ? new int[0] : new int[] {size};
        }
        int[] ends = new int[count];
        for (int bin = count, end = size; bin > 0; end = back[bin][end], bin--) {
            ends[bin - 1] = end;
        }
        return ends;
    }

    /** Information value of each range of the moving side over all bins of the other; impossible where it is too small. */
    private double[][] rangeValues(
            double[][][] cells, int size, Side resting, double least, double totalGoods, double totalBads) {
        int[] columns = resting.places();
        int count = resting.bins().count();
        double[][] values = new double[size][size];
        for (int first = 0; first < size; first++) {
            double[] goods = new double[count];
            double[] bads = new double[count];
            double weight = 0;
            for (int last = first; last < size; last++) {
                for (int j = 0; j < columns.length; j++) {
                    goods[columns[j]] += cells[0][last][j];
                    bads[columns[j]] += cells[1][last][j];
                    weight += cells[0][last][j] + cells[1][last][j];
                }
                double value = weight >= least && weight > 0 ? 0 : Double.NEGATIVE_INFINITY;
                for (int j = 0; j < count; j++) {
                    value += WeightOfEvidence.value(goods[j], bads[j], totalGoods, totalBads, rules.shrinkage());
                }
                values[first][last] = value;
            }
        }
        return values;
    }

    private double value(double[][][] grid, double totalGoods, double totalBads) {
        double sum = 0;
        for (int i = 0; i < grid[0].length; i++) {
            for (int j = 0; j < grid[0][i].length; j++) {
                sum += WeightOfEvidence.value(grid[0][i][j], grid[1][i][j], totalGoods, totalBads, rules.shrinkage());
            }
        }
        return sum;
    }

    static double sum(double[][] cells) {
        return Arrays.stream(cells).flatMapToDouble(Arrays::stream).sum();
    }
}
