package org.quanheng.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;

class ChangesTests {
    private static final Path FILE =
            Path.of("..", "app", "src", "main", "resources", "org", "quanheng", "app", "sample", "policy.json");

    private final String json = Files.readString(FILE);

    ChangesTests() throws IOException {}

    @Test
    void aPolicyWithoutThemHoldsWhatHeldForAll() {
        assertThat(json).doesNotContain("\"changes\"");
        assertThat(PolicyDocument.parse(json, "<dmn/>").changes()).isEqualTo(new Changes(6, 120));
    }

    @Test
    void aPolicyThatSaysThemIsAnotherPolicy() {
        PolicyDocument said = PolicyDocument.parse(
                with("\"holidayInstalmentsMax\": 6, \"restructuringInstalmentsMax\": 120"), "<dmn/>");
        assertThat(said.changes()).isEqualTo(Changes.DEFAULT);
        assertThat(said.hash())
                .isNotEqualTo(PolicyDocument.parse(json, "<dmn/>").hash());
        assertThat(PolicyDocument.parse(
                                with("\"holidayInstalmentsMax\": 3, \"restructuringInstalmentsMax\": 60"), "<dmn/>")
                        .changes())
                .isEqualTo(new Changes(3, 60));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThatThrownBy(() -> PolicyDocument.parse(
                        with("\"holidayInstalmentsMax\": 0, \"restructuringInstalmentsMax\": 601, \"holidays\": 2"),
                        "<dmn/>"))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("changes.holidayInstalmentsMax: expected a whole number from 1 to 600, came 0")
                .hasMessageContaining(
                        "changes.restructuringInstalmentsMax: expected a whole number from 1 to 600, came 601")
                .hasMessageContaining(
                        "changes.holidays: expected one of holidayInstalmentsMax, restructuringInstalmentsMax, came an unknown field");
        assertThatThrownBy(() -> PolicyDocument.parse(with("\"holidayInstalmentsMax\": 3"), "<dmn/>"))
                .hasMessageContaining(
                        "changes.restructuringInstalmentsMax: expected a whole number from 1 to 600, came nothing");
    }

    private String with(String changes) {
        assertThat(json).contains("  \"rateCaps\"");
        return json.replace("  \"rateCaps\"", "  \"changes\": {" + changes + "},\n  \"rateCaps\"");
    }
}
