package org.quanheng.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                .isInstanceOf(LendingException.class)
                .hasMessage("""
                        loan terms: 2 faults
                        - instalments: expected 1 or more, came 0.
                        - principal: expected an amount above zero, came nothing. Maybe ask for the amount first.""");
    }

    @Test
    void keepsStillWhenNothingIsWrong() {
        assertThatCode(new Faults("loan terms")::throwIfAny).doesNotThrowAnyException();
    }
}
