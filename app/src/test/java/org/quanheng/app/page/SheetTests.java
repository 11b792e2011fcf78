package org.quanheng.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.app.page.Sheet.Column;

class SheetTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private record Line(
            @Nullable String name,
            @Nullable BigDecimal amount,
            @Nullable LocalDate on,
            @Nullable Instant at) {}

    private static final List<Line> LINES = List.of(
            new Line(
                    "王小明 \uD842\uDFB7 \"甲\"",
                    new BigDecimal("1234567.89"),
                    LocalDate.of(2026, 2, 28),
                    Instant.parse("2026-11-26T23:05:07.9Z")),
            new Line("=cmd|'/C calc'!A0", new BigDecimal("-0.05"), LocalDate.of(2024, 2, 29), null),
            new Line(null, null, null, null));

    private static Sheet<Line> sheet(Iterable<Line> lines) {
        return new Sheet<>(
                "还款计划: [1]",
                List.of(
                        Column.text("姓名", Line::name),
                        Column.money("本金", "DEM", Line::amount),
                        Column.percent("利率", Line::amount),
                        Column.count("期", line -> line.amount() == null ? null : 12),
                        Column.date("到期日", Line::on),
                        Column.moment("时间", SHANGHAI, Line::at)),
                lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|'/C calc'!A0",
                "+cmd",
                "+1",
                "-1+2",
                "-2+3",
                "@x",
                "\tx",
                "\rx",
                "\nx",
                "  =1",
                "\u3000=1",
                "＝1+1",
                "-abc",
                "-1\n+2"
            })
    void whatASpreadsheetWouldComputeIsKeptAsText(String text) {
        assertThat(CsvWriter.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-12", "-0.25", "own", "1 to < 2", "≥ 3", "a=b", "two\nlines", "x\ty"})
    void numbersAndWordsStayAsTheyAre(String text) {
        assertThat(CsvWriter.cell(text)).isEqualTo("\"" + text + "\"");
    }

    @Test
    void quotesAreDoubled() {
        assertThat(CsvWriter.cell("say \"yes\"")).isEqualTo("\"say \"\"yes\"\"\"");
        assertThat(CsvWriter.cell("=\"x\"")).isEqualTo("\"'=\"\"x\"\"\"");
    }

    @Test
    void csvHasItsMarkAndPlainFigures() {
        assertThat(new String(SheetFormat.CSV.bytes(sheet(LINES)), StandardCharsets.UTF_8))
                .isEqualTo("""
                        \uFEFF"姓名","本金 (DEM)","利率","期","到期日","时间 (Asia/Shanghai)"\r
                        "王小明 \uD842\uDFB7 ""甲""\","1234567.89","1234567.89","12","2026-02-28","2026-11-27 07:05:07"\r
                        "'=cmd|'/C calc'!A0","-0.05","-0.05","12","2024-02-29",""\r
                        "","","","","",""\r
                        """);
    }

    @Test
    void aWorkbookHasTypedCells() throws IOException {
        try (ReadableWorkbook book = read(SheetFormat.XLSX.bytes(sheet(LINES)), true)) {
            assertThat(book.getFirstSheet().getName()).isEqualTo("还款计划- -1-");
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.getFirst().stream().map(Cell::asString))
                    .containsExactly("姓名", "本金 (DEM)", "利率", "期", "到期日", "时间 (Asia/Shanghai)");
            Row first = rows.get(1);
            assertThat(first.getCell(0).asString()).isEqualTo("王小明 \uD842\uDFB7 \"甲\"");
            assertThat(first.getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(first.getCell(1).asNumber()).isEqualByComparingTo("1234567.89");
            assertThat(first.getCell(1).getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(first.getCell(2).getDataFormatString()).isEqualTo("0.00%");
            assertThat(first.getCell(3).asNumber()).isEqualByComparingTo("12");
            assertThat(first.getCell(4).asDate()).isEqualTo(LocalDateTime.of(2026, 2, 28, 0, 0));
            assertThat(first.getCell(4).getDataFormatString()).isEqualTo("yyyy-mm-dd");
            assertThat(first.getCell(5).asDate()).isEqualTo(LocalDateTime.of(2026, 11, 27, 7, 5, 7));
            Row second = rows.get(2);
            assertThat(second.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(second.getCell(0).getFormula()).isNull();
            assertThat(second.getCell(0).asString()).isEqualTo("=cmd|'/C calc'!A0");
            assertThat(second.getCell(1).asNumber()).isEqualByComparingTo("-0.05");
        }
    }

    @Test
    void theHeadStaysAndColumnsFitChinese() throws IOException {
        String xml = new String(
                parts(SheetFormat.XLSX.bytes(sheet(LINES))).get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        assertThat(xml)
                .contains("ySplit=\"1\" topLeftCell=\"A2\"", "state=\"frozen\"", "min=\"6\" max=\"6\" width=\"22.0\"")
                .doesNotContain("<f>");
    }

    @Test
    void theSameTableIsTheSameFileButForWhenItWasMade() throws IOException {
        Map<String, byte[]> one = parts(SheetFormat.XLSX.bytes(sheet(LINES)));
        Map<String, byte[]> other = parts(SheetFormat.XLSX.bytes(sheet(LINES)));
        assertThat(one.remove("docProps/core.xml")).isNotNull();
        other.remove("docProps/core.xml");
        assertThat(one).hasSizeGreaterThan(5).containsExactlyEntriesOf(other);
    }

    @Test
    void whatExceedsAWorksheetGoesOnInAnother() throws IOException {
        List<Line> lines = IntStream.range(0, 1_250)
                .mapToObj(i -> new Line("n" + i, BigDecimal.valueOf(i, 2), LocalDate.EPOCH, Instant.EPOCH))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(sheet(lines), out, 501);
        try (ReadableWorkbook book = read(out.toByteArray(), false)) {
            List<List<Row>> sheets = book.getSheets().map(SheetTests::rows).toList();
            assertThat(sheets.stream().map(List::size)).containsExactly(501, 501, 251);
            assertThat(sheets.stream().map(rows -> rows.getFirst().getCell(0).asString()))
                    .containsOnly("姓名");
            assertThat(sheets.get(2).getLast().getCell(0).asString()).isEqualTo("n1249");
            BigDecimal sum = sheets.stream()
                    .flatMap(rows -> rows.stream().skip(1))
                    .map(row -> row.getCell(1).asNumber())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo("7806.25");
        }
    }

    @Test
    void aTableWithoutRowsHasItsHead() throws IOException {
        try (ReadableWorkbook book = read(SheetFormat.XLSX.bytes(sheet(List.of())), false)) {
            assertThat(book.getFirstSheet().read()).hasSize(1);
        }
        assertThat(new String(SheetFormat.CSV.bytes(sheet(List.of())), StandardCharsets.UTF_8).lines())
                .hasSize(1);
    }

    private static List<Row> rows(org.dhatim.fastexcel.reader.Sheet sheet) {
        try {
            return sheet.read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ReadableWorkbook read(byte[] file, boolean withFormat) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(withFormat, true));
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        Path path = Files.createTempFile("sheet", ".xlsx");
        Files.write(path, file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } finally {
            Files.delete(path);
        }
        return parts;
    }
}
