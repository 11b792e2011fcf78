package org.quanheng.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlanksTests {
    private static String filled(String argument) {
        return Blanks.close("应为 " + Blanks.mark(argument) + " 之前");
    }

    @Test
    void standBetweenChineseAndOtherLettersOnly() {
        assertThat(filled("CNY")).isEqualTo("应为 CNY 之前");
        assertThat(filled("今天")).isEqualTo("应为今天之前");
        assertThat(filled("bullet（一次还清）")).isEqualTo("应为 bullet（一次还清）之前");
        assertThat(filled("")).isEqualTo("应为  之前");
    }

    @Test
    void ofAnArgumentAreItsOwn() {
        assertThat(filled("李 敏")).isEqualTo("应为李 敏之前");
        assertThat(Blanks.close("expected " + Blanks.mark("a date") + ", came x"))
                .isEqualTo("expected a date, came x");
    }
}
