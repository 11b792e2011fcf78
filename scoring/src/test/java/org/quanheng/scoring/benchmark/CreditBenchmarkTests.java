package org.quanheng.scoring.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quanheng.scoring.scorecard.GermanCredit;
import org.quanheng.scoring.table.Sample;

final class CreditBenchmarkTests {
    @Test
    void everyRowIsPredictedOnceByAModelThatHasNotSeenIt() {
        Sample sample = GermanCredit.all();
        CreditBenchmark.Run run = CreditBenchmark.run("german", sample, Method.SCORECARD);
        CreditBenchmark.Result result = run.result();
        assertThat(result.folds()).hasSize(5).allMatch(fold -> fold.rows() == 200);
        assertThat(result.auc()).isBetween(0.77, 0.81);
        assertThat(result.wrongSigns()).isZero();
        assertThat(result.calibration().slope()).isBetween(0.9, 1.1);
        assertThat(run.pds()).hasSize(1_000);
        assertThat(result.calibration().expected()).isBetween(0.29, 0.31);
    }
}
