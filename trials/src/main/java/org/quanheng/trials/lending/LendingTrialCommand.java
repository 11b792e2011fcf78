package org.quanheng.trials.lending;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code quanheng trials lending}: the properties of schedules and accounts over very many random loans, and the heap. */
public final class LendingTrialCommand {
    private static final long LOANS = 1_000_000;
    private static final long HISTORIES = 100_000;
    private static final long SCHEDULES = 10_000_000;

    private LendingTrialCommand() {}

    /**
     * Runs the trial.
     *
     * @param arguments {@code --seed N}, {@code --loans N}, {@code --histories N}, {@code --schedules N}
     * @return the exit code: 0 every property held, 1 one did not, 2 bad input
     */
    public static int run(PrintWriter out, PrintWriter err, List<String> arguments) {
        long[] figures = {1, LOANS, HISTORIES, SCHEDULES};
        List<String> names = List.of("--seed", "--loans", "--histories", "--schedules");
        List<String> faults = new ArrayList<>();
        for (int k = 0; k < arguments.size(); k += 2) {
            int which = names.indexOf(arguments.get(k));
            String value = k + 1 < arguments.size() ? arguments.get(k + 1) : "nothing";
            if (which < 0) {
                faults.add("expected one of " + names + ", came '" + arguments.get(k) + "'");
            } else if (!value.matches("\\d{1,15}")) {
                faults.add(names.get(which) + ": expected a whole number, came '" + value + "'");
            } else {
                figures[which] = Long.parseLong(value);
            }
        }
        if (!faults.isEmpty()) {
            err.println("quanheng trials lending: bad input\n  " + String.join("\n  ", faults));
            return 2;
        }
        LendingTrial.Result result = LendingTrial.run(figures[0], figures[1], figures[2], err);
        long growth = ScheduleHeap.growthBytes(figures[0], figures[3]);
        boolean flat = growth <= ScheduleHeap.GROWTH_BYTES_MAX;
        out.println(String.format(
                Locale.ROOT,
                "{\"seed\":%d,\"loans\":%d,\"histories\":%d,\"failures\":%d,\"schedules\":%d,\"heapGrowthBytes\":%d}",
                result.seed(),
                result.loans(),
                result.histories(),
                result.failures().size(),
                figures[3],
                growth));
        result.failures().forEach(err::println);
        if (!flat) {
            err.println(
                    "expected the heap to grow by at most " + ScheduleHeap.GROWTH_BYTES_MAX + " bytes, came " + growth);
        }
        return result.failures().isEmpty() && flat ? 0 : 1;
    }
}
