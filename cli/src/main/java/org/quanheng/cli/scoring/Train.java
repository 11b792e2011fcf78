package org.quanheng.cli.scoring;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.Auc;
import org.quanheng.scoring.validation.Cases;
import org.quanheng.scoring.validation.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
public final class Train extends Job {
    @Mixin
    TableOptions tables = new TableOptions();

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "scorecard",
            description = {
                "scorecard: the points of all characteristics fitted together (default)",
                "additive: the same with finer bins and the pairs that earn their place",
                "evidence: the classical form, one coefficient for the WoE of each characteristic"
            })
    String method = "scorecard";

    @Option(
            names = "--splits",
            paramLabel = "FILE",
            description = "JSON of bins kept as given: {\"age\":[25,40],\"home\":[[\"own\"],[\"rent\",\"free\"]]}")
    @Nullable String splits;

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
    protected int run(CallFaults faults, PrintWriter printer, PrintWriter err) {
        Path file = tables.file(faults);
        Path to = destination(faults);
        int apart = faults.whole("--holdout", holdout, 0, 5);
        Card described = tables.described(faults);
        ScorecardRules rules = rules(faults);
        refuse(faults);
        if (file == null || to == null) {
            throw new IllegalStateException("a file is missing although no fault was found");
        }
        Table histories = TableOptions.read(command(), file, described, List.of(), faults);
        TableOptions.checkColumns(histories, described, faults);
        refuse(faults);
        Sample known = described.sample(histories);
        Scorecard scorecard = Scorecard.train(known.where(row -> row % 10 < 10 - apart), rules);
        Sample unseen = known.where(row -> row % 10 >= 10 - apart);
        Figures figures =
                apart == 0 || single(unseen) ? null : Figures.of(Cases.of(scorecard.pds(unseen.table()), unseen));
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

    private ScorecardRules rules(CallFaults faults) {
        ScorecardRules rules = switch (method) {
            case "scorecard" -> ScorecardRules.standard();
            case "additive" -> ScorecardRules.additive();
            case "evidence" -> ScorecardRules.byEvidence();
            default -> {
                faults.add("--method", "scorecard, additive or evidence", method);
                yield ScorecardRules.standard();
            }
        };
        return splits == null ? rules : rules.withSplits(Splits.read("--splits", splits, faults));
    }

    private @Nullable Path destination(CallFaults faults) {
        if (out == null || out.isBlank()) {
            faults.add("--out", "the name of a file", out);
            return null;
        }
        try {
            Path to = Path.of(out).toAbsolutePath();
            Path folder = to.getParent();
            if (Files.isDirectory(to)) {
                faults.add("--out", "a file", Phrase.of("a folder: {0}", out));
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
            throw new OperatingFailure(Phrase.of("--out: expected to write {0}, came {1}", to, e), e);
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

    private void print(PrintWriter printer, Scorecard scorecard, @Nullable Figures figures, Path to) {
        TextTable table = new TextTable()
                .words(words.say("characteristic"))
                .figures(words.say("IV"), words.say("bins"), words.say("least"), words.say("most"));
        for (Characteristic each : scorecard.characteristics()) {
            table.row(
                    each.name(),
                    Words.fixed(3, each.binning().informationValue()),
                    each.bins().count(),
                    Words.fixed(0, each.least()),
                    Words.fixed(0, each.most()));
        }
        table.print(printer);
        Auc fitted = scorecard.development().auc();
        printer.println(words.say(
                "trained on {0} rows ({1} bad): AUC out of fold {2} [{3}, {4}]",
                scorecard.development().rows(),
                scorecard.development().bads(),
                Words.fixed(3, fitted.value()),
                Words.fixed(3, fitted.low()),
                Words.fixed(3, fitted.high())));
        if (figures != null) {
            printer.println(words.say(
                    "on {0} rows never seen ({1} bad): AUC {2} [{3}, {4}], Gini {5}, KS {6}, Brier {7}, calibration slope {8}",
                    figures.rows(),
                    figures.bads(),
                    Words.fixed(3, figures.auc().value()),
                    Words.fixed(3, figures.auc().low()),
                    Words.fixed(3, figures.auc().high()),
                    Words.fixed(3, figures.gini()),
                    Words.fixed(3, figures.ks().value()),
                    Words.fixed(3, figures.brier()),
                    Words.fixed(2, figures.calibration().slope())));
        }
        printer.println(words.say("scorecard: {0}", to));
    }
}
