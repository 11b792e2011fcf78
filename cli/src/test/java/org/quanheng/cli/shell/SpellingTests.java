package org.quanheng.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {
    private static final List<String> KNOWN = List.of("--principal", "--currency", "--rate", "schedule", "score");

    @ParameterizedTest
    @CsvSource({
        "--pricipal, --principal",
        "--prinicpal, --principal",
        "--principals, --principal",
        "--rates, --rate",
        "sched, schedule",
        "scroe, ",
        "sc, ",
        "--colour, ",
        "'', "
    })
    void theNearestKnownWordWasMeant(String typed, String meant) {
        assertThat(Spelling.meant(typed, KNOWN).orElse(null)).isEqualTo(meant);
    }

    @Test
    void nothingIsNearWhereNothingIsKnown() {
        assertThat(Spelling.meant("anything", List.of())).isEmpty();
    }
}
