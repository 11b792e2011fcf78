package org.quanheng.scoring.binning;

import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.table.Column;

/**
 * A division of the values of one characteristic.
 *
 * <p>Bins are numbered: first the ranges or groups, then the bin of missing values, and for categories last the bin of rare and
 * never-seen ones. Those bins always exist; without evidence their WoE is 0.
 */
public sealed interface Bins permits NumericBins, CategoricalBins {
    /** Number of bins, those of missing and rare values included. */
    int count();

    /** Number of ranges or groups, the first bins. */
    int regular();

    /** Bin of missing values. */
    int missing();

    /** What a person reads: a range, the categories, "missing" or "other". */
    String label(int bin);

    /**
     * Bin of one value.
     *
     * @param value Number, text or Boolean; null when missing
     * @throws org.quanheng.scoring.FaultyInputException when the kind of value is not the characteristic's
     */
    int of(@Nullable Object value);

    /**
     * Bins of a whole column.
     *
     * @throws org.quanheng.scoring.FaultyInputException when the kind of column is not the characteristic's
     */
    byte[] assign(Column column);
}
