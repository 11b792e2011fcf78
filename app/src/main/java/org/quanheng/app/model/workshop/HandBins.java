package org.quanheng.app.model.workshop;

import java.util.List;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;

/**
 * Bins of one characteristic as a person sets them; missing values and special codes have bins of their own.
 *
 * @param cuts between ranges, rising; empty for categories
 * @param groups of categories; empty for numbers
 */
public record HandBins(List<Double> cuts, List<List<String>> groups) {
    /** Copies the lists. */
    public HandBins {
        cuts = List.copyOf(cuts);
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** The cuts or groups of bins that a training found. */
    public static HandBins of(Bins bins) {
        return switch (bins) {
            case NumericBins numeric -> new HandBins(numeric.cuts(), List.of());
            case CategoricalBins categorical -> new HandBins(List.of(), categorical.groups());
        };
    }

    /** The bins of a column. */
    public Bins on(Column column) {
        return switch (column) {
            case NumericColumn numeric ->
                new NumericBins(cuts.stream().mapToDouble(Double::doubleValue).toArray(), numeric.specials());
            case CategoricalColumn categorical -> new CategoricalBins(groups);
        };
    }
}
