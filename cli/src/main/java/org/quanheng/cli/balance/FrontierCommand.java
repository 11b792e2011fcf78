package org.quanheng.cli.balance;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanheng.balance.crossfit.FrontierStudy;
import org.quanheng.balance.crossfit.Journey;
import org.quanheng.balance.crossfit.StudyPoint;
import org.quanheng.balance.crossfit.StudyResult;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.InputFile;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows, for a card or a folder of cards, what asking less costs in bad loans, out of sample. */
@Command(
        name = "frontier",
        description = {
            "Counts who must be asked everything, and draws the frontier between bad loans and effort.",
            "Learns PDs by stage and the policy that asks only what is worth asking on four folds of five (fold: row %% 5),",
            "and counts on the fifth. One point for each exchange rate."
        },
        footer = {"", "Example: quanheng frontier cards --json --report frontier.html"})
public final class FrontierCommand extends Job {
    private static final String SUFFIX = ".card.json";
    private static final int REPORTS_EVERY = 4;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,20})?([eE]-?\\d{1,2})?");
    private static final double RATE_MOST = 1e6;

    @Parameters(paramLabel = "CARD|FOLDER", arity = "0..1", description = "a NAME.card.json, or a folder of them")
    @Nullable String from;

    @Option(
            names = "--approval",
            paramLabel = "SHARES",
            split = ",",
            description = "shares of applicants to approve (default: 0.5,0.7,0.85)")
    List<String> approvals = List.of("0.5", "0.7", "0.85");

    @Option(
            names = "--rates",
            paramLabel = "RATES",
            split = ",",
            description =
                    "exchange rates, in bad loans per minute (default: 0 and 200 more, each the same factor above the last)")
    @Nullable List<String> rates;

    @Option(names = "--by", paramLabel = "stage|question", description = "what is asked at once (default: stage)")
    String by = "stage";

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "write one stand-alone page in Chinese and English")
    @Nullable String report;

    @Option(names = "--json", description = "print the figures as one JSON document")
    boolean json;

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        List<Double> targets = numbers("--approval", approvals, "0.05", "0.95", faults);
        double[] sweep = rates == null ? null : rising(exchangeRates(rates, faults));
        if (!by.equals("stage") && !by.equals("question")) {
            faults.add("--by", "stage or question", by);
        }
        Path page = report == null ? null : page(report, faults);
        List<Path> cards = cards(faults);
        refuse(faults);
        List<Journey> journeys = journeys(cards, faults);
        refuse(faults);
        List<StudyResult> results = new ArrayList<>();
        for (Journey journey : journeys) {
            results.addAll(study(journey, targets, sweep, err));
        }
        if (page != null) {
            write(page, FrontierReport.of(results, by));
        }
        if (json) {
            out.println(Json.text(FrontierDocument.of(results, by)));
        } else {
            print(out, results);
        }
        return 0;
    }

    private List<StudyResult> study(Journey journey, List<Double> targets, double @Nullable [] sweep, PrintWriter err) {
        err.println(words.say(
                "frontier: {0}, {1} rows", journey.name(), journey.sample().rows()));
        FrontierStudy study = FrontierStudy.of(journey, by.equals("question"), (done, all) -> {
            if (done == all || done % Math.max(1, all / REPORTS_EVERY) == 0) {
                err.println(words.say("frontier:   {0} of {1} models", done, all));
            }
        });
        return targets.stream()
                .map(target -> study.at(target, sweep == null ? study.rates() : sweep))
                .toList();
    }

    private List<Path> cards(CallFaults faults) {
        if (from == null || from.isBlank()) {
            faults.add("CARD|FOLDER", "the name of a card or of a folder of cards", from);
            return List.of();
        }
        try {
            Path path = Path.of(from);
            if (!Files.isDirectory(path)) {
                Path card = InputFile.path("CARD", from, faults);
                return card == null ? List.of() : List.of(card);
            }
            try (Stream<Path> files = Files.list(path)) {
                List<Path> cards = files.filter(
                                file -> file.getFileName().toString().endsWith(SUFFIX))
                        .sorted()
                        .toList();
                if (cards.isEmpty()) {
                    faults.add("FOLDER", Phrase.of("at least one NAME{0}", SUFFIX), Phrase.of("none in {0}", from));
                }
                return cards;
            }
        } catch (InvalidPathException | IOException e) {
            faults.add("CARD|FOLDER", "a card or a folder that can be read", from);
            return List.of();
        }
    }

    /** Of a folder, the cards with stages; a card that was named must have them. */
    private List<Journey> journeys(List<Path> paths, CallFaults faults) {
        List<Journey> journeys = new ArrayList<>();
        boolean folder = paths.size() > 1 || (from != null && Files.isDirectory(Path.of(from)));
        for (Path path : paths) {
            Card card = Card.read(path);
            if (folder && card.stages().isEmpty()) {
                continue;
            }
            Path data = path.resolveSibling(card.file());
            if (InputFile.path(card.name() + ", file", data.toString(), faults) != null) {
                journeys.add(Journey.of(card, read(card, data)));
            }
        }
        if (journeys.isEmpty() && faults.none()) {
            faults.add("FOLDER", "at least one card with stages", Phrase.of("none in {0}", from));
        }
        return journeys;
    }

    private static Table read(Card card, Path data) {
        try {
            return CsvTable.read(data, card.format());
        } catch (UncheckedIOException e) {
            throw new OperatingFailure(
                    Phrase.of("{0}: expected to read {1}, came {2}", card.name(), data, e.getCause()), e);
        }
    }

    private static List<Double> numbers(String where, List<String> texts, String min, String max, CallFaults faults) {
        List<Double> numbers = texts.stream()
                .map(text -> faults.decimal(where, text, min, max).doubleValue())
                .toList();
        if (numbers.stream().distinct().count() < numbers.size()) {
            faults.add(where, "each number once", String.join(",", texts));
        }
        return numbers;
    }

    /** Rates may be very small, so an exponent is allowed. */
    private static List<Double> exchangeRates(List<String> texts, CallFaults faults) {
        List<Double> known = new ArrayList<>();
        for (String text : texts) {
            double rate = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : -1;
            if (rate < 0 || rate > RATE_MOST || known.contains(rate)) {
                faults.add("--rates", Phrase.of("different numbers from 0 to {0}", (long) RATE_MOST), text);
            }
            known.add(rate);
        }
        return known;
    }

    private static double[] rising(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static @Nullable Path page(String name, CallFaults faults) {
        try {
            Path page = Path.of(name).toAbsolutePath();
            Path parent = page.getParent();
            if (name.isBlank() || Files.isDirectory(page) || parent == null || !Files.isDirectory(parent)) {
                faults.add("--report", "a file in a folder that exists", name);
            }
            return page;
        } catch (InvalidPathException e) {
            faults.add("--report", "the name of a file", name);
            return null;
        }
    }

    private static void write(Path page, String text) {
        try {
            Files.writeString(page, text);
        } catch (IOException e) {
            throw new OperatingFailure(Phrase.of("--report: expected to write {0}, came {1}", page, e), e);
        }
    }

    private void print(PrintWriter out, List<StudyResult> results) {
        TextTable table = new TextTable()
                .words(words.say("dataset"))
                .figures(words.say("target"), words.say("all bad"), words.say("A asked"), words.say("B asked"))
                .figures(words.say("A facts"), words.say("chosen"), words.say("change"));
        for (StudyResult result : results) {
            StudyPoint strict = result.best(StudyResult.STRICT);
            table.row(
                    result.journey().name(),
                    Words.percent(0, result.target()),
                    Words.percent(2, strict.badRateAskAll()),
                    Words.percent(1, strict.askedEverythingShare()),
                    Words.percent(1, result.best(StudyResult.LOOSE).askedEverythingShare()),
                    Words.percent(1, strict.featureShare()),
                    Words.percent(1, result.chosen().askedEverythingShare()),
                    Words.signed(2, 100 * result.chosen().relativeChange()) + " %");
        }
        table.print(out);
        out.println(
                words.say("A, B: least share asked everything with at most 0.5 %, 1.5 % more bad loans than asking all;"
                        + " chosen: by the training rows"));
    }
}
