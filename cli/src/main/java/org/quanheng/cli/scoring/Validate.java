package org.quanheng.cli.scoring;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.CalibrationCheck;
import org.quanheng.scoring.validation.Cases;
import org.quanheng.scoring.validation.Figures;
import org.quanheng.scoring.validation.Lift;
import org.quanheng.scoring.validation.Overrides;
import org.quanheng.scoring.validation.Slice;
import org.quanheng.scoring.validation.Stability;
import org.quanheng.scoring.validation.ValidationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says how good a scorecard is on cases whose outcomes are known. */
@Command(
        name = "validate",
        description = {
            "Validates a scorecard on cases with known outcomes.",
            "Prints discrimination, calibration and lift, also within the periods or segments of --by. A column of weights",
            "counts in every figure.",
            "With --approved and --cut-off also where people decided otherwise than the model (overrides)."
        },
        footer = {
            "",
            "Example: quanheng validate --scorecard scorecard.json --table recent.csv --by quarter",
            "Example: quanheng validate --scorecard scorecard.json --table decided.csv --approved approved --cut-off 0.08"
        })
public final class Validate extends Job {
    private static final int SLICES_MAX = 200;

    @Option(names = "--scorecard", paramLabel = "FILE", description = "JSON that 'quanheng train' wrote")
    @Nullable String scorecard;

    @Mixin
    TableOptions tables = new TableOptions();

    @Option(
            names = "--by",
            paramLabel = "COLUMNS",
            split = ",",
            description = "columns of periods or segments, each shown by itself")
    @Nullable List<String> by;

    @Mixin
    OverrideOptions overrides = new OverrideOptions();

