package org.quanheng.trials.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.table.Sample;

/** The short form of the trial: it measures all it says it does, on a table small enough for every build. */
class ScoringTrialTests {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return ScoringTrialCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), List.of(arguments));
    }

    @Test
    void printsEveryRatioAndSaysThatTheTableIsSynthetic() {
        int code = run("--rows", "5000", "--columns", "5");
        assertThat(code).isEqualTo(out.toString().contains("\"held\":true") ? 0 : 1);
        assertThat(out.toString())
                .startsWith("{\"synthetic\":true,\"rows\":5000,\"columns\":5,")
                .contains("\"trainingRatio\":", "\"memoryRatio\":", "\"binningRatio\":", "\"applicantMicroseconds\":")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void namesEveryFaultOfTheCall() {
        assertThat(run("--rows", "0", "--colour", "red", "--seed")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--rows: expected a whole number from 1 to 9999999, came '0'")
                .contains("came '--colour'")
                .contains("--seed: expected a whole number from 1 to 9999999, came 'nothing'");
    }

    @Test
    void theSameSeedMakesTheSameTable() {
        Sample first = SyntheticTable.of(100, 5, 7);
        Sample again = SyntheticTable.of(100, 5, 7);
        assertThat(first.features()).hasSize(5);
        assertThat(again.bad()).isEqualTo(first.bad());
        assertThat(again.table().cell(42, "number0")).isEqualTo(first.table().cell(42, "number0"));
    }
}
