package org.quanheng.scoring.table;

import java.util.Arrays;

/** Numbers; a missing value is NaN. The array is shared, not copied: treat it as read-only. */
public final class NumericColumn implements Column {
    private final String name;
    private final double[] values;

    /** Wraps the values without a copy. */
    public NumericColumn(String name, double[] values) {
        this.name = name;
        this.values = values;
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

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public NumericColumn take(int[] rows) {
        return new NumericColumn(
                name, Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
    }
}
