package org.quanheng.cli.scoring;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.Comparison;
import org.quanheng.scoring.validation.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares scorecards on the same cases: the first is the champion. */
@Command(
        name = "compare",
        description = {
            "Compares scorecards on the same cases with known outcomes; the first is the champion.",
            "Differences have 95%% intervals: AUC by DeLong's test for correlated curves, Brier and log-loss paired by case.",
            "The swap set counts who is approved by one only when both approve the same share."
        },
        footer = {"", "Example: quanheng compare --scorecard old.json,new.json --table recent.csv"})
public final class Compare extends Job {
    @Option(
            names = "--scorecard",
            paramLabel = "FILES",
            split = ",",
            description = "two or more files that 'quanheng train' wrote, the champion first")
    @Nullable List<String> scorecards;

    @Mixin
    TableOptions tables = new TableOptions();

    @Option(names = "--json", description = "print the comparison as one JSON document")
    boolean json;

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        Map<String, Scorecard> cards = cards(faults);
        Path file = tables.file(faults);
        Card described = tables.described(faults);
        refuse(faults);
        Set<String> codes = new LinkedHashSet<>();
        cards.values().forEach(card -> codes.addAll(ScorecardFile.codes(card)));
        Table table = TableOptions.read(command(), Objects.requireNonNull(file), described, codes, faults);
        TableOptions.checkColumns(table, described, faults);
        cards.values().forEach(card -> ScorecardFile.checkFacts("--table", card, table, faults));
        refuse(faults);
        Set<String> facts = new LinkedHashSet<>();
        cards.values().forEach(card -> facts.addAll(card.facts()));
        Sample sample = Sample.of(table, described.target(), described.bad(), List.copyOf(facts), described.weight());
        Map<String, double[]> pds = new LinkedHashMap<>();
        cards.forEach((name, card) -> pds.put(name, card.pds(table)));
        Comparison comparison = Comparison.of(pds, sample.bad(), sample.weights());
        if (json) {
            out.println(Json.text(document(comparison)));
        } else {
            print(out, comparison);
        }
        return 0;
    }

    private Map<String, Scorecard> cards(CallFaults faults) {
        Map<String, Scorecard> cards = new LinkedHashMap<>();
        List<String> names = scorecards == null ? List.of() : scorecards;
        if (names.size() < 2) {
            faults.add(
                    "--scorecard", "two files or more, the champion first", names.isEmpty() ? null : names.getFirst());
        }
        if (new LinkedHashSet<>(names).size() < names.size()) {
            faults.add("--scorecard", "each file once", String.join(",", names));
        }
        for (String name : names) {
            Scorecard card = ScorecardFile.read("--scorecard", name, faults);
            if (card != null) {
                cards.put(name, card);
            }
        }
        return cards;
    }

    private static ObjectNode document(Comparison comparison) {
        ObjectNode document = Json.object();
        ArrayNode models = document.putArray("models");
        for (Comparison.Model model : comparison.models()) {
            models.addObject().put("name", model.name()).set("report", Validate.document(model.report()));
        }
        ArrayNode differences = document.putArray("differences");
        for (Comparison.Difference each : comparison.differences()) {
            ObjectNode node = differences.addObject().put("challenger", each.challenger());
            node.set("auc", interval(each.auc()));
            node.set("brier", interval(each.brier()));
            node.set("logLoss", interval(each.logLoss()));
            ArrayNode swaps = node.putArray("swaps");
            for (Comparison.Swap swap : each.swaps()) {
                swaps.addObject()
                        .put("approvals", swap.approvals())
                        .put("both", swap.both())
                        .put("bothBads", swap.bothBads())
                        .put("swappedIn", swap.swappedIn())
                        .put("swappedInBads", swap.swappedInBads())
                        .put("swappedOut", swap.swappedOut())
                        .put("swappedOutBads", swap.swappedOutBads());
            }
        }
        return document;
    }

    private static ObjectNode interval(Comparison.Interval interval) {
        ObjectNode node = Json.object().put("difference", interval.value());
        node.putArray("interval").add(interval.low()).add(interval.high());
        return node.put("pValue", interval.pValue());
    }

    private void print(PrintWriter out, Comparison comparison) {
        TextTable table = new TextTable()
                .words(words.say("scorecard"))
                .figures("AUC", "KS", "Brier", words.say("log-loss"), words.say("slope"));
        for (Comparison.Model model : comparison.models()) {
            Figures figures = model.report().figures();
            table.row(
                    model.name(),
                    Words.fixed(4, figures.auc().value()),
                    Words.fixed(4, figures.ks().value()),
                    Words.fixed(4, figures.brier()),
                    Words.fixed(4, figures.logLoss()),
                    Words.fixed(3, figures.calibration().slope()));
        }
        table.print(out);
        comparison.differences().forEach(each -> print(out, each));
    }

    private void print(PrintWriter out, Comparison.Difference difference) {
        out.println();
        out.println(words.say(
                "{0} against the champion: AUC {1} [{2}, {3}], p={4}; Brier {5} [{6}, {7}]",
                difference.challenger(),
                Words.signed(4, difference.auc().value()),
                Words.signed(4, difference.auc().low()),
                Words.signed(4, difference.auc().high()),
                Words.fixed(4, difference.auc().pValue()),
                Words.signed(5, difference.brier().value()),
                Words.signed(5, difference.brier().low()),
                Words.signed(5, difference.brier().high())));
        for (Comparison.Swap swap : difference.swaps()) {
            out.println("  "
                    + words.say(
                            "{0} approved: {1} by both ({2} bad), in {3} ({4} bad), out {5} ({6} bad)",
                            Words.percent(0, swap.approvals()),
                            swap.both(),
                            swap.bothBads(),
                            swap.swappedIn(),
                            swap.swappedInBads(),
                            swap.swappedOut(),
                            swap.swappedOutBads()));
        }
    }
}
