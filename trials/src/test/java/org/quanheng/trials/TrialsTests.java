package org.quanheng.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TrialsTests {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Trials.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void helpNamesEveryTrial() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("crash", "storm", "abuse", "load", "pictures", "bench");
    }

    @Test
    void everyTrialHasHelp() {
        for (String trial : new String[] {"crash", "storm", "abuse", "load", "pictures", "bench"}) {
            assertThat(run(trial, "--help")).isZero();
        }
        assertThat(out.toString()).contains("--seed", "--connections", "--to", "--seconds");
    }

    @Test
    void badInputIsRefusedWithEveryFault() {
        assertThat(run("crash", "--rounds", "0", "--people", "many", "--speed", "9"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--rounds", "--people", "many", "--speed");
        assertThat(run()).isEqualTo(2);
        assertThat(run("storms")).isEqualTo(2);
    }
}
