package org.quanheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

final class FaultsTests {
    @Test
    void saysEveryFaultAtOnceInExactWords() {
        Faults faults = new Faults();
        faults.add("column age", "numbers", "'old' in line 3", "name it as categorical");
        faults.check(false, "rows", "1 or more", 0);
        FaultyInputException thrown =
                catchThrowableOfType(FaultyInputException.class, () -> faults.throwIfAny("data.csv"));
        assertThat(thrown).hasMessage("""
                data.csv cannot be used:
                  column age: expected numbers, came 'old' in line 3
                    Maybe name it as categorical
                  rows: expected 1 or more, came 0""");
        assertThat(thrown.faults()).hasSize(2);
    }

    @Test
    void keepsFiftyAndCountsTheRest() {
        Faults faults = new Faults();
        for (int i = 0; i < 60; i++) {
            faults.add("line " + i, "a", "b");
        }
        assertThat(faults.exception("x").faults()).hasSize(50);
        assertThat(faults.exception("x")).hasMessageEndingWith("and 10 more faults like these");
    }

    @Test
    void isSilentWithoutFaults() {
        Faults faults = new Faults();
        faults.check(true, "a", "b", "c");
        assertThat(faults.none()).isTrue();
        assertThatCode(() -> faults.throwIfAny("x")).doesNotThrowAnyException();
    }
}
