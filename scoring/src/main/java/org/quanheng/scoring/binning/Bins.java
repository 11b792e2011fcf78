package org.quanheng.scoring.binning;

import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.table.Column;

/**
 * A division of the values of one characteristic.
 *
 * <p>Bins are numbered: first the ranges or groups, then the bin of missing values, then for numbers one for each special code, for
 * categories that of rare and never-seen ones. Missing values and special codes may instead be joined with a range or group. Without
 * evidence the WoE of a bin is 0.
 */
public sealed interface Bins permits NumericBins, CategoricalBins {
    /** Number of bins, those of missing and rare values included. */
    int count();

    /** Number of ranges or groups, the first bins. */
    int regular();

    /** Bin of missing values, which may be a range or group. */
    int missing();

    /** The same division with the bin of missing values or of a special code joined with a range or group; later bins move up by one. */
    Bins joined(int extra, int range);

    /** What a person reads: a range, the categories, "missing" or "other". */
    String label(int bin);

    /**
     * Bin of one value.
     *
     * @param value Number, text or Boolean; null when missing
     * @throws org.quanheng.fault.FaultyInputException when the kind of value is not the characteristic's
     */
    int of(@Nullable Object value);

    /**
     * Bins of a whole column.
     *
     * @throws org.quanheng.fault.FaultyInputException when the kind of column is not the characteristic's
     */
    byte[] assign(Column column);
}
