package org.quanheng.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTests {
    private static final byte[] STYLE = "a { }".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SCRIPT = "let a;".getBytes(StandardCharsets.UTF_8);

    @Test
    void theVersionOfTheStaticFilesChangesWithAnyOfThem() {
        String version = Pages.version(List.of(STYLE, SCRIPT));
        assertThat(version).isEqualTo(Pages.version(List.of(SCRIPT, STYLE))).hasSize(8);
        assertThat(Pages.version(List.of(STYLE, "let b;".getBytes(StandardCharsets.UTF_8))))
                .isNotEqualTo(version);
        assertThat(Pages.version(List.of(STYLE))).isNotEqualTo(version);
    }
}
