package org.quanheng.scoring.table;

/** One column of a table: numbers or categories. */
public sealed interface Column permits NumericColumn, CategoricalColumn {
    /** Name as in the header. */
    String name();

    /** Number of rows. */
    int rows();

    /** True when the value of the row is missing. */
    boolean isMissing(int row);

    /** A column of the given rows, in the given order. */
    Column take(int[] rows);
}
