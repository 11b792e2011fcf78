package org.quanheng.scoring.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;

/** Named columns of equal length, held by column. */
public final class Table {
    private final int rows;
    private final Map<String, Column> columns;

    private Table(int rows, Map<String, Column> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * A table of columns from memory.
     *
     * @throws org.quanheng.fault.FaultyInputException when there is no column, a name stands twice or lengths differ
     */
    public static Table of(Collection<? extends Column> columns) {
        Faults faults = new Faults("table");
        Map<String, Column> byName = new LinkedHashMap<>();
        int rows = columns.isEmpty() ? 0 : columns.iterator().next().rows();
        faults.require(!columns.isEmpty(), "table", "at least one column", "none");
        for (Column column : columns) {
            if (byName.put(column.name(), column) != null) {
                faults.add(Phrase.of("column {0}", column.name()), "a name of its own", "the same name twice");
            }
            faults.require(
                    column.rows() == rows,
                    Phrase.of("column {0}", column.name()),
                    Phrase.of("{0} rows", rows),
                    column.rows());
        }
        faults.throwIfAny();
        return new Table(rows, byName);
    }

    /** Reads a CSV file, unpacked when its name ends in .gz; see {@link CsvFormat#standard()}. */
    public static Table read(Path file) {
        return CsvTable.read(file, CsvFormat.standard());
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Names in the order of the header. */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** True when there is a column of this name. */
    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /** Column by name. Throws when there is none. */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            Faults faults = new Faults("table");
            faults.add(Phrase.of("column {0}", name), Phrase.of("one of {0}", columns.keySet()), "no such column");
            throw faults.exception();
        }
        return column;
    }

    /** The rows for which the condition holds, in their order. */
    public Table where(IntPredicate row) {
        return take(IntStream.range(0, rows).filter(row).toArray());
    }

    /** The given rows, in the given order. */
    public Table take(int[] wanted) {
        Map<String, Column> taken = new LinkedHashMap<>();
        columns.forEach((name, column) -> taken.put(name, column.take(wanted)));
        return new Table(wanted.length, taken);
    }

    /** The same table with one column more, or replaced when the name is known. */
    public Table with(Column column) {
        List<Column> all = new ArrayList<>();
        columns.values().stream().filter(c -> !c.name().equals(column.name())).forEach(all::add);
        all.add(column);
        return of(all);
    }

    /** Value of a cell for {@code scorecard.score}: Double, String, or null when missing or when there is no such column. */
    public @Nullable Object cell(int row, String name) {
        return switch (columns.get(name)) {
            case null -> null;
            case NumericColumn numeric -> numeric.isMissing(row) ? null : (Object) numeric.value(row);
            case CategoricalColumn categorical -> categorical.text(row);
        };
    }
}
