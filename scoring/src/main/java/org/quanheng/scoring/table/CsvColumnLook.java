package org.quanheng.scoring.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one column of a CSV text looks like before anything is decided about it.
 *
 * @param name as in the header
 * @param numbers how many of its values are decimal numbers
 * @param texts how many are not
 * @param firstText the first of those, empty when there is none
 */
public record CsvColumnLook(String name, long numbers, long texts, String firstText) {
    /** True when it holds numbers and texts, so that a person should say which it is. */
    public boolean isMixed() {
        return numbers > 0 && texts > 0;
    }

    /**
     * Looks at every column; lines with another number of fields than the header are passed over.
     *
     * @param missing texts that mean "missing"; an empty field always does
     */
    public static List<CsvColumnLook> at(String csv, char separator, Set<String> missing) {
        try {
            CsvRecords records = new CsvRecords(new StringReader(csv), separator);
            if (!records.next()) {
                return List.of();
            }
            int columns = records.fields();
            List<String> names = new ArrayList<>();
            for (int field = 0; field < columns; field++) {
                names.add(records.string(field).strip());
            }
            long[] numbers = new long[columns];
            long[] texts = new long[columns];
            String[] first = new String[columns];
            while (records.next()) {
                for (int field = 0; records.fields() == columns && field < columns; field++) {
                    boolean empty = records.from(field) == records.to(field);
                    if (empty || (!missing.isEmpty() && missing.contains(records.string(field)))) {
                        continue;
                    }
                    double number = DecimalText.parse(records.text(), records.from(field), records.to(field));
                    if (!Double.isNaN(number)) {
                        numbers[field]++;
                    } else if (texts[field]++ == 0) {
                        first[field] = records.string(field);
                    }
                }
            }
            List<CsvColumnLook> looks = new ArrayList<>();
            for (int field = 0; field < columns; field++) {
                looks.add(new CsvColumnLook(
                        names.get(field), numbers[field], texts[field], texts[field] == 0 ? "" : first[field]));
            }
            return looks;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory could not be read", impossible);
        }
    }
}
