package org.quanheng.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidencePlanTests {
    private static final EvidenceSource SAID = new EvidenceSource(EvidenceGrade.ASSUMPTION, "Wang Lei");

    private static EvidenceStep step(String id, String fact, double minutes, double hazard) {
        return new EvidenceStep(id, List.of(fact), minutes, BigDecimal.ZERO, hazard, false, SAID);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        List<EvidenceStep> steps = List.of(
                step("work", "job", -1, 0.1), step("work", "job", 1, 1.5), step("home", "housing", Double.NaN, 0));

        assertThatThrownBy(() -> new EvidencePlan(steps))
                .hasMessageContaining("step work: expected a step that stands once")
                .hasMessageContaining("fact job: expected a fact that one step asks for")
                .hasMessageContaining("minutes: expected a number of at least 0, came -1.0")
                .hasMessageContaining("hazard: expected a probability, 0 to 1, came 1.5")
                .hasMessageContaining("minutes: expected a number of at least 0, came NaN");
    }

    @Test
    void minutesOfAllIsTheirSum() {
        EvidencePlan plan = new EvidencePlan(List.of(step("work", "job", 1.5, 0), step("home", "housing", 2, 0)));

        assertThat(plan.minutesOfAll()).isEqualTo(3.5);
    }
}
