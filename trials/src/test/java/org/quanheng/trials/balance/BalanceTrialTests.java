package org.quanheng.trials.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceTrialTests {
    @Test
    void timesTheSweepAndSaysHowItGrows() {
        StringWriter out = new StringWriter();
        int code = BalanceTrialCommand.run(
                new PrintWriter(out), new PrintWriter(new StringWriter()), List.of("--people", "100000"));
        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"people\":150000", "\"people\":10000,", "\"slope\":");
    }

    @Test
    void saysEverythingThatIsWrongWithACall() {
        StringWriter err = new StringWriter();
        int code = BalanceTrialCommand.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                List.of("--people", "7", "--cards", "nowhere"));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("came '--people 7'").contains("came '--cards nowhere'");
    }
}
