package org.quanheng.app.model.workshop;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.SpecialCode;
import org.quanheng.scoring.table.Table;

/**
 * What the columns of an imported table are.
 *
 * @param separator between the fields of the file
 * @param missing texts that mean "missing"; an empty field always does
 * @param categorical columns whose values are categories, also when they look like numbers
 * @param target column of outcomes, empty until somebody has chosen it
 * @param bad value of the target that means bad, 0 or 1
 * @param drop columns never used
 * @param protectedColumns never a feature, only for fairness measures
 * @param specials numbers that are no measurements, by column, with what they say
 */
public record DataCard(
        char separator,
        Set<String> missing,
        Set<String> categorical,
        String target,
        int bad,
        Set<String> drop,
        Set<String> protectedColumns,
        Map<String, List<SpecialCode>> specials) {
    /** Copies the collections, in order, so that the same card is always the same text. */
    public DataCard {
        missing = sorted(missing);
        categorical = sorted(categorical);
        drop = sorted(drop);
        protectedColumns = sorted(protectedColumns);
        specials = new TreeMap<>(specials);
    }

    private static Set<String> sorted(Collection<String> texts) {
        return new LinkedHashSet<>(new TreeSet<>(texts));
    }

    /** How the file is read. */
    CsvFormat format() {
        return new CsvFormat(categorical, Set.of(), missing, separator);
    }

    /** Columns that a model may use, in the table's order. */
    public List<String> features(Table table) {
        return table.names().stream()
                .filter(name -> !name.equals(target) && !drop.contains(name) && !protectedColumns.contains(name))
                .toList();
    }

    /**
     * The whole table as a sample.
     *
     * @throws org.quanheng.fault.FaultyInputException when the target is not 0 and 1, or has one class only
     */
    public Sample sample(Table table) {
        return Sample.of(table, target, bad, features(table), null);
    }

    /** The same card with the columns that somebody chose. */
    public DataCard with(
            Set<String> otherCategorical,
            String otherTarget,
            int otherBad,
            Set<String> otherDrop,
            Set<String> otherProtected,
            Map<String, List<SpecialCode>> otherSpecials) {
        return new DataCard(
                separator, missing, otherCategorical, otherTarget, otherBad, otherDrop, otherProtected, otherSpecials);
    }
}
