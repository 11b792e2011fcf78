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
        assertThat(out.toString())
                .contains("crash", "storm", "abuse", "load", "pictures", "bench", "balance", "lending");
    }

    @Test
    void everyTrialHasHelp() {
        for (String trial :
                new String[] {"crash", "storm", "abuse", "load", "pictures", "bench", "balance", "lending"}) {
            assertThat(run(trial, "--help")).isZero();
        }
        assertThat(out.toString()).contains("--seed", "--connections", "--to", "--seconds", "--people", "--histories");
    }

    @Test
    void badInputIsRefusedWithEveryFault() {
        assertThat(run("crash", "--rounds", "0", "--people", "many", "--speed", "9"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--rounds", "--people", "many", "--speed");
        assertThat(run("lending", "--seed", "x", "--loud", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--seed: expected a whole number", "came '--loud'");
        assertThat(run("balance", "--people", "7", "--cards", "nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("--people", "--cards: expected a folder, came 'nowhere'");
        assertThat(run()).isEqualTo(2);
        assertThat(run("storms")).isEqualTo(2);
    }

    @Test
    void timesTheSweepAndSaysHowItGrows() {
        // Whether it held depends on the time it took, which is nothing for a test.
        assertThat(run("balance", "--people", "100000", "--json")).isBetween(0, 1);
        assertThat(out.toString()).contains("\"people\":150000", "\"people\":10000,", "\"slope\":", "\"held\":");
    }

    @Test
    void checksLoansAndHistoriesAndTheHeap() {
        assertThat(run("lending", "--loans", "500", "--histories", "50", "--schedules", "20000", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"failures\":0", "\"heapGrowthBytes\":", "\"held\":true");
    }
}
