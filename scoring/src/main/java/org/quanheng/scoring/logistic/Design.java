package org.quanheng.scoring.logistic;

import java.util.ArrayList;
import java.util.List;

/** Explanatory columns held as bin codes and one value per bin: a byte a cell. */
public final class Design {
    private final int rows;
    private final List<byte[]> codes;
    private final List<double[]> values;

    /**
     * @param codes by column, the bin of each row
     * @param values by column, the value of each bin
     */
    public Design(int rows, List<byte[]> codes, List<double[]> values) {
        if (codes.size() != values.size()) {
            throw new IllegalArgumentException(
                    "Expected as many code columns as value tables, came " + codes.size() + " and " + values.size());
        }
        this.rows = rows;
        this.codes = new ArrayList<>(codes);
        this.values = new ArrayList<>(values);
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Number of columns. */
    public int columns() {
        return codes.size();
    }

    /** Adds factor × column to the sums. */
    void add(int column, double factor, double[] sums) {
        if (factor == 0) {
            return;
        }
        byte[] code = codes.get(column);
        double[] value = values.get(column).clone();
        for (int bin = 0; bin < value.length; bin++) {
            value[bin] *= factor;
        }
        for (int row = 0; row < sums.length; row++) {
            sums[row] += value[code[row]];
        }
    }

    /** Writes rows from … from + count − 1 into block[1…]; block[0] belongs to the intercept. */
    void block(int from, int count, double[][] block) {
        for (int column = 0; column < codes.size(); column++) {
            byte[] code = codes.get(column);
            double[] value = values.get(column);
            double[] target = block[column + 1];
            for (int i = 0; i < count; i++) {
                target[i] = value[code[from + i]];
            }
        }
    }

    /** Variance of each column over the rows. */
    double[] variances() {
        double[] variances = new double[codes.size()];
        for (int column = 0; column < variances.length; column++) {
            double[] value = values.get(column);
            long[] counts = new long[value.length];
            for (byte code : codes.get(column)) {
                counts[code]++;
            }
            double mean = 0;
            for (int bin = 0; bin < value.length; bin++) {
                mean += value[bin] * counts[bin] / rows;
            }
            for (int bin = 0; bin < value.length; bin++) {
                variances[column] += (value[bin] - mean) * (value[bin] - mean) * counts[bin] / rows;
            }
        }
        return variances;
    }
}
