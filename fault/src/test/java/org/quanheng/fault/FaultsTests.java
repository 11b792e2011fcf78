package org.quanheng.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTests {
    @Test
    void failsOnceWithEverythingFound() {
        Faults faults = new Faults("loan terms");
        assertThat(faults.require(true, "rate", "a rate", "7 %")).isTrue();
        assertThat(faults.none()).isTrue();
        assertThat(faults.require(false, "instalments", "1 or more", 0)).isFalse();
        faults.add("principal", "an amount above zero", "nothing", "ask for the amount first");
        assertThatThrownBy(faults::throwIfAny)
                .isInstanceOf(FaultyInputException.class)
                .hasMessage("""
                        loan terms: 2 faults
                        - instalments: expected 1 or more, came 0.
                        - principal: expected an amount above zero, came nothing. Maybe ask for the amount first.""");
        assertThat(faults.exception().faults()).hasSize(2);
        assertThat(faults.exception().input()).isEqualTo(Phrase.of("loan terms"));
    }

    @Test
    void tellsASingleFaultInOneLine() {
        Faults faults = new Faults(Phrase.of("loan event {0}", 7));
        assertThat(faults.require(false, "amount", Phrase.of("at most {0}", "CNY 5.00"), null))
                .isFalse();
        assertThat(faults.exception()).hasMessage("loan event 7: amount: expected at most CNY 5.00, came nothing.");
    }

    @Test
    void keepsThePatternAndItsArgumentsApart() {
        Fault fault = Fault.of(Phrase.of("column {0}", "age"), Phrase.of("{0} to {1}", 1, "{0}"), "a text");
        assertThat(fault).hasToString("column age: expected 1 to {0}, came a text.");
        assertThat(fault.where().pattern()).isEqualTo("column {0}");
        assertThat(fault.expected().arguments()).isEqualTo(List.of("1", "{0}"));
        assertThat(fault.maybe().isEmpty()).isTrue();
    }

    @Test
    void keepsFiftyAndCountsTheRest() {
        Faults faults = new Faults("x");
        for (int i = 0; i < 60; i++) {
            faults.add("line " + i, "a", "b");
        }
        assertThat(faults.exception().faults()).hasSize(50);
        assertThat(faults.exception()).hasMessageStartingWith("x: 60 faults\n").hasMessageEndingWith("\n- and 10 more");
    }

    /** An exception that crosses to another process, or a session that is kept, must not lose what it says. */
    @Test
    void survivesBeingSerialised() throws Exception {
        Faults faults = new Faults(Phrase.of("loan event {0}", 7));
        for (int i = 0; i < 51; i++) {
            faults.add(Phrase.of("line {0}", i), "a", "b", "c");
        }
        FaultyInputException thrown = faults.exception();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            FaultyInputException read = (FaultyInputException) in.readObject();
            assertThat(read.input()).isEqualTo(thrown.input());
            assertThat(read.faults()).isEqualTo(thrown.faults()).hasSize(50);
            assertThat(read.more()).isEqualTo(1);
            assertThat(read).hasMessage(thrown.getMessage());
        }
    }

    @Test
    void keepsStillWhenNothingIsWrong() {
        assertThatCode(new Faults("loan terms")::throwIfAny).doesNotThrowAnyException();
    }
}
