package org.quanheng.policy.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTests {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void theyAreSortedAndNeverChange() {
        Facts facts = Facts.of(List.of(fact("savings", "none"), fact("age", "x"), fact("job", "y")));
        assertThat(facts.names()).containsExactly("age", "job", "savings");
        assertThat(facts.with("age", FactValue.of(40)).value("age")).contains(FactValue.of(40));
        assertThat(facts.value("age")).contains(FactValue.of("x"));
    }

    @Test
    void eachNameStandsOnce() {
        assertThatThrownBy(() -> Facts.of(
                        List.of(fact("b", "1"), fact("a", "1"), fact("b", "2"), fact("a", "2"), fact("c", "3"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("facts: expected each name once, got more than one of a, b");
    }

    @Test
    void equalNumbersAreEqualValues() {
        assertThat(FactValue.of(new BigDecimal("1.50"))).isEqualTo(FactValue.of(new BigDecimal("1.5")));
        assertThat(FactValue.of(new BigDecimal("0.00"))).isEqualTo(FactValue.of(0));
        assertThat(FactValue.of(20000).asText()).isEqualTo("20000");
        assertThat(FactValue.of(true).asText()).isEqualTo("true");
    }

    @Test
    void namelessAndSourcelessFactsAreRefused() {
        assertThatThrownBy(() -> new Fact("Age", FactValue.of(1), "applicant", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 'Age'");
        assertThatThrownBy(() -> new Fact("age", FactValue.of(1), " ", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fact age: expected a source, got none");
        assertThatThrownBy(() -> FactValue.of(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Facts.of(List.of()).with("age", FactValue.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("facts: expected one named age, got []");
    }

    private static Fact fact(String name, String value) {
        return new Fact(name, FactValue.of(value), "applicant", NOW);
    }
}
