package org.quanheng.app.model.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.SpecialCode;
import org.quanheng.scoring.table.Table;

class DataFileTests {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Table table(String text) {
        DataFile file = DataFile.arrived("data.csv", utf8(text));
        return file.table(file.firstCard(Set.of("NA")));
    }

    @Test
    void separatorsAreFound() {
        for (String separator : List.of(",", ";", "\t", "|")) {
            Table table = table("a" + separator + "b\n1" + separator + "2\n");
            assertThat(table.names()).as(separator).containsExactly("a", "b");
        }
    }

    @Test
    void chineseFromASpreadsheetIsRead() {
        byte[] gb = "收入,住房\n100,自有\n".getBytes(Charset.forName("GB18030"));
        DataFile file = DataFile.arrived("data.csv", gb);
        assertThat(file.table(file.firstCard(Set.of())).names()).containsExactly("收入", "住房");
    }

    @Test
    void whatIsNeitherIsRefused() {
        assertThatThrownBy(() -> DataFile.arrived("x.csv", new byte[] {'a', ',', (byte) 0xff, (byte) 0xff}))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("UTF-8 or GB18030");
        assertThatThrownBy(() -> DataFile.arrived("x.gz", new byte[] {0x1f, (byte) 0x8b, 0, 0}))
                .hasMessageContaining("cannot be unpacked");
        assertThatThrownBy(() -> DataFile.arrived("x.csv", new byte[0])).hasMessageContaining("an empty file");
    }

    @Test
    void aFileThatUnpacksToTooMuchIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] part = new byte[1 << 20];
            for (int i = 0; i <= DataFile.UNPACKED_MAX >> 20; i++) {
                out.write(part);
            }
        }
        assertThatThrownBy(() -> DataFile.arrived("bomb.csv.gz", packed.toByteArray()))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("96 MiB");
    }

    @Test
    void aColumnOfNumbersAndTextsBecomesCategories() {
        Table table = table("a,b\n1,2\nx,3\n,NA\n");
        assertThat(table.column("a")).isInstanceOf(CategoricalColumn.class);
        assertThat(table.column("b")).isInstanceOf(NumericColumn.class);
        assertThat(table.column("b").isMissing(2)).isTrue();
    }

    @Test
    void specialCodesAreMarkedAndTheOrderStays() {
        DataFile file = DataFile.kept(
                "d", DataFile.arrived("d", utf8("a,b\n-9,2\n1,3\n")).packed());
        DataCard first = file.firstCard(Set.of());
        Map<String, List<SpecialCode>> specials = Map.of("a", List.of(new SpecialCode("no record", List.of(-9.0))));
        Table table = file.table(first.with(Set.of(), "b", 1, Set.of(), Set.of(), specials));
        assertThat(table.names()).containsExactly("a", "b");
        assertThat(((NumericColumn) table.column("a")).specials()).hasSize(1);
    }

    @Test
    void codesAreSuggestedAndTargetsRecognised() {
        StringBuilder csv = new StringBuilder("age,score,bad\n");
        for (int i = 0; i < 200; i++) {
            csv.append(20 + i % 40)
                    .append(',')
                    .append(i % 10 == 0 ? "999" : i % 50)
                    .append(',')
                    .append(i % 4 == 0 ? 1 : 0);
            csv.append('\n');
        }
        DataFile file = DataFile.arrived("d", utf8(csv.toString()));
        DataCard card = file.firstCard(Set.of());
        DataProfile profile = DataProfile.of(file.table(card), card);
        assertThat(profile.bads()).isEqualTo(-1);
        assertThat(profile.columns().get(1).mayBeSpecial()).containsOnlyKeys(999.0);
        assertThat(profile.columns().get(0).mayBeSpecial()).isEmpty();
        assertThat(profile.columns().get(2).mayBeTarget()).isTrue();
        DataCard chosen = card.with(Set.of(), "bad", 1, Set.of(), Set.of("age"), Map.of());
        assertThat(DataProfile.of(file.table(chosen), chosen).bads()).isEqualTo(50);
        assertThat(chosen.features(file.table(chosen))).containsExactly("score");
    }
}
