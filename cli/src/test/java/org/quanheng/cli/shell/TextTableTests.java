package org.quanheng.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTests {
    private static String printed(TextTable table) {
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void wordsBeginAtTheLeftAndFiguresEndAtTheRight() {
        TextTable table = new TextTable().words("name").figures("points");
        table.row("a long name", 7);
        table.row("b", "1234567");
        assertThat(printed(table)).isEqualTo("""
                name          points
                a long name        7
                b            1234567
                """);
    }

    @Test
    void aChineseCharacterTakesTwoColumns() {
        assertThat(TextTable.width("本金（元）")).isEqualTo(10);
        assertThat(TextTable.width("CNY 1…")).isEqualTo(6);
        TextTable table = new TextTable().words("名称").figures("本金");
        table.row("a", "1.00");
        assertThat(printed(table)).isEqualTo("名称  本金\na     1.00\n");
    }

    @Test
    void withoutHeadingsItIsRowsAlone() {
        TextTable table = new TextTable().words("").words("");
        table.row("a", "b");
        assertThat(printed(table)).isEqualTo("a  b\n");
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatThrownBy(() -> new TextTable().words("a").row("b", "c")).hasMessage("expected 1 cells, came 2");
    }
}
