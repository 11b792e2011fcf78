package org.quanheng.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttemptsTests {

    @Test
    void theTenthFailureIsTheLastAndOnlyForItsTarget() {
        Attempts attempts = new Attempts();
        for (int i = 0; i < 10; i++) {
            assertThat(attempts.exhausted("a")).isFalse();
            attempts.failed("a");
        }

        assertThat(attempts.exhausted("a")).isTrue();
        assertThat(attempts.exhausted("b")).isFalse();
    }
}
