package org.quanheng.trials.balance;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanheng.balance.bound.BoundSaving;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code quanheng trials balance}: how the sweep grows with people, and what score bounds save on a folder of data cards. */
public final class BalanceTrialCommand {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long MOST = 10_000_000;
    private static final long BOOK = 150_000;

    private BalanceTrialCommand() {}

    /**
     * Runs the trial.
     *
     * @param arguments {@code --people N}: the most people, from 10,000; {@code --cards FOLDER}: a folder with *.card.json
     * @return the exit code: 0 it held, 1 bounds disagreed with a full score, 2 bad input
     */
    public static int run(PrintWriter out, PrintWriter err, List<String> arguments) {
        long most = MOST;
        Path cards = null;
        List<String> faults = new ArrayList<>();
        for (int k = 0; k < arguments.size(); k += 2) {
            String value = k + 1 < arguments.size() ? arguments.get(k + 1) : "nothing";
            if (arguments.get(k).equals("--people") && value.matches("[1-9]\\d{4,9}")) {
                most = Long.parseLong(value);
            } else if (arguments.get(k).equals("--cards") && Files.isDirectory(Path.of(value))) {
                cards = Path.of(value);
            } else {
                faults.add("expected --people with 10,000 or more, or --cards with a folder, came '" + arguments.get(k)
                        + " " + value + "'");
            }
        }
        if (!faults.isEmpty()) {
            err.println("quanheng trials balance: bad input\n  " + String.join("\n  ", faults));
            return 2;
        }
        sweep(out, err, most);
        return bounds(out, cards);
    }

    private static void sweep(PrintWriter out, PrintWriter err, long most) {
        SweepTrial trial = new SweepTrial(System::nanoTime);
        err.println(SweepTrial.RATES + " rates, " + MadeUpPeople.STAGES + " stages");
        out.println(line(trial.time(BOOK)));
        List<SweepTrial.Timing> timings = trial.upTo(most);
        timings.forEach(timing -> out.println(line(timing)));
        ObjectNode growth = JSON.createObjectNode();
        growth.putObject("growth")
                .put("secondsPerMillion", rounded(SweepTrial.secondsPerMillion(timings)))
                .put("slope", rounded(SweepTrial.slope(timings)));
        out.println(growth);
    }

    private static ObjectNode line(SweepTrial.Timing timing) {
        ObjectNode line = JSON.createObjectNode();
        line.putObject("sweep")
                .put("people", timing.people())
                .put("seconds", rounded(timing.seconds()))
                .put("heapMegabytes", timing.heapMegabytes());
        return line;
    }

    private static int bounds(PrintWriter out, @Nullable Path cards) {
        int disagreements = 0;
        for (Path card : cards == null ? List.<Path>of() : files(cards)) {
            BoundTrial.Result result = BoundTrial.run(card);
            int here = result.byStage().disagreements() + result.byQuestion().disagreements();
            disagreements += here;
            ObjectNode line = JSON.createObjectNode();
            ObjectNode bounds = line.putObject("bounds")
                    .put("dataset", result.dataset())
                    .put("rows", result.byStage().rows())
                    .put("disagreements", here);
            saving(result.byStage(), bounds.putObject("byStage"));
            saving(result.byQuestion(), bounds.putObject("byQuestion"));
            out.println(line);
        }
        return disagreements == 0 ? 0 : 1;
    }

    private static void saving(BoundSaving saving, ObjectNode into) {
        into.put("decidedEarly", rounded((double) saving.decidedEarly() / saving.rows()));
        into.put("factsSaved", rounded(saving.share()));
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.rint(value * 1e4) / 1e4 : value;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".card.json"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(folder + " cannot be listed", failed);
        }
    }
}
