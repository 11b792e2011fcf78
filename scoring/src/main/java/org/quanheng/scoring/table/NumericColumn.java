package org.quanheng.scoring.table;

import java.util.Arrays;
import java.util.List;

/** Numbers; a missing value is NaN. The array is shared, not copied: treat it as read-only. */
public final class NumericColumn implements Column {
    private final String name;
    private final double[] values;
    private final List<SpecialCode> specials;

    /** Wraps the values without a copy. */
    public NumericColumn(String name, double[] values) {
        this(name, values, List.of());
    }

    /** Wraps the values without a copy; some numbers are special codes. */
    public NumericColumn(String name, double[] values, List<SpecialCode> specials) {
        SpecialCode.check(name, specials);
        this.name = name;
        this.values = values;
        this.specials = List.copyOf(specials);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return values.length;
    }

    /** Value of the row, NaN when missing. */
    public double value(int row) {
        return values[row];
    }

    /** All values, shared. */
    public double[] values() {
        return values;
    }

    /** Which numbers are no measurements; none in most columns. */
    public List<SpecialCode> specials() {
        return specials;
    }

    /** The measurements in rising order: neither missing values nor special codes. */
    public double[] measurements() {
        return measurements(1);
    }

    /** The measurements of every so manieth row, in rising order. */
    public double[] measurements(int step) {
        double[] sorted = new double[(values.length + step - 1) / step];
        int count = 0;
        for (int row = 0; row < values.length; row += step) {
            double value = values[row];
            if (!Double.isNaN(value) && !isSpecial(value)) {
                sorted[count++] = value;
            }
        }
        sorted = count == sorted.length ? sorted : Arrays.copyOf(sorted, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private boolean isSpecial(double value) {
        for (SpecialCode special : specials) {
            for (double code : special.codes()) {
                if (code == value) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public NumericColumn take(int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = values[rows[i]];
        }
        return new NumericColumn(name, taken, specials);
    }
}
