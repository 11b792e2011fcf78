package org.quanheng.scoring.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a CSV file is to be understood.
 *
 * @param categorical columns whose values are categories even when they look like numbers
 * @param leaveOut columns that are not read at all
 * @param missing texts that mean "missing"; an empty field always does
 * @param separator between fields
 * @param specials special codes by column of numbers
 */
public record CsvFormat(
        Set<String> categorical,
        Set<String> leaveOut,
        Set<String> missing,
        char separator,
        Map<String, List<SpecialCode>> specials) {
    /** Copies the sets. */
    public CsvFormat {
        categorical = Set.copyOf(categorical);
        leaveOut = Set.copyOf(leaveOut);
        missing = Set.copyOf(missing);
        specials = Map.copyOf(specials);
    }

    /** Without special codes. */
    public CsvFormat(Set<String> categorical, Set<String> leaveOut, Set<String> missing, char separator) {
        this(categorical, leaveOut, missing, separator, Map.of());
    }

    /** Comma, UTF-8, header line, empty = missing; a column is numeric when all its values are. */
    public static CsvFormat standard() {
        return new CsvFormat(Set.of(), Set.of(), Set.of(), ',');
    }

    /** With these columns read as categories. */
    public CsvFormat withCategorical(Collection<String> names) {
        return new CsvFormat(Set.copyOf(names), leaveOut, missing, separator, specials);
    }

    /** Without these columns. */
    public CsvFormat withLeaveOut(Collection<String> names) {
        return new CsvFormat(categorical, Set.copyOf(names), missing, separator, specials);
    }

    /** With these texts read as missing. */
    public CsvFormat withMissing(Collection<String> texts) {
        return new CsvFormat(categorical, leaveOut, Set.copyOf(texts), separator, specials);
    }

    /** With these numbers of these columns read as special codes. */
    public CsvFormat withSpecials(Map<String, List<SpecialCode>> byColumn) {
        return new CsvFormat(categorical, leaveOut, missing, separator, byColumn);
    }
}
