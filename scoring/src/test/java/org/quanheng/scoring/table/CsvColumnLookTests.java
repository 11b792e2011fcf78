package org.quanheng.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvColumnLookTests {
    @Test
    void numbersTextsAndMissingAreCounted() {
        var looks = CsvColumnLook.at("a;b;c\n1;x;NA\n2.5;3;\n;y;NA\nragged\n", ';', Set.of("NA"));
        assertThat(looks)
                .containsExactly(
                        new CsvColumnLook("a", 2, 0, ""),
                        new CsvColumnLook("b", 1, 2, "x"),
                        new CsvColumnLook("c", 0, 0, ""));
        assertThat(looks.get(1).isMixed()).isTrue();
        assertThat(looks.get(0).isMixed()).isFalse();
    }

    @Test
    void nothingHasNoColumns() {
        assertThat(CsvColumnLook.at("", ',', Set.of())).isEmpty();
    }
}
