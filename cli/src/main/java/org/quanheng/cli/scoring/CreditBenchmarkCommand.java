package org.quanheng.cli.scoring;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.benchmark.CreditBenchmark;
import org.quanheng.scoring.benchmark.Method;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Measures every method of the scoring library on every data set of a folder. */
@Command(
        name = "credit-benchmark",
        description = {
            "Runs scorecard, additive and boosted on every NAME.card.json of a folder.",
            "Trains on four folds (fold: row %% 5) and measures on the fifth. The same defaults for every set."
        },
        footer = {"", "Example: quanheng credit-benchmark cards --json"})
public final class CreditBenchmarkCommand extends Job {
    @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "folder of cards and their CSV files")
    @Nullable String folder;

    @Option(names = "--dataset", paramLabel = "NAMES", split = ",", description = "only these sets")
    @Nullable List<String> datasets;

    @Option(names = "--method", paramLabel = "NAMES", split = ",", description = "only these methods")
    @Nullable List<String> methods;

    @Option(names = "--predictions", paramLabel = "DIR", description = "write the out-of-fold PDs there, as CSV")
    @Nullable String predictions;

    @Option(
            names = "--baselines",
            paramLabel = "FILE",
            description = {
                "CSV of others' figures on the same folds (dataset, method, auc_mean, brier_mean):",
                "prints ours beside them and which claims hold; exit code 1 when one does not"
            })
    @Nullable String baselines;

    @Option(names = "--json", description = "print the figures as one JSON document")
    boolean json;

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        Path from = directory("FOLDER", folder, faults);
        Path to = predictions == null ? null : directory("--predictions", predictions, faults);
        List<Method> chosen = chosenMethods(faults);
        CreditBaselines others = baselines == null ? null : CreditBaselines.read("--baselines", baselines, faults);
        refuse(faults);
        if (from == null) {
            throw new IllegalStateException("a folder is missing although no fault was found");
        }
        List<Card> cards = cards(from, faults);
        refuse(faults);
        ObjectNode document = Json.object();
        ArrayNode results = document.putArray("results");
        List<CreditBenchmark.Result> measuredResults = new ArrayList<>();
        TextTable table = new TextTable()
                .words(words.say("dataset"))
                .words(words.say("method"))
                .figures("AUC", "KS", "Brier", words.say("log-loss"), words.say("slope"))
                .figures(words.say("wrong"), words.say("seconds"));
        boolean all = true;
        for (Card card : cards) {
            for (Method method : chosen) {
                err.println(words.say("running {0} on {1}", method.label(), card.name()));
                try {
                    Measured measured = measure(card.name(), CreditBenchmark.sample(card, from), method);
                    results.add(node(measured));
                    measuredResults.add(measured.run().result());
                    if (to != null) {
                        write(to, measured.run());
                    }
                    row(table, measured);
                } catch (FaultyInputException refused) {
                    // What one set lacks is told beside the figures of the others.
                    all = false;
                    results.add(refusal(card.name(), method, refused));
                    err.println(words.tell(refused));
                    table.row(card.name(), method.label(), words.say("refused"), "", "", "", "", "", "");
                }
            }
        }
        if (!json) {
            table.print(out);
        }
        int code = report(out, document, measuredResults, others);
        return all ? code : 1;
    }

    private static ObjectNode refusal(String dataset, Method method, FaultyInputException refused) {
        ObjectNode node = Json.object().put("dataset", dataset).put("method", method.label());
        ArrayNode faults = node.putArray("faults");
        refused.faults().forEach(fault -> faults.add(fault.toString()));
        return node;
    }

    private int report(
            PrintWriter out,
            ObjectNode document,
            List<CreditBenchmark.Result> results,
            @Nullable CreditBaselines others) {
        List<CreditBaselines.Claim> claims = others == null ? List.of() : others.claims(results);
        if (others != null && json) {
            CreditBaselines.write(claims, document);
        } else if (others != null) {
            others.print(words, out, results, claims);
        }
        if (json) {
            out.println(Json.text(document));
        }
        return claims.stream().allMatch(CreditBaselines.Claim::holds) ? 0 : 1;
    }

    /** A run with what it took. */
    private record Measured(CreditBenchmark.Run run, double seconds, double megabytes) {}

    private static Measured measure(String dataset, Sample sample, Method method) {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        CreditBenchmark.Run run = CreditBenchmark.run(dataset, sample, method);
        double seconds = (System.nanoTime() - start) / 1e9;
        double bytes = pools.stream()
                .mapToDouble(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new Measured(run, seconds, bytes / (1 << 20));
    }

    private static ObjectNode node(Measured measured) {
        CreditBenchmark.Result result = measured.run().result();
        ObjectNode node = Json.object()
                .put("dataset", result.dataset())
                .put("method", result.method())
                .put("rows", result.rows());
        ObjectNode auc = node.putObject("auc").put("mean", result.auc());
        ArrayNode folds = auc.putArray("folds");
        result.folds().forEach(fold -> folds.add(fold.auc().value()));
        return node.put("ks", result.ks())
                .put("brier", result.brier())
                .put("logLoss", result.logLoss())
                .put("calibrationSlope", result.calibration().slope())
                .put("calibrationIntercept", result.calibration().intercept())
                .put("wrongSigns", result.wrongSigns())
                .put("seconds", measured.seconds())
                .put("peakHeapMegabytes", measured.megabytes());
    }

    private static void row(TextTable table, Measured measured) {
        CreditBenchmark.Result result = measured.run().result();
        table.row(
                result.dataset(),
                result.method(),
                Words.fixed(4, result.auc()),
                Words.fixed(4, result.ks()),
                Words.fixed(4, result.brier()),
                Words.fixed(4, result.logLoss()),
                Words.fixed(3, result.calibration().slope()),
                result.wrongSigns(),
                Words.fixed(1, measured.seconds()));
    }

    private static void write(Path to, CreditBenchmark.Run run) {
        Path file = to.resolve(run.result().dataset() + "." + run.result().method() + ".csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("row,target,pd\n");
            for (int row = 0; row < run.pds().length; row++) {
                writer.write(row + "," + (run.bad()[row] ? 1 : 0) + "," + run.pds()[row] + "\n");
            }
        } catch (IOException e) {
            throw new OperatingFailure(Phrase.of("--predictions: expected to write {0}, came {1}", file, e), e);
        }
    }

    private List<Method> chosenMethods(CallFaults faults) {
        List<Method> chosen = new ArrayList<>();
        for (Method method : Method.values()) {
            if (methods == null || methods.contains(method.label())) {
                chosen.add(method);
            }
        }
        List<String> known = Arrays.stream(Method.values()).map(Method::label).toList();
        for (String name : methods == null ? List.<String>of() : methods) {
            if (!known.contains(name)) {
                faults.add("--method", Phrase.of("some of {0}", known), name);
            }
        }
        return chosen;
    }

    private List<Card> cards(Path from, CallFaults faults) {
        List<Card> cards = new ArrayList<>();
        try (Stream<Path> files = Files.list(from)) {
            files.filter(file -> file.getFileName().toString().endsWith(".card.json"))
                    .sorted()
                    .map(Card::read)
                    .filter(card -> datasets == null || datasets.contains(card.name()))
                    .forEach(cards::add);
        } catch (IOException e) {
            faults.add("FOLDER", "a folder that can be read", from + ": " + e.getMessage());
        }
        List<String> names = cards.stream().map(Card::name).toList();
        for (String name : datasets == null ? List.<String>of() : datasets) {
            if (!names.contains(name)) {
                faults.add("--dataset", "a card of that name in the folder", name);
            }
        }
        if (cards.isEmpty() && faults.none()) {
            faults.add("FOLDER", "at least one NAME.card.json", Phrase.of("none in {0}", from));
        }
        return cards;
    }

    private static @Nullable Path directory(String where, @Nullable String name, CallFaults faults) {
        if (name == null || name.isBlank()) {
            faults.add(where, "the name of a folder", name);
            return null;
        }
        try {
            Path path = Path.of(name);
            if (!Files.isDirectory(path)) {
                faults.add(where, "a folder that exists", name);
            }
            return path;
        } catch (InvalidPathException e) {
            faults.add(where, "the name of a folder", name);
            return null;
        }
    }
}
