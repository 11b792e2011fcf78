package org.quanheng.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.fault.FaultyInputException;

final class CsvTableTests {
    private static Table read(String text) {
        return read(text, CsvFormat.standard());
    }

    private static Table read(String text, CsvFormat format) {
        return CsvTable.read("data", text.getBytes(StandardCharsets.UTF_8), format);
    }

    @Test
    void readsNumbersTextsAndMissingValues() {
        Table table = read("age,home,\"in,come\"\n30,own,1e3\n,\"a \"\"b\"\"\n c\",-2.50\n\n41,,\n");
        assertThat(table.names()).containsExactly("age", "home", "in,come");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.cell(0, "age")).isEqualTo(30.0);
        assertThat(table.cell(1, "age")).isNull();
        assertThat(table.cell(1, "home")).isEqualTo("a \"b\"\n c");
        assertThat(table.cell(2, "home")).isNull();
        assertThat(table.cell(0, "in,come")).isEqualTo(1000.0);
        assertThat(table.cell(1, "in,come")).isEqualTo(-2.5);
    }

    @Test
    void understandsByteOrderMarkAndWindowsLineEnds() {
        Table table = read("\uFEFFa,b\r\n1,x\r\n2,y\r\n");
        assertThat(table.names()).containsExactly("a", "b");
        assertThat(table.cell(1, "b")).isEqualTo("y");
    }

    @Test
    void keepsCodesAsTextsAndLeavesColumnsOut() {
        CsvFormat format = CsvFormat.standard()
                .withCategorical(Set.of("code"))
                .withLeaveOut(Set.of("id"))
                .withMissing(Set.of("NA"));
        Table table = read("id,code,n\nx1,01,NA\nx2,1,5\n", format);
        assertThat(table.names()).containsExactly("code", "n");
        assertThat(table.column("code")).isInstanceOf(CategoricalColumn.class);
        assertThat(table.cell(0, "code")).isEqualTo("01");
        assertThat(table.cell(0, "n")).isNull();
    }

    @Test
    void readsPackedFiles(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a\n1\n2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Table.read(file).rows()).isEqualTo(2);
    }

    @Test
    void namesEveryFaultOfATableAtOnce() {
        assertThatThrownBy(() -> read("a,a,\u0000c,\n1,2,3,4\n1,2\n1,2,3,4,5\n"))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("header, column 2: expected a name of its own, came 'a' a second time")
                .hasMessageContaining("header, column 3: expected a name without control characters, came '?c'")
                .hasMessageContaining("header, column 4: expected a name, came nothing")
                .hasMessageContaining("line 3: expected 4 fields, as in the header, came 2 fields")
                .hasMessageContaining("line 4: expected 4 fields, as in the header, came 5 fields");
    }

    @Test
    void doesNotGuessWhetherAColumnIsNumeric() {
        assertThatThrownBy(() -> read("a\n1\n2\nn/a\n"))
                .hasMessageContaining("column a: expected all numbers or mostly texts")
                .hasMessageContaining("the first 'n/a' in line 4")
                .hasMessageContaining("Maybe name the column as categorical");
        assertThat(read("a\nx\ny\nz\n7\n").column("a")).isInstanceOf(CategoricalColumn.class);
    }

    @Test
    void refusesEmptyInputBrokenTextOpenQuotesAndIdentifiers() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("a line of column names");
        assertThatThrownBy(() -> read("a,b\n")).hasMessageContaining("at least one data row");
        assertThatThrownBy(() -> read("a\n\"1\n2\n")).hasMessageContaining("a closing quote");
        assertThatThrownBy(() -> CsvTable.read("data", new byte[] {'a', '\n', (byte) 0xFF}, CsvFormat.standard()))
                .hasMessageContaining("bytes that are not UTF-8");
        StringBuilder many = new StringBuilder("id\n");
        for (int i = 0; i <= CsvTable.CATEGORIES_MAX; i++) {
            many.append('x').append(i).append('\n');
        }
        assertThatThrownBy(() -> read(many.toString())).hasMessageContaining("it is an identifier");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1",
        "-0.30000000000000004",
        "123456789012345678",
        "1e-320",
        "4.9e-324",
        "1.7976931348623157e308",
        "+5",
        ".5",
        "5.",
        "999999999999999",
        "0.000123456789012345"
    })
    void readsNumbersExactly(String text) {
        assertThat(DecimalText.parse(text.toCharArray(), 0, text.length())).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void doesNotTakeOtherTextsForNumbers() {
        for (String text : List.of("NaN", "Infinity", "1d", "0x10", "1e999", "-", ".", "1,5", "1 2", "--1", "e5", "")) {
            assertThat(DecimalText.parse(text.toCharArray(), 0, text.length()))
                    .as(text)
                    .isNaN();
        }
    }
}
