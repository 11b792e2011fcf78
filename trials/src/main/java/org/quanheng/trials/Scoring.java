package org.quanheng.trials;

import java.util.function.Consumer;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.fault.Phrase;
import org.quanheng.trials.scoring.ScoringTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The scorecard's speed and memory beside XGBoost and beside a sort. */
@Command(
        name = "scoring",
        description = {
            "The scorecard beside XGBoost on a synthetic table: time, memory, binning, one applicant.",
            "Whole training over 300 trees of depth 4, live memory over the table, optimal binning of one column over",
            "sorting it, one applicant scored with reasons."
        })
final class Scoring extends Trial {
    private static final int MOST = 9_999_999;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "150000", description = "of the table (default: 150000)")
    String rows = "150000";

    @Option(names = "--columns", paramLabel = "N", defaultValue = "10", description = "of the table (default: 10)")
    String columns = "10";

    @Option(
            names = "--binned-rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "of the column that is sorted and binned (default: 1000000)")
    String binnedRows = "1000000";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the table (default: 1)")
    String seed = "1";

    @Override
    void check(CallFaults faults) {
        faults.whole("--rows", rows, 1_000, MOST);
        faults.whole("--columns", columns, 1, 1_000);
        faults.whole("--binned-rows", binnedRows, 1_000, MOST);
        faults.whole("--seed", seed, 0, MOST);
    }

    @Override
    ObjectNode attempt(Consumer<Phrase> progress) {
        ScoringTrial.Measured seen = ScoringTrial.run(
                progress,
                Integer.parseInt(rows),
                Integer.parseInt(columns),
                Integer.parseInt(binnedRows),
                Integer.parseInt(seed));
        return JsonMapper.shared()
                .createObjectNode()
                .put("synthetic", true)
                .put("rows", Integer.parseInt(rows))
                .put("columns", Integer.parseInt(columns))
                .put("scorecardSeconds", rounded(seen.scorecardSeconds(), 2))
                .put("xgboostSeconds", rounded(seen.xgboostSeconds(), 2))
                .put("trainingRatio", rounded(seen.trainingRatio(), 3))
                .put("tableMegabytes", rounded(seen.tableMegabytes(), 1))
                .put("peakLiveMegabytes", rounded(seen.peakMegabytes(), 1))
                .put("memoryRatio", rounded(seen.memoryRatio(), 2))
                .put("binnedRows", seen.binnedRows())
                .put("sortSeconds", rounded(seen.sortSeconds(), 5))
                .put("binningSeconds", rounded(seen.binningSeconds(), 5))
                .put("binningRatio", rounded(seen.binningRatio(), 2))
                .put("applicantMicroseconds", rounded(seen.applicantMicroseconds(), 2))
                .put(HELD, seen.held());
    }

    private static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }
}
