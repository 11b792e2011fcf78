package org.quanheng.trials.lending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LendingTrialTests {
    @Test
    void everyPropertyHoldsForSomeThousandLoansAndHistories() {
        LendingTrial.Result result = LendingTrial.run(20_251_122, 5_000, 500, _ -> {});
        assertThat(result.failures()).isEmpty();
        assertThat(result.loans()).isEqualTo(5_000);
    }

    @Test
    void schedulesLeaveNothingOnTheHeap() {
        assertThat(ScheduleHeap.growthBytes(1, 200_000)).isLessThan(ScheduleHeap.GROWTH_BYTES_MAX);
    }
}
