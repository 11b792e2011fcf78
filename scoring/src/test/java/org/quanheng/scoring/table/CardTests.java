package org.quanheng.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CardTests {
    @Test
    void readsItsTableWithoutDroppedAndProtectedFeatures(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.card.json"), """
                {"name":"a","file":"a.csv","target":"y","bad":1,"drop":["id"],"categorical":["code"],
                 "protected":["sex"],"stages":[{"name":"bureau","features":["x"]}]}""");
        Files.writeString(folder.resolve("a.csv"), "id,x,code,sex,y\n7,1,01,f,0\n8,2,02,m,1\n");
        Card card = Card.read(folder.resolve("a.card.json"));
        Table table = card.readTable(folder);
        assertThat(table.names()).containsExactly("x", "code", "sex", "y");
        assertThat(card.features(table)).containsExactly("x", "code");
        assertThat(card.sample(table).bad()).containsExactly(false, true);
        assertThat(card.stages()).containsExactly(new Card.Stage("bureau", java.util.List.of("x")));
    }

    @Test
    void readsSpecialCodesTextsThatMeanMissingAndWeights(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,w,y\n7,1,0\nNA,2,1\n-999,3,1\n");
        Card card = Card.parse("a.card.json", """
                {"name":"a","file":"a.csv","target":"y","missing":["NA"],"weight":"w",
                 "special":{"x":{"no account":[-999]}}}""".getBytes(StandardCharsets.UTF_8));
        Table table = card.readTable(folder);
        NumericColumn x = (NumericColumn) table.column("x");
        assertThat(x.isMissing(1)).isTrue();
        assertThat(x.specials()).containsExactly(new SpecialCode("no account", java.util.List.of(-999.0)));
        assertThat(x.measurements()).containsExactly(7);
        assertThat(card.features(table)).containsExactly("x");
        assertThat(card.sample(table).weights()).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> Card.parse("c.json", """
                        {"name":"a","file":"a.csv","target":"y","special":{"x":{"no account":"-999"}}}""".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("special codes of x, no account: expected a list of numbers");
    }

    @Test
    void namesEveryFault() {
        String json =
                "{\"name\":7,\"target\":\"y\",\"bad\":2,\"drop\":\"id\",\"categorical\":[\"a\",\"a\"],\"typo\":1}";
        assertThatThrownBy(() -> Card.parse("c.json", json.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("c.json, name: expected a text, came 7")
                .hasMessageContaining("c.json, file: expected a text, came nothing")
                .hasMessageContaining("c.json, bad: expected 0 or 1, came 2")
                .hasMessageContaining("c.json, drop: expected a list of different texts")
                .hasMessageContaining("c.json, categorical: expected a list of different texts")
                .hasMessageContaining("came typo");
        assertThatThrownBy(() -> Card.parse("c.json", "{".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("c.json: expected JSON");
    }
}
