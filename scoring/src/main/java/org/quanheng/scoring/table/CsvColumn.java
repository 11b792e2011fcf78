package org.quanheng.scoring.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;

/** One column while it is read: numbers in the first pass, dictionary codes in the second. */
final class CsvColumn {
    private final String name;
    private final boolean kept;
    private final CsvFormat format;
    private boolean categorical;
    private double[] numbers = new double[0];
    private int[] codes = new int[0];
    private final Map<String, Integer> index = new HashMap<>();
    private final List<String> dictionary = new ArrayList<>();
    private long numberCount;
    private long textCount;
    private String firstText = "";
    private long firstTextLine;

    CsvColumn(String name, CsvFormat format) {
        this.name = name;
        this.format = format;
        this.kept = !format.leaveOut().contains(name);
        this.categorical = format.categorical().contains(name);
    }

    boolean isKept() {
        return kept;
    }

    boolean isCategorical() {
        return kept && categorical;
    }

    /** First pass: keeps the number, or remembers that there was a text. */
    void look(CsvRecords records, int field, int row) {
        if (!kept || categorical) {
            return;
        }
        if (row >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(1024, row + (row >> 1)));
        }
        if (isMissing(records, field)) {
            numbers[row] = Double.NaN;
            return;
        }
        double number = DecimalText.parse(records.text(), records.from(field), records.to(field));
        numbers[row] = number;
        if (!Double.isNaN(number)) {
            numberCount++;
        } else if (textCount++ == 0) {
            firstText = records.string(field);
            firstTextLine = records.line();
        }
    }

    /** Between the passes: numeric, categorical, or a fault when it is neither clearly. */
    void decideKind(Faults faults) {
        if (!kept || categorical || textCount == 0) {
            return;
        }
        if (numberCount >= textCount) {
            faults.add(
                    Phrase.of("column {0}", name),
                    "all numbers or mostly texts",
                    Phrase.of(
                            "{0} numbers and {1} texts, the first '{2}' in line {3}",
                            numberCount, textCount, firstText, firstTextLine),
                    Phrase.of("name the column as categorical, or name '{0}' as a text that means missing", firstText));
            return;
        }
        categorical = true;
        numbers = new double[0];
    }

    /** Second pass: the code of the text. */
    void encode(CsvRecords records, int field, int row, Faults faults) {
        if (!isCategorical()) {
            return;
        }
        if (row >= codes.length) {
            codes = Arrays.copyOf(codes, Math.max(1024, row + (row >> 1)));
        }
        if (isMissing(records, field)) {
            codes[row] = CategoricalColumn.MISSING;
            return;
        }
        String text = records.string(field);
        Integer known = index.get(text);
        if (known == null) {
            if (dictionary.size() == CsvTable.CATEGORIES_MAX) {
                faults.add(
                        Phrase.of("column {0}", name),
                        Phrase.of("at most {0} different texts", CsvTable.CATEGORIES_MAX),
                        Phrase.of("more, in line {0}", records.line()),
                        "it is an identifier: leave the column out");
                codes[row] = CategoricalColumn.MISSING;
                return;
            }
            known = dictionary.size();
            index.put(text, known);
            dictionary.add(text);
        }
        codes[row] = known;
    }

    void trim(int rows) {
        if (kept && !categorical) {
            numbers = Arrays.copyOf(numbers, rows);
        } else if (codes.length > 0) {
            codes = Arrays.copyOf(codes, rows);
        }
    }

    Column finish() {
        return categorical
                ? new CategoricalColumn(name, dictionary, codes)
                : new NumericColumn(name, numbers, format.specials().getOrDefault(name, List.of()));
    }

    private boolean isMissing(CsvRecords records, int field) {
        return records.from(field) == records.to(field)
                || (!format.missing().isEmpty() && format.missing().contains(records.string(field)));
    }
}
