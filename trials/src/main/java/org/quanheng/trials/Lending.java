package org.quanheng.trials;

import java.util.function.Consumer;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.fault.Phrase;
import org.quanheng.trials.lender.Web;
import org.quanheng.trials.lending.LendingTrial;
import org.quanheng.trials.lending.ScheduleHeap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The properties of schedules and accounts over very many random loans, and the heap over very many schedules. */
@Command(
        name = "lending",
        description = {
            "Random loans and random histories of accounts against their properties, and the heap meanwhile.",
            "The seed repeats a run; a failure names the seed that repeats it alone."
        })
final class Lending extends Trial {
    private static final int MOST = 100_000_000;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the first loan (default: 1)")
    String seed = "1";

    @Option(
            names = "--loans",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "random loans (default: 1000000)")
    String loans = "1000000";

    @Option(
            names = "--histories",
            paramLabel = "N",
            defaultValue = "100000",
            description = "random histories (default: 100000)")
    String histories = "100000";

    @Option(
            names = "--schedules",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "over which the heap is watched (default: 10000000)")
    String schedules = "10000000";

    @Override
    void check(CallFaults faults) {
        faults.whole("--seed", seed, 0, 999_999_999);
        faults.whole("--loans", loans, 0, MOST);
        faults.whole("--histories", histories, 0, MOST);
        faults.whole("--schedules", schedules, 0, MOST);
    }

    @Override
    ObjectNode attempt(Consumer<Phrase> progress) {
        long first = Long.parseLong(seed);
        LendingTrial.Result result =
                LendingTrial.run(first, Long.parseLong(loans), Long.parseLong(histories), progress);
        long growth = ScheduleHeap.growthBytes(first, Long.parseLong(schedules));
        result.failures().forEach(failure -> progress.accept(Phrase.of("{0}", failure)));
        ObjectNode seen = Web.JSON.createObjectNode();
        seen.put("seed", first).put("loans", result.loans()).put("histories", result.histories());
        seen.put("failures", result.failures().size());
        seen.put("schedules", Long.parseLong(schedules)).put("heapGrowthBytes", growth);
        seen.put("heapGrowthBytesMax", ScheduleHeap.GROWTH_BYTES_MAX);
        return seen.put(HELD, result.failures().isEmpty() && growth <= ScheduleHeap.GROWTH_BYTES_MAX);
    }
}
