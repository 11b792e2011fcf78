package org.quanheng.app.model.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.app.sample.SampleLender;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.scoring.table.Table;

class XlsxTests {
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STYLES = "xl/styles.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";

    /** The parts of a workbook with two sheets, of which the first is hidden, and with a sheet of two columns and these rows. */
    private static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(SHEET, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='x' sheetId='1' state='hidden' r:id='h'/>"
                        + "<sheet name='数据' sheetId='2' r:id='s'/></sheets></workbook>");
        parts.put(
                RELATIONS,
                "<Relationships><Relationship Id='h' Type='a/worksheet' Target='worksheets/none.xml'/>"
                        + "<Relationship Id='s' Type='a/worksheet' Target='/xl/worksheets/sheet1.xml'/>"
                        + "<Relationship Id='t' Type='a/sharedStrings' Target='sharedStrings.xml'/>"
                        + "<Relationship Id='f' Type='a/styles' Target='styles.xml'/></Relationships>");
        parts.put(
                STYLES,
                "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/>"
                        + "<numFmt numFmtId='165' formatCode='[h]:mm'/>"
                        + "<numFmt numFmtId='166' formatCode='[Red]0.0\\ &quot;days&quot;'/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
                        + "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='22'/></cellXfs></styleSheet>");
        parts.put(
                TEXTS,
                "<sst><si><t>甲</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>ignored</t></rPh></si>"
                        + "<si><t>a_x000D_b</t></si></sst>");
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] with(Map<String, String> parts, String name, String xml) throws IOException {
        Map<String, String> changed = new LinkedHashMap<>(parts);
        changed.put(name, xml);
        return zip(changed);
    }

    private static String csv(byte[] workbook) {
        return new String(Xlsx.csv("data.xlsx", workbook, DataFile.UNPACKED_MAX), StandardCharsets.UTF_8);
    }

    private static String csv(String rows) throws IOException {
        return csv(zip(parts(rows)));
    }

    private static Table table(byte[] bytes) {
        DataFile file = DataFile.arrived("data", bytes);
        return file.table(file.firstCard(Set.of()));
    }

    /** A file is refused with one fault that says what was expected, what came and what to do. */
    private static void refused(byte[] bytes, String came) {
        assertThatThrownBy(() -> DataFile.arrived("bad.xlsx", bytes))
                .isInstanceOfSatisfying(
                        FaultyInputException.class,
                        refusal -> assertThat(refusal.faults()).hasSize(1))
                .hasMessageContaining(came)
                .hasMessageContaining("file bad.xlsx", "Maybe");
    }

    @Test
    void aTableIsTheSameFromAWorkbookAsFromCsv() throws IOException {
        byte[] csv;
        try (InputStream in = SampleLender.class.getResourceAsStream("german-credit.csv")) {
            assertThat(in).isNotNull();
            csv = in.readAllBytes();
        }
        List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("german");
            for (int row = 0; row < lines.size(); row++) {
                String[] fields = lines.get(row).split(",", -1);
                for (int column = 0; column < fields.length; column++) {
                    if (fields[column].matches("-?\\d+(\\.\\d+)?")) {
                        sheet.value(row, column, new BigDecimal(fields[column]));
                    } else {
                        sheet.value(row, column, fields[column]);
                    }
                }
            }
        }
        Table expected = table(csv);
        Table came = table(bytes.toByteArray());
        assertThat(came.names()).isEqualTo(expected.names());
        assertThat(came.rows()).isEqualTo(expected.rows()).isEqualTo(1_000);
        for (String name : expected.names()) {
            assertThat(came.column(name)).as(name).hasSameClassAs(expected.column(name));
            for (int row = 0; row < expected.rows(); row++) {
                assertThat(came.cell(row, name)).as(name).isEqualTo(expected.cell(row, name));
            }
        }
        assertThat(csv(bytes.toByteArray()).replace("\"", "")).isEqualTo(new String(csv, StandardCharsets.UTF_8));
    }

    @Test
    void cellsBecomeTheTextOfCsv() throws IOException {
        assertThat(csv(
                        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><r><t>x\"</t></r><r><t>,y</t></r></is></c></row>"
                                + "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2' t='b'><v>1</v></c></row>"
                                + "<row r='3'><c r='A3' t='s'><v>2</v></c><c r='B3' t='b'><v>0</v></c></row>"
                                + "<row r='4'><c r='B4' t='str'><f>A1&amp;\"!\"</f><v>甲!</v></c></row>"
                                + "<row r='5'><c r='A5'><f>1/3</f><v>0.5</v></c><c r='B5' t='e'><v>#N/A</v></c></row>"))
                .isEqualTo("\"甲\",\"x\"\",y\"\n\"two runs\",\"TRUE\"\n\"a\rb\",\"FALSE\"\n,\"甲!\"\n\"0.5\",\"#N/A\"\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1",
        "1.0, 0, 1",
        "-0.0, 0, 0",
        "1.1000000000000001, 0, 1.1",
        "0.30000000000000004, , 0.30000000000000004",
        "1E6, 0, 1000000",
        "1.5E-7, , 0.00000015",
        "45350, 0, 45350",
        "45350, 1, 2024-02-28",
        "45351, 2, 2024-02-29",
        "45351.25, 1, 2024-02-29 06:00:00",
        "45351.999999, 5, 2024-03-01",
        "0.75, 5, 18:00:00",
        "59, 1, 1900-02-28",
        "60, 1, 60",
        "61, 1, 1900-03-01",
        "-1, 1, -1",
        "2958465, 1, 9999-12-31",
        "2958466, 1, 2958466",
        "1.5, 3, 1.5",
        "1.5, 4, 1.5",
        "7, 99, 7"
    })
    void numbersArePlainAndDaysAreIso(String number, String format, String text) throws IOException {
        String style = format == null ? "" : " s='" + format + "'";
        assertThat(csv("<row><c t='inlineStr'><is><t>a</t></is></c><c t='n'" + style + "><v>" + number
                        + "</v></c></row>"))
                .isEqualTo("\"a\",\"" + text + "\"\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 1904-01-01", "1, 1904-01-02", "43889, 2024-02-29", "0.5, 12:00:00"})
    void daysMayCountFrom1904(String number, String text) throws IOException {
        Map<String, String> parts = parts("<row><c s='1'><v>" + number + "</v></c></row>");
        String workbook =
                parts.getOrDefault("xl/workbook.xml", "").replace("<sheets>", "<workbookPr date1904='1'/><sheets>");
        assertThat(csv(with(parts, "xl/workbook.xml", workbook))).isEqualTo('"' + text + "\"\n");
    }

    @Test
    void linesAreRowsAndNothingBesideTheHeaderIsLost() throws IOException {
        String rows = "<row r='2'><c r='A2'><v>1</v></c><c r='B2'><v>2</v></c><c r='C2' s='1'/></row>"
                + "<row r='3'><c r='A3' s='1'/><c r='XFD3'/></row><row r='5'><c r='B5'><v>3</v></c></row>";
        assertThat(csv(rows)).isEqualTo("\n\"1\",\"2\"\n\n\n,\"3\"\n");
        byte[] wide = zip(parts(rows + "<row r='7'><c r='D7'><v>4</v></c></row>"));
        assertThatThrownBy(() -> table(wide)).hasMessageContaining("line 7", "2 fields, as in the header", "4 fields");
    }

    @Test
    void theHeaderGetsTheFaultsOfCsv() throws IOException {
        String cell = "<c t='inlineStr'><is><t>%s</t></is></c>";
        String head = "<row>" + cell + cell + cell + "</row><row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>";
        assertThatThrownBy(() -> table(zip(parts(head.formatted("a", "b", "a")))))
                .hasMessageContaining("a second time");
        assertThatThrownBy(() -> table(zip(parts(head.formatted("a", "", "c")))))
                .hasMessageContaining("header, column 2: expected a name, came nothing");
        assertThatThrownBy(() -> table(zip(parts("")))).hasMessageContaining("a line of column names", "an empty file");
        assertThat(table(zip(parts(head.formatted("a;b;c;d", "b|c|d|e", "c")))).names())
                .containsExactly("a;b;c;d", "b|c|d|e", "c");
    }

    @Test
    void oldAndEncryptedWorkbooksAreRefused() {
        byte[] compound = Arrays.copyOf(
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1},
                8_192);
        refused(compound, "one with a password, or of the old kind .xls");
    }

    @Test
    void aZipThatIsNoWorkbookIsRefused() throws IOException {
        refused(zip(Map.of("word/document.xml", "<document/>")), "a zip file that is no such workbook");
        refused(zip(Map.of()), "a zip file that is no such workbook");
    }

    @Test
    void aBombIsRefusedBeforeItIsRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts("").entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i <= XlsxParts.UNPACKED_MAX >> 20; i++) {
                zip.write(blanks);
            }
        }
        refused(Files.readAllBytes(file), "at most 256 MiB unpacked");
    }

    /** Few bytes that name one long text, or one far column, again and again. */
    @Test
    void aSheetThatMultipliesIsRefused() throws IOException {
        String row = "<row>" + "<c t='s'><v>0</v></c>".repeat(100) + "</row>";
        byte[] texts = with(parts(row.repeat(100)), TEXTS, "<sst><si><t>" + "x".repeat(32_767) + "</t></si></sst>");
        refused(texts, "at most 96 MiB of text");
        String far = "<row><c r='XFD1'><v>1</v></c></row>";
        refused(zip(parts(far.repeat(7_000))), "at most 96 MiB of text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1048577'><c><v>1</v></c></row>",
                "<row r='2'/><row r='1'/>",
                "<row r='99999999999'/>",
                "<row r='-1'/>",
                "<row><c r='XFE1'><v>1</v></c></row>",
                "<row><c r='ZZZZZZZZZZZZZZ1'><v>1</v></c></row>",
                "<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>",
                "<row><c><v>ten</v></c></row>",
                "<row><c><v>1E999</v></c></row>",
                "<row><c s='x'><v>1</v></c></row>",
                "<row><c t='s'><v>3</v></c></row>",
                "<row><c t='s'><v>-1</v></c></row>",
                "<row><c t='s'><v>2000000000</v></c></row>",
                "<row><c t='inlineStr'><is><t>&xxe;</t></is></c></row>",
                "<row><c><v>1</row></c>"
            })
    void aSheetThatIsNotWhatItShouldBeIsRefused(String rows) throws IOException {
        refused(zip(parts(rows)), "one that cannot be read");
    }

    @Test
    void aTextThatIsTooLongForACellIsRefused() throws IOException {
        String text = "<row><c t='inlineStr'><is><t>" + "&lt;".repeat(32_768) + "</t></is></c></row>";
        refused(zip(parts(text)), "one that cannot be read");
    }

    @Test
    void manyEscapedCharactersAreRead() throws IOException {
        String rows =
                ("<row><c t='inlineStr'><is><t>" + "&amp;&#65;".repeat(10_000) + "</t></is></c></row>").repeat(50);
        assertThat(csv(rows)).isEqualTo(("\"" + "&A".repeat(10_000) + "\"\n").repeat(50));
    }

    @Test
    void aDocumentTypeIsRefusedInEveryPartAndFetchesNothing(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Map<String, String> parts = parts("<row><c t='s'><v>0</v></c><c><v>1</v></c></row>");
        for (String part : List.of("xl/workbook.xml", RELATIONS, STYLES, TEXTS, SHEET)) {
            String xml = parts.getOrDefault(part, "");
            for (String type : List.of(
                    "<!DOCTYPE x SYSTEM '" + secret.toUri() + "'>",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
                    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY e '&a;&a;&a;&a;&a;'>]>")) {
                refused(with(parts, part, type + xml.replace("甲", "&e;")), "one that cannot be read");
            }
        }
    }

    @Test
    void aWorkbookWithAPartMissingIsRefused() throws IOException {
        Map<String, String> parts = parts("<row><c t='s'><v>0</v></c></row>");
        for (String part : List.of(RELATIONS, STYLES, TEXTS, SHEET)) {
            Map<String, String> fewer = new LinkedHashMap<>(parts);
            fewer.remove(part);
            refused(zip(fewer), "one that cannot be read");
        }
    }

    @Test
    void aWorkbookThatIsCutOffIsRefusedWhereverItIs() throws IOException {
        byte[] whole = zip(parts("<row><c><v>1</v></c></row>"));
        for (int length = 4; length < whole.length; length++) {
            refused(Arrays.copyOf(whole, length), "one that cannot be read");
        }
    }

    /** Whatever is in a part, a workbook is read or refused, and nothing else happens. */
    @Test
    void damagedPartsAreReadOrRefused() throws IOException {
        Map<String, String> parts =
                parts("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><f>2</f><v>45351</v></c></row>");
        List<String> names = List.copyOf(parts.keySet());
        long seed = 20_261_127;
        Random random = new Random(seed);
        for (int trial = 0; trial < 3_000; trial++) {
            String name = names.get(random.nextInt(names.size()));
            StringBuilder xml = new StringBuilder(parts.getOrDefault(name, ""));
            for (int change = 0; change <= random.nextInt(3); change++) {
                xml.setCharAt(random.nextInt(xml.length()), "<>&'/=r19-A\u0000é ".charAt(random.nextInt(14)));
            }
            byte[] damaged = with(parts, name, xml.toString());
            Throwable thrown = catchThrowable(() -> csv(damaged));
            if (thrown != null) {
                assertThat(thrown)
                        .as("seed %d, trial %d: %s", seed, trial, xml)
                        .isInstanceOf(FaultyInputException.class);
            }
        }
    }
}
