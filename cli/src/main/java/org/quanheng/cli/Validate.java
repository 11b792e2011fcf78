package org.quanheng.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
final class Validate extends Job {
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
    int run(CallFaults faults, PrintWriter out, PrintWriter err) {
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
                overrides.print(out, counted);
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

    private static void print(PrintWriter out, ValidationReport report) {
        Figures figures = report.figures();
        out.printf(
                Locale.ROOT,
                "%d rows, %d bad: AUC %.4f [%.4f, %.4f], Gini %.4f, KS %.4f, H %.4f, Brier %.4f, log-loss %.4f%n",
                figures.rows(),
                figures.bads(),
                figures.auc().value(),
                figures.auc().low(),
                figures.auc().high(),
                figures.gini(),
                figures.ks().value(),
                report.hMeasure(),
                figures.brier(),
                figures.logLoss());
        CalibrationCheck check = figures.calibration();
        out.printf(
                Locale.ROOT,
                "calibration: intercept %.3f, slope %.3f, Hosmer-Lemeshow p = %.3f%n%n",
                check.intercept(),
                check.slope(),
                check.pValue());
        out.printf(Locale.ROOT, "%-20s %7s %9s %9s  %s%n", "PD", "rows", "expected", "observed", "95% interval");
        for (CalibrationCheck.Group group : check.reliability()) {
            out.printf(
                    Locale.ROOT,
                    "%7.2f%% to %7.2f%% %7d %8.2f%% %8.2f%%  [%.2f%%, %.2f%%]%n",
                    100 * group.from(),
                    100 * group.to(),
                    group.rows(),
                    100 * group.expected(),
                    100 * group.observed(),
                    100 * group.interval().low(),
                    100 * group.interval().high());
        }
        new TreeMap<>(report.slices()).forEach((column, slices) -> print(out, column, slices));
    }

    private static void print(PrintWriter out, String column, List<Slice> slices) {
        out.printf(
                Locale.ROOT,
                "%n%-20s %7s %9s %9s %6s %7s %8s%n",
                column,
                "rows",
                "expected",
                "observed",
                "AUC",
                "PSI",
                "p");
        for (Slice slice : slices) {
            out.printf(
                    Locale.ROOT,
                    "%-20s %7d %8.2f%% %8.2f%% %6s %7s %8s%s%n",
                    slice.name(),
                    slice.rows(),
                    100 * slice.expected(),
                    100 * slice.observed(),
                    slice.auc() == null
                            ? "-"
                            : String.format(Locale.ROOT, "%.3f", slice.auc().value()),
                    slice.stability() == null
                            ? "-"
                            : String.format(
                                    Locale.ROOT, "%.4f", slice.stability().index()),
                    slice.stability() == null
                            ? "-"
                            : String.format(
                                    Locale.ROOT, "%.4f", slice.stability().pValue()),
                    slice.isCalibrated() ? "" : "  expected is outside the interval of observed");
        }
    }
}
