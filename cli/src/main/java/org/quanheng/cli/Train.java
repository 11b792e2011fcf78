package org.quanheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.Auc;
import org.quanheng.scoring.validation.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trains a scorecard from a table of credit histories and says how good it is on rows that it never saw. */
@Command(
        name = "train",
        description = {
            "Trains a scorecard from a CSV table of credit histories, and validates it on rows it never saw.",
            "Of every ten rows the last ones (--holdout) are kept apart: rows are numbered from 0, so --holdout 3 keeps 7, 8 and 9."
        },
        footer = {"", "Example: quanheng train --table histories.csv --target target --out scorecard.json"})
final class Train extends Job {
    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "CSV with a header line, UTF-8, empty field = missing; .csv.gz too")
    @Nullable String table;

    @Option(
            names = "--card",
            paramLabel = "FILE",
            description = "JSON card that says what the columns are; instead of the four options below")
    @Nullable String card;

    @Option(names = "--target", paramLabel = "COLUMN", description = "column of outcomes, 0 and 1 (default: target)")
    @Nullable String target;

    @Option(names = "--bad", paramLabel = "CODE", description = "value of the target that means bad (default: 1)")
    @Nullable String bad;

    @Option(
            names = "--drop",
            paramLabel = "COLUMNS",
            split = ",",
            description = "columns that are never a feature, such as protected ones")
    @Nullable List<String> drop;

    @Option(
            names = "--categorical",
            paramLabel = "COLUMNS",
            split = ",",
            description = "columns whose numbers are codes")
    @Nullable List<String> categorical;

    @Option(
            names = "--holdout",
            paramLabel = "N",
            defaultValue = "3",
            description = "rows of every ten kept for validation, 0 to 5 (default: 3)")
    String holdout = "3";

    @Option(names = "--out", paramLabel = "FILE", description = "where the scorecard goes, as JSON")
    @Nullable String out;

    @Option(names = "--json", description = "print the figures as one JSON document")
    boolean json;

    @Override
    int run(Faults faults, PrintWriter printer, PrintWriter err) {
        Path file = InputFile.path("--table", table, faults);
        Path to = destination(faults);
        int apart = faults.whole("--holdout", holdout, 0, 5);
        Card described = described(faults);
        refuse(faults);
        if (file == null || to == null) {
            throw new IllegalStateException("a file is missing although no fault was found");
        }
        Table histories = read(file, described, faults);
        checkColumns(histories, described, faults);
        refuse(faults);
        Sample known = described.sample(histories);
        Scorecard scorecard = Scorecard.train(known.where(row -> row % 10 < 10 - apart), ScorecardRules.standard());
        Sample unseen = known.where(row -> row % 10 >= 10 - apart);
        Figures figures = apart == 0 || single(unseen) ? null : Figures.of(scorecard.pds(unseen.table()), unseen.bad());
        write(to, scorecard.toJson());
        if (json) {
            printer.println(Json.text(document(scorecard, figures, to)));
        } else {
            print(printer, scorecard, figures, to);
        }
        return 0;
    }

    /** True when all rows had one outcome, so that nothing can be told apart. */
    private static boolean single(Sample sample) {
        double bads = sample.badWeight();
        return bads == 0 || bads == sample.weight();
    }

    private Card described(Faults faults) {
        if (card != null) {
            if (target != null || bad != null || drop != null || categorical != null) {
                faults.add("--card", "either a card or --target, --bad, --drop and --categorical", "both");
            }
            String text = InputFile.text("--card", card, faults);
            if (text != null) {
                return Card.parse(card, text.getBytes(StandardCharsets.UTF_8));
            }
        }
        int code = faults.whole("--bad", bad == null ? "1" : bad, 0, 1);
        return new Card(
                "table",
                table == null ? "table" : table,
                target == null ? "target" : target,
                code,
                drop == null ? Set.of() : Set.copyOf(drop),
                categorical == null ? Set.of() : Set.copyOf(categorical),
                Set.of(),
                List.of());
    }

    private static Table read(Path file, Card described, Faults faults) {
        try {
            return CsvTable.read(file, CsvFormat.standard().withCategorical(described.categorical()));
        } catch (UncheckedIOException e) {
            faults.add("--table", "a file that can be read", file + ": " + e.getCause());
            faults.throwIfAny("quanheng train");
            throw e;
        }
    }

    private static void checkColumns(Table histories, Card described, Faults faults) {
        for (Set<String> named : List.of(described.drop(), described.categorical(), described.protectedColumns())) {
            for (String column : named) {
                if (!histories.has(column)) {
                    faults.add("columns", "one of " + histories.names(), column);
                }
            }
        }
        if (!histories.has(described.target())) {
            faults.add("--target", "one of " + histories.names(), described.target());
        }
    }

    private @Nullable Path destination(Faults faults) {
        if (out == null || out.isBlank()) {
            faults.add("--out", "the name of a file", out);
            return null;
        }
        try {
            Path to = Path.of(out).toAbsolutePath();
            Path folder = to.getParent();
            if (Files.isDirectory(to)) {
                faults.add("--out", "a file", "a folder: " + out);
            } else if (folder == null || !Files.isDirectory(folder)) {
                faults.add("--out", "a file in a folder that exists", out);
            }
            return to;
        } catch (InvalidPathException e) {
            faults.add("--out", "the name of a file", out);
            return null;
        }
    }

    private static void write(Path to, String text) {
        try {
            Files.writeString(to, text);
        } catch (IOException e) {
            throw new OperatingFailure("--out: expected to write " + to + ", came " + e, e);
        }
    }

    private static ObjectNode document(Scorecard scorecard, @Nullable Figures figures, Path to) {
        ObjectNode document = Json.object().put("scorecard", to.toString());
        ObjectNode development = document.putObject("development")
                .put("rows", scorecard.development().rows())
                .put("bads", scorecard.development().bads());
        auc(development, scorecard.development().auc());
        if (figures != null) {
            ObjectNode holdout =
                    document.putObject("holdout").put("rows", figures.rows()).put("bads", figures.bads());
            auc(holdout, figures.auc());
            holdout.put("gini", figures.gini())
                    .put("ks", figures.ks().value())
                    .put("brier", figures.brier())
                    .put("logLoss", figures.logLoss())
                    .put("calibrationIntercept", figures.calibration().intercept())
                    .put("calibrationSlope", figures.calibration().slope());
        }
        ArrayNode characteristics = document.putArray("characteristics");
        for (Characteristic each : scorecard.characteristics()) {
            characteristics
                    .addObject()
                    .put("name", each.name())
                    .put("informationValue", each.binning().informationValue())
                    .put("bins", each.bins().count())
                    .put("leastPoints", each.least())
                    .put("mostPoints", each.most());
        }
        return document;
    }

    private static void auc(ObjectNode node, Auc auc) {
        node.put("auc", auc.value());
        node.putArray("aucInterval").add(auc.low()).add(auc.high());
    }

    private static void print(PrintWriter printer, Scorecard scorecard, @Nullable Figures figures, Path to) {
        printer.printf(Locale.ROOT, "%-28s %8s %5s %7s %7s%n", "characteristic", "IV", "bins", "least", "most");
        for (Characteristic each : scorecard.characteristics()) {
            printer.printf(
                    Locale.ROOT,
                    "%-28s %8.3f %5d %7.0f %7.0f%n",
                    each.name(),
                    each.binning().informationValue(),
                    each.bins().count(),
                    each.least(),
                    each.most());
        }
        Auc fitted = scorecard.development().auc();
        printer.printf(
                Locale.ROOT,
                "trained on %d rows (%d bad): AUC out of fold %.3f [%.3f, %.3f]%n",
                scorecard.development().rows(),
                scorecard.development().bads(),
                fitted.value(),
                fitted.low(),
                fitted.high());
        if (figures != null) {
            printer.printf(
                    Locale.ROOT,
                    "on %d rows never seen (%d bad): AUC %.3f [%.3f, %.3f], Gini %.3f, KS %.3f, Brier %.3f, calibration slope %.2f%n",
                    figures.rows(),
                    figures.bads(),
                    figures.auc().value(),
                    figures.auc().low(),
                    figures.auc().high(),
                    figures.gini(),
                    figures.ks().value(),
                    figures.brier(),
                    figures.calibration().slope());
        }
        printer.println("scorecard: " + to);
    }
}
