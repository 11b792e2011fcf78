package org.quanheng.app.model.workshop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.CsvColumnLook;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Table;

/** A file of data that somebody hands in: unpacked within bounds, brought to UTF-8, and read as a table. */
final class DataFile {
    /** Most bytes of the text after unpacking: 96 MiB. */
    static final int UNPACKED_MAX = 96 << 20;

    private static final int COLUMNS_MAX = 250;
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final String SEPARATORS = ",;\t|";

    private final String name;
    private final byte[] utf8;

    private DataFile(String name, byte[] utf8) {
        this.name = name;
        this.utf8 = utf8;
    }

    /**
     * A file as it came over the network.
     *
     * @throws org.quanheng.fault.FaultyInputException when it is too large, a workbook that cannot be read, or a text in neither UTF-8 nor GB18030
     */
    static DataFile arrived(String name, byte[] bytes) {
        byte[] plain = isPacked(bytes) ? unpacked(name, bytes) : bytes;
        byte[] text = Xlsx.isOne(plain) ? Xlsx.csv(name, plain, UNPACKED_MAX) : plain;
        Faults faults = new Faults("file");
        if (text.length > UNPACKED_MAX) {
            faults.add(
                    Phrase.of("file {0}", name),
                    Phrase.of("at most {0} MiB of text", UNPACKED_MAX >> 20),
                    "more",
                    "take fewer columns, or a random part of the rows");
        } else if (text.length == 0) {
            faults.add(Phrase.of("file {0}", name), "a line of column names and rows below it", "an empty file");
        }
        faults.throwIfAny();
        return new DataFile(name, inUtf8(name, text));
    }

    /** A file as it was kept. */
    static DataFile kept(String name, byte[] packed) {
        return new DataFile(name, unpacked(name, packed));
    }

    private static boolean isPacked(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    private static byte[] unpacked(String name, byte[] packed) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
            return in.readNBytes(UNPACKED_MAX + 1);
        } catch (IOException broken) {
            Faults faults = new Faults("file");
            faults.add(
                    Phrase.of("file {0}", name), "a whole gzip file", "one that cannot be unpacked", "send it again");
            throw faults.exception();
        }
    }

    private static byte[] inUtf8(String name, byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return text;
        } catch (CharacterCodingException notUtf8) {
            try {
                return CHINESE.newDecoder()
                        .decode(ByteBuffer.wrap(text))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
            } catch (CharacterCodingException neither) {
                Faults faults = new Faults("file");
                faults.add(
                        Phrase.of("file {0}", name),
                        "text in UTF-8 or GB18030",
                        "other bytes",
                        "save it again as CSV UTF-8");
                throw faults.exception();
            }
        }
    }

    /** The text packed, for keeping. */
    byte[] packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(utf8);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory could not be written", impossible);
        }
        return packed.toByteArray();
    }

    /** A first card: the separator of the header, and as categories every column that holds numbers and texts. */
    DataCard firstCard(Set<String> missing) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        char separator = separator(text);
        List<CsvColumnLook> looks = CsvColumnLook.at(text, separator, missing);
        Faults faults = new Faults("file");
        faults.require(looks.size() >= 2, "header", "two columns or more", looks.size());
        faults.require(
                looks.size() <= COLUMNS_MAX, "header", Phrase.of("at most {0} columns", COLUMNS_MAX), looks.size());
        faults.throwIfAny();
        Set<String> mixed = looks.stream()
                .filter(CsvColumnLook::isMixed)
                .map(CsvColumnLook::name)
                .collect(Collectors.toSet());
        return new DataCard(separator, missing, mixed, "", 1, Set.of(), Set.of(), Map.of());
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header = (end < 0 ? text : text.substring(0, end)).replaceAll("\"[^\"]*\"", "");
        return (char) SEPARATORS
                .chars()
                .reduce((best, next) -> count(header, next) > count(header, best) ? next : best)
                .orElse(',');
    }

    private static long count(String text, int wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /**
     * The table that the card makes of the text.
     *
     * @throws org.quanheng.fault.FaultyInputException with every fault of the content
     */
    Table table(DataCard card) {
        Table read = CsvTable.read(name, utf8, card.format());
        return Table.of(read.names().stream()
                .map(column -> withSpecials(read.column(column), card))
                .toList());
    }

    private static Column withSpecials(Column column, DataCard card) {
        return column instanceof NumericColumn numeric && card.specials().containsKey(column.name())
                ? new NumericColumn(
                        column.name(), numeric.values(), card.specials().getOrDefault(column.name(), List.of()))
                : column;
    }
}
