package org.quanheng.trials.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LendingTrialTests {
    @Test
    void everyPropertyHoldsForSomeThousandLoansAndHistories() {
        StringWriter progress = new StringWriter();
        LendingTrial.Result result = LendingTrial.run(20_251_122, 5_000, 500, new PrintWriter(progress));
        assertThat(result.failures()).isEmpty();
        assertThat(result.loans()).isEqualTo(5_000);
    }

    @Test
    void schedulesLeaveNothingOnTheHeap() {
        assertThat(ScheduleHeap.growthBytes(1, 200_000)).isLessThan(ScheduleHeap.GROWTH_BYTES_MAX);
    }

    @Test
    void saysEverythingThatIsWrongWithACall() {
        StringWriter err = new StringWriter();
        int code = LendingTrialCommand.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err), List.of("--seed", "x", "--loud", "1"));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .contains("--seed: expected a whole number, came 'x'")
                .contains("expected one of [--seed, --loans, --histories, --schedules], came '--loud'");
    }
}
