package org.quanheng.balance.stopping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;

/** Facts as small whole numbers for trees: a number by its quantile range, a category by the rank of its mean log-odds, a missing value last. */
public final class Facts {
    static final int CODES = 33;
    private static final int RANGES = 32;

    private final List<byte[]> columns;

    private Facts(List<byte[]> columns) {
        this.columns = columns;
    }

    /**
     * Facts of all rows; ranges and ranks are those of the training rows.
     *
     * @param logOdds of the stage, by row
     * @param training row numbers
     */
    public static Facts of(List<Column> facts, double[] logOdds, int[] training) {
        List<byte[]> columns = new ArrayList<>(List.of(ranges(logOdds, training)));
        for (Column fact : facts) {
            columns.add(
                    switch (fact) {
                        case NumericColumn numeric -> ranges(numeric.values(), training);
                        case CategoricalColumn categorical -> ranges(means(categorical, logOdds, training), training);
                    });
        }
        return new Facts(columns);
    }

    List<byte[]> columns() {
        return columns;
    }

    /** The mean log-odds of each row's category. */
    private static double[] means(CategoricalColumn column, double[] logOdds, int[] training) {
        double[] sums = new double[column.dictionary().size()];
        double[] counts = new double[sums.length];
        for (int row : training) {
            if (!column.isMissing(row)) {
                sums[column.code(row)] += logOdds[row];
                counts[column.code(row)]++;
            }
        }
        return IntStream.range(0, column.rows())
                .mapToDouble(row -> column.isMissing(row) || counts[column.code(row)] == 0
                        ? Double.NaN
                        : sums[column.code(row)] / counts[column.code(row)])
                .toArray();
    }

    private static byte[] ranges(double[] values, int[] training) {
        double[] cuts = cuts(values, training);
        byte[] codes = new byte[values.length];
        for (int row = 0; row < codes.length; row++) {
            int place = Arrays.binarySearch(cuts, values[row]);
            codes[row] = (byte) (Double.isNaN(values[row]) ? CODES - 1 : place >= 0 ? place : -place - 1);
        }
        return codes;
    }

    /** Upper ends of the ranges, each closed above; at most 31. */
    private static double[] cuts(double[] values, int[] training) {
        double[] sorted = Arrays.stream(training)
                .mapToDouble(row -> values[row])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] different = Arrays.stream(sorted).distinct().toArray();
        if (different.length <= RANGES) {
            return Arrays.copyOf(different, Math.max(0, different.length - 1));
        }
        return IntStream.range(1, RANGES)
                .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / RANGES)])
                .distinct()
                .boxed()
                .sorted(Comparator.naturalOrder())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
