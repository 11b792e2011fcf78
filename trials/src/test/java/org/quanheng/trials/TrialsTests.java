package org.quanheng.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanheng.cli.shell.Words;

class TrialsTests {
    private static final List<String> TRIALS = List.of(
            "crash", "storm", "abuse", "load", "pictures", "bench", "workshop", "balance", "lending", "scoring");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Trials.run(Words.of(Map.of()), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void helpNamesEveryTrial() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains(TRIALS);
    }

    @Test
    void everyTrialHasHelp() {
        for (String trial : TRIALS) {
            assertThat(run(trial, "--help")).isZero();
        }
        assertThat(out.toString())
                .contains("--seed", "--connections", "--to", "--seconds", "--people", "--histories", "--binned-rows");
    }

    /** The short form, on a table small enough for every build: it measures all that it says it does. */
    @Test
    void theScoringTrialPrintsEveryRatioAndSaysThatTheTableIsSynthetic() {
        int code = run("scoring", "--rows", "5000", "--columns", "5", "--binned-rows", "5000", "--json");
        assertThat(code).isEqualTo(out.toString().contains("\"held\":true") ? 0 : 1);
        assertThat(out.toString())
                .startsWith("{\"synthetic\":true,\"rows\":5000,\"columns\":5,")
                .contains("\"trainingRatio\":", "\"memoryRatio\":", "\"binningRatio\":", "\"applicantMicroseconds\":")
                .doesNotContain("NaN", "Infinity");
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
        assertThat(run("workshop", "--file", "nowhere.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("--file: expected a file that exists, came 'nowhere.csv'");
        assertThat(run("scoring", "--rows", "0", "--colour", "red", "--seed", "-1"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--rows: expected a whole number from 1000 to 9999999", "--colour", "--seed");
        assertThat(run()).isEqualTo(2);
        assertThat(run("storms")).isEqualTo(2);
        assertThat(run("crash", "--rounds")).isEqualTo(2);
        assertThat(err.toString()).contains("--rounds: expected a value N, came nothing");
    }

    @Test
    void everyTrialRefusesTenMalformedCalls() {
        List<String> malformed = List.of(
                "--loud",
                "extra",
                "--json=perhaps",
                "-x",
                "--rounds=NaN",
                "--seconds=-1",
                "--people=99999999999999",
                "--seed=1.5",
                "--connections=",
                "申请");
        for (String trial : TRIALS) {
            for (String came : malformed) {
                err.getBuffer().setLength(0);
                assertThat(run(trial, came)).as("%s %s", trial, came).isEqualTo(2);
                assertThat(err.toString())
                        .as("%s %s", trial, came)
                        .startsWith("quanheng trials " + trial + ": bad input")
                        .contains("expected");
            }
        }
        assertThat(out.toString()).isEmpty();
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
