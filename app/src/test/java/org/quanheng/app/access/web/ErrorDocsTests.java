package org.quanheng.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.page.Language;

class ErrorDocsTests {
    private static final ErrorDocs DOCS = new ErrorDocs();

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeIsExplainedInBothLanguages(ErrorCode code) {
        assertThat(DOCS.code(code.slug())).contains(code);
        assertThat(DOCS.html(code, Language.ZH))
                .contains("<h2>含义</h2>", "<h2>期望什么</h2>", "<h2>怎么办</h2>", "<h2>示例</h2>")
                .contains("<pre>")
                .doesNotContain("English", "<h1>", "<h3>");
        assertThat(DOCS.html(code, Language.EN))
                .contains(
                        "<h2>What it means</h2>",
                        "<h2>What was expected</h2>",
                        "<h2>What to do</h2>",
                        "<h2>Example</h2>")
                .contains("<pre>")
                .doesNotContain("中文", "<h1>", "<h3>");
    }

    @Test
    void everyPageExplainsACodeThatExists() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/errors"))) {
            List<String> pages =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(pages)
                    .isEqualTo(Arrays.stream(ErrorCode.values())
                            .map(code -> code.slug() + ".md")
                            .sorted()
                            .toList())
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void aCodeThatDoesNotExistHasNoPage() {
        assertThat(DOCS.code("INPUT_FAULTY")).isEmpty();
        assertThat(DOCS.code("../errors/internal")).isEmpty();
    }
}
