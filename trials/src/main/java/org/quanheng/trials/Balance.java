package org.quanheng.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanheng.balance.bound.BoundSaving;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.fault.Phrase;
import org.quanheng.trials.balance.BoundTrial;
import org.quanheng.trials.balance.SweepTrial;
import org.quanheng.trials.lender.Web;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the sweep of exchange rates grows with people, and what score bounds save on a folder of data cards. */
@Command(
        name = "balance",
        description = {
            "Seconds of the sweep over exchange rates, and how they grow with the people.",
            "200 rates and 3 stages for 150,000 made-up people and for ten times as many again and again; with --cards also",
            "what stopping at score bounds saves on each data set, and how often it disagrees with the full score, which",
            "must be never."
        })
final class Balance extends Trial {
    private static final int BOOK = 150_000;
    private static final int MOST = 100_000_000;

    /** Asked of {@link #BOOK} people on two cores. */
    private static final double SECONDS_MAX = 3;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "at most, from 100000 (default: 10000000)")
    String people = "10000000";

    @Option(names = "--cards", paramLabel = "FOLDER", description = "with *.card.json and their tables")
    @Nullable Path cards;

    @Override
    void check(CallFaults faults) {
        faults.whole("--people", people, 100_000, MOST);
        if (cards != null && !Files.isDirectory(cards)) {
            faults.add("--cards", "a folder", cards);
        }
    }

    @Override
    ObjectNode attempt(Consumer<Phrase> progress) throws IOException {
        SweepTrial trial = new SweepTrial(System::nanoTime);
        ObjectNode seen = Web.JSON.createObjectNode();
        progress.accept(Phrase.of("sweeping"));
        SweepTrial.Timing book = trial.time(BOOK);
        timing(seen.putObject("book"), book);
        List<SweepTrial.Timing> timings = trial.upTo(Long.parseLong(people));
        ArrayNode sweeps = seen.putArray("sweeps");
        timings.forEach(timing -> timing(sweeps.addObject(), timing));
        seen.put("secondsPerMillion", rounded(SweepTrial.secondsPerMillion(timings)));
        seen.put("slope", rounded(SweepTrial.slope(timings)));
        int disagreements = bounds(seen.putArray("bounds"), progress);
        return seen.put(HELD, disagreements == 0 && book.seconds() < SECONDS_MAX);
    }

    private static void timing(ObjectNode into, SweepTrial.Timing timing) {
        into.put("people", timing.people())
                .put("seconds", rounded(timing.seconds()))
                .put("heapMegabytes", timing.heapMegabytes());
    }

    private int bounds(ArrayNode into, Consumer<Phrase> progress) throws IOException {
        int disagreements = 0;
        for (Path card : cards == null ? List.<Path>of() : files(cards)) {
            progress.accept(Phrase.of("{0}", card.getFileName()));
            BoundTrial.Result result = BoundTrial.run(card);
            int here = result.byStage().disagreements() + result.byQuestion().disagreements();
            disagreements += here;
            ObjectNode bounds = into.addObject()
                    .put("dataset", result.dataset())
                    .put("rows", result.byStage().rows())
                    .put("disagreements", here);
            saving(result.byStage(), bounds.putObject("byStage"));
            saving(result.byQuestion(), bounds.putObject("byQuestion"));
        }
        return disagreements;
    }

    private static void saving(BoundSaving saving, ObjectNode into) {
        into.put("decidedEarly", rounded((double) saving.decidedEarly() / saving.rows()));
        into.put("factsSaved", rounded(saving.share()));
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".card.json"))
                    .sorted()
                    .toList();
        }
    }
}
