package org.quanheng.scoring.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;

/**
 * Reads tables from CSV in two passes: the first finds kinds and faults and fills the numbers, the second fills the categories.
 *
 * <p>A column is numeric when all its values are decimal numbers; when at least half but not all are, that is a fault and not a
 * guess.
 */
public final class CsvTable {
    /** Most distinct texts of one column; more are an identifier, not a category. */
    static final int CATEGORIES_MAX = 50_000;

    private CsvTable() {}

    /**
     * Reads a file, unpacked when its name ends in .gz.
     *
     * @throws org.quanheng.fault.FaultyInputException with every fault of the content
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Table read(Path file, CsvFormat format) {
        boolean packed = file.getFileName().toString().endsWith(".gz");
        return new Reading(file.toString(), format, () -> {
                    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                    return packed ? new GZIPInputStream(raw, 1 << 16) : raw;
                })
                .table();
    }

    /**
     * Reads bytes that hold CSV text.
     *
     * @param name the input's name in messages
     * @throws org.quanheng.fault.FaultyInputException with every fault of the content
     */
    public static Table read(String name, byte[] bytes, CsvFormat format) {
        return new Reading(name, format, () -> new ByteArrayInputStream(bytes)).table();
    }

    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    private static final class Reading {
        private final String name;
        private final CsvFormat format;
        private final Source source;
        private final Faults faults;
        private final List<CsvColumn> columns = new ArrayList<>();
        private int rows;

        Reading(String name, CsvFormat format, Source source) {
            this.name = name;
            this.faults = new Faults(name);
            this.format = format;
            this.source = source;
        }

        Table table() {
            try {
                pass(true);
                columns.forEach(column -> column.decideKind(faults));
                faults.throwIfAny();
                if (columns.stream().anyMatch(CsvColumn::isCategorical)) {
                    pass(false);
                    faults.throwIfAny();
                }
            } catch (CharacterCodingException broken) {
                faults.add("text", "UTF-8", "bytes that are not UTF-8", "save the file again as UTF-8");
                throw faults.exception();
            } catch (IOException failed) {
                throw new UncheckedIOException(name + " cannot be read", failed);
            }
            return Table.of(columns.stream()
                    .filter(CsvColumn::isKept)
                    .map(CsvColumn::finish)
                    .toList());
        }

        private void pass(boolean first) throws IOException {
            try (Reader reader = new InputStreamReader(
                    source.open(),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT))) {
                CsvRecords records = new CsvRecords(reader, format.separator());
                boolean any = records.next();
                if (first) {
                    if (!any) {
                        faults.add("header", "a line of column names", "nothing", "");
                        return;
                    }
                    header(records);
                }
                body(records, first);
                faults.require(!records.endedInsideQuotes(), "last record", "a closing quote", "the end of the text");
            }
            faults.require(rows > 0, "table", "at least one data row", "none");
        }

        private void header(CsvRecords records) {
            Set<String> names = new LinkedHashSet<>();
            for (int field = 0; field < records.fields(); field++) {
                String column = records.string(field).strip();
                if (field == 0 && column.startsWith("\uFEFF")) {
                    column = column.substring(1);
                }
                Phrase where = Phrase.of("header, column {0}", field + 1);
                faults.require(!column.isEmpty(), where, "a name", "nothing");
                if (column.chars().anyMatch(Character::isISOControl)) {
                    faults.add(where, "a name without control characters", quote(column));
                }
                if (!names.add(column)) {
                    faults.add(where, "a name of its own", Phrase.of("{0} a second time", quote(column)));
                }
                columns.add(new CsvColumn(column, format));
            }
        }

        private void body(CsvRecords records, boolean first) throws IOException {
            int row = 0;
            while (records.next()) {
                if (records.fields() != columns.size()) {
                    faults.add(
                            Phrase.of("line {0}", records.line()),
                            Phrase.of("{0} fields, as in the header", columns.size()),
                            Phrase.of("{0} fields", records.fields()));
                    continue;
                }
                for (int field = 0; field < columns.size(); field++) {
                    CsvColumn column = columns.get(field);
                    if (first) {
                        column.look(records, field, row);
                    } else {
                        column.encode(records, field, row, faults);
                    }
                }
                row++;
            }
            rows = row;
            columns.forEach(column -> column.trim(rows));
        }

        private static String quote(String text) {
            return "'" + text.replaceAll("\\p{Cntrl}", "?") + "'";
        }
    }
}