    @Option(names = "--json", description = "print the figures as one JSON document")
    boolean json;

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        Scorecard card = ScorecardFile.read("--scorecard", scorecard, faults);
        Path file = tables.file(faults);
        Card described = tables.described(faults);
        overrides.check(faults);
        refuse(faults);
        if (card == null || file == null) {
            throw new IllegalStateException("a file is missing although no fault was found");
        }
        Table table = TableOptions.read(command(), file, described, ScorecardFile.codes(card), faults);
        TableOptions.checkColumns(table, described, faults);
        overrides.checkColumns(table, faults);
        ScorecardFile.checkFacts("--table", card, table, faults);
        Table judged = overrides.wanted() && faults.none() ? known(table, described.target()) : table;
        Map<String, List<@Nullable String>> keys = keys(judged, faults);
        refuse(faults);
        Sample sample = Sample.of(judged, described.target(), described.bad(), card.facts(), described.weight());
        ValidationReport report = ValidationReport.of(Cases.of(card.pds(judged), sample), keys);
        Overrides counted = overrides.wanted()
                ? overrides.analysis(table, card.pds(table), described.target(), described.bad())
                : null;
        if (json) {
            ObjectNode document = document(report);
            if (counted != null) {
                document.set("overrides", overrides.document(counted));
            }
            out.println(Json.text(document));
        } else {
            print(out, report);
            if (counted != null) {
                overrides.print(words, out, counted);
            }
        }
        return 0;
    }

    /** The rows that have an outcome. */
    private static Table known(Table table, String target) {
        return table.column(target) instanceof NumericColumn outcomes
                ? table.take(IntStream.range(0, table.rows())
                        .filter(row -> !outcomes.isMissing(row))
                        .toArray())
                : table;
    }

    private Map<String, List<@Nullable String>> keys(Table table, CallFaults faults) {
        Map<String, List<@Nullable String>> keys = new TreeMap<>();
        for (String column : by == null ? List.<String>of() : by) {
            if (!table.has(column)) {
                faults.add("--by", Phrase.of("one of {0}", table.names()), column);
                continue;
            }
            List<@Nullable String> texts = new ArrayList<>(table.rows());
            for (int row = 0; row < table.rows(); row++) {
                texts.add(
                        switch (table.column(column)) {
                            case CategoricalColumn categorical -> categorical.text(row);
                            case NumericColumn numeric -> numeric.isMissing(row) ? null : number(numeric.value(row));
                        });
            }
            long different = texts.stream().distinct().count();
            if (different > SLICES_MAX) {
                faults.add(
                        "--by",
                        Phrase.of("at most {0} periods or segments", SLICES_MAX),
                        Phrase.of("{0} in {1}", different, column));
            }
            keys.put(column, texts);
        }
        return keys;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** The figures as JSON. */
    static ObjectNode document(ValidationReport report) {
        ObjectNode document = figures(report);
        ArrayNode reliability = document.putArray("reliability");
        for (CalibrationCheck.Group group : report.figures().calibration().reliability()) {
            ObjectNode each = reliability
                    .addObject()
                    .put("from", group.from())
                    .put("to", group.to())
                    .put("rows", group.rows())
                    .put("effectiveRows", group.effectiveRows())
                    .put("expected", group.expected())
                    .put("observed", group.observed());
            each.putArray("observedInterval")
                    .add(group.interval().low())
                    .add(group.interval().high());
        }
        ArrayNode lift = document.putArray("lift");
        for (Lift.Band band : report.lift().bands()) {
            lift.addObject()
                    .put("cases", band.cases())
                    .put("bads", band.bads())
                    .put("lift", band.lift())
                    .put("gain", band.gain());
        }
        ObjectNode slices = document.putObject("slices");
        new TreeMap<>(report.slices()).forEach((column, list) -> {
            ArrayNode array = slices.putArray(column);
            list.forEach(slice -> array.add(slice(slice)));
        });
        return document;
    }

    private static ObjectNode slice(Slice slice) {
        ObjectNode node = Json.object()
                .put("name", slice.name())
                .put("rows", slice.rows())
                .put("bads", slice.bads())
                .put("expected", slice.expected())
                .put("observed", slice.observed())
                .put("calibrated", slice.isCalibrated());
        node.putArray("observedInterval")
                .add(slice.interval().low())
                .add(slice.interval().high());
        if (slice.auc() != null) {
            node.put("auc", slice.auc().value());
            node.putArray("aucInterval").add(slice.auc().low()).add(slice.auc().high());
        }
        if (slice.stability() != null) {
            node.put("psi", slice.stability().index())
                    .put("psiPValue", slice.stability().pValue())
                    .put("alarm", slice.stability().isAlarm());
        }
        return node;
    }

    private static ObjectNode figures(ValidationReport report) {
        Figures figures = report.figures();
        ObjectNode node = Json.object()
                .put("rows", figures.rows())
                .put("bads", figures.bads())
                .put("auc", figures.auc().value());
        node.putArray("aucInterval").add(figures.auc().low()).add(figures.auc().high());
        return node.put("gini", figures.gini())
                .put("ks", figures.ks().value())
                .put("hMeasure", report.hMeasure())
                .put("brier", figures.brier())
                .put("logLoss", figures.logLoss())
                .put("calibrationIntercept", figures.calibration().intercept())
                .put("calibrationSlope", figures.calibration().slope())
                .put("hosmerLemeshow", figures.calibration().hosmerLemeshow())
                .put("hosmerLemeshowPValue", figures.calibration().pValue());
    }

    private void print(PrintWriter out, ValidationReport report) {
        Figures figures = report.figures();
        out.println(words.say(
                "{0} rows, {1} bad: AUC {2} [{3}, {4}], Gini {5}, KS {6}, H {7}, Brier {8}, log-loss {9}",
                figures.rows(),
                figures.bads(),
                Words.fixed(4, figures.auc().value()),
                Words.fixed(4, figures.auc().low()),
                Words.fixed(4, figures.auc().high()),
                Words.fixed(4, figures.gini()),
                Words.fixed(4, figures.ks().value()),
                Words.fixed(4, report.hMeasure()),
                Words.fixed(4, figures.brier()),
                Words.fixed(4, figures.logLoss())));
        CalibrationCheck check = figures.calibration();
        out.println(words.say(
                "calibration: intercept {0}, slope {1}, Hosmer-Lemeshow p={2}",
                Words.fixed(3, check.intercept()), Words.fixed(3, check.slope()), Words.fixed(3, check.pValue())));
        out.println();
        TextTable table = new TextTable()
                .words(words.say("PD"))
                .figures(words.say("rows"), words.say("expected"), words.say("observed"), words.say("95 % interval"));
        for (CalibrationCheck.Group group : check.reliability()) {
            table.row(
                    words.say("{0} to {1}", Words.percent(2, group.from()), Words.percent(2, group.to())),
                    group.rows(),
                    Words.percent(2, group.expected()),
                    Words.percent(2, group.observed()),
                    Words.percentInterval(
                            2, group.interval().low(), group.interval().high()));
        }
        table.print(out);
        new TreeMap<>(report.slices()).forEach((column, slices) -> print(out, column, slices));
    }

    private void print(PrintWriter out, String column, List<Slice> slices) {
        out.println();
        TextTable table = new TextTable()
                .words(column)
                .figures(words.say("rows"), words.say("expected"), words.say("observed"), "AUC", "PSI", "p")
                .words("");
        for (Slice slice : slices) {
            Stability moved = slice.stability();
            table.row(
                    slice.name(),
                    slice.rows(),
                    Words.percent(2, slice.expected()),
                    Words.percent(2, slice.observed()),
                    slice.auc() == null ? "-" : Words.fixed(3, slice.auc().value()),
                    moved == null ? "-" : Words.fixed(4, moved.index()),
                    moved == null ? "-" : Words.fixed(4, moved.pValue()),
                    slice.isCalibrated() ? "" : words.say("expected is outside the interval of observed"));
        }
        table.print(out);
    }
}
