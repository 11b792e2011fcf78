package org.quanheng.trials.balance;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanheng.balance.bound.BoundSaving;

/** {@code quanheng trials balance}: how the sweep grows with people, and what score bounds save on a folder of data cards. */
public final class BalanceTrialCommand {
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
        err.println("200 rates, 3 stages …");
        SweepTrial.Timing book = trial.time(BOOK);
        List<SweepTrial.Timing> timings = trial.upTo(most);
        out.println(line(
                "{\"sweep\":{\"rates\":%d,\"stages\":%d,\"people\":%d,\"seconds\":%.3f,\"heapMegabytes\":%d}}",
                SweepTrial.RATES, MadeUpPeople.STAGES, book.people(), book.seconds(), book.heapMegabytes()));
        for (SweepTrial.Timing timing : timings) {
            out.println(line(
                    "{\"sweep\":{\"people\":%d,\"seconds\":%.3f,\"heapMegabytes\":%d}}",
                    timing.people(), timing.seconds(), timing.heapMegabytes()));
        }
        out.println(line(
                "{\"growth\":{\"secondsPerMillion\":%.3f,\"slope\":%.2f}}",
                SweepTrial.secondsPerMillion(timings), SweepTrial.slope(timings)));
    }

    private static int bounds(PrintWriter out, @Nullable Path cards) {
        int disagreements = 0;
        for (Path card : cards == null ? List.<Path>of() : files(cards)) {
            BoundTrial.Result result = BoundTrial.run(card);
            disagreements +=
                    result.byStage().disagreements() + result.byQuestion().disagreements();
            out.println(line(
                    "{\"bounds\":{\"dataset\":\"%s\",\"rows\":%d,\"disagreements\":%d,\"byStage\":%s,\"byQuestion\":%s}}",
                    result.dataset(),
                    result.byStage().rows(),
                    result.byStage().disagreements() + result.byQuestion().disagreements(),
                    saving(result.byStage()),
                    saving(result.byQuestion())));
        }
        return disagreements == 0 ? 0 : 1;
    }

    private static String saving(BoundSaving saving) {
        return line(
                "{\"decidedEarly\":%.4f,\"factsSaved\":%.4f}",
                (double) saving.decidedEarly() / saving.rows(), saving.share());
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

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
