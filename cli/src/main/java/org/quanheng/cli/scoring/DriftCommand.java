package org.quanheng.cli.scoring;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.InputFile;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.scoring.drift.Drift;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.Stability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says whether those who apply now are still those of the development sample. */
@Command(
        name = "drift",
        description = {
            "Compares recent applicants with the development sample of a scorecard.",
            "PSI of the points, CSI of each characteristic, each with its test. An alarm needs an index of 0.10 or more",
            "and p of 0.01 or less."
        },
        footer = {
            "",
            "Exit code 1 when there is an alarm.",
            "Example: quanheng drift --scorecard scorecard.json --applicants this-month.csv"
        })
public final class DriftCommand extends Job {
    @Option(names = "--scorecard", paramLabel = "FILE", description = "JSON that 'quanheng train' wrote")
    @Nullable String scorecard;

    @Option(names = "--applicants", paramLabel = "FILE", description = "CSV with a header line (.csv, .csv.gz)")
    @Nullable String applicants;

    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        Scorecard card = ScorecardFile.read("--scorecard", scorecard, faults);
        Path file = InputFile.path("--applicants", applicants, faults);
        refuse(faults);
        if (card == null || file == null) {
            throw new IllegalStateException("a file is missing although no fault was found");
        }
        Table table = read(card, file, faults);
        ScorecardFile.checkFacts("--applicants", card, table, faults);
        refuse(faults);
        Drift drift = Drift.of(card, table);
        if (json) {
            out.println(Json.text(document(drift)));
        } else {
            print(out, drift);
        }
        boolean alarm = (drift.score() != null && drift.score().isAlarm())
                || drift.characteristics().stream()
                        .anyMatch(moved -> moved.stability().isAlarm());
        return alarm ? 1 : 0;
    }

    private Table read(Scorecard card, Path file, CallFaults faults) {
        try {
            return CsvTable.read(file, CsvFormat.standard().withCategorical(ScorecardFile.codes(card)));
        } catch (UncheckedIOException e) {
            faults.add("--applicants", "a file that can be read", file + ": " + e.getCause());
            faults.throwIfAny(command());
            throw e;
        }
    }

    private static ObjectNode document(Drift drift) {
        ObjectNode document = Json.object().put("rows", drift.rows());
        if (drift.score() != null) {
            ObjectNode score = document.putObject("score");
            stability(score, drift.score());
            bands(score.putArray("bands"), drift.scoreBands());
        }
        ArrayNode characteristics = document.putArray("characteristics");
        for (Drift.Moved moved : drift.characteristics()) {
            ObjectNode node = characteristics.addObject().put("name", moved.name());
            stability(node, moved.stability());
            node.put("pointsShift", moved.pointsShift());
            bands(node.putArray("bins"), moved.bins());
        }
        return document;
    }

    private static void stability(ObjectNode node, Stability stability) {
        node.put("index", stability.index())
                .put("chiSquare", stability.chiSquare())
                .put("pValue", stability.pValue())
                .put("verdict", stability.verdict().name().toLowerCase(Locale.ROOT))
                .put("alarm", stability.isAlarm());
    }

    private static void bands(ArrayNode array, List<Drift.Band> bands) {
        bands.forEach(band -> array.addObject()
                .put("label", band.label())
                .put("expected", band.expected())
                .put("actual", band.actual()));
    }

    private void print(PrintWriter out, Drift drift) {
        TextTable table = new TextTable()
                .words("")
                .figures(words.say("index"), "p", words.say("points"))
                .words(words.say("verdict"));
        if (drift.score() != null) {
            row(table, words.say("score (PSI)"), drift.score(), "");
        }
        for (Drift.Moved moved : drift.characteristics()) {
            row(table, moved.name(), moved.stability(), Words.signed(1, moved.pointsShift()));
        }
        table.print(out);
    }

    private void row(TextTable table, String name, Stability stability, String shift) {
        String verdict = words.say(stability.verdict().name().toLowerCase(Locale.ROOT));
        table.row(
                name,
                Words.fixed(4, stability.index()),
                Words.fixed(4, stability.pValue()),
                shift,
                stability.isAlarm() ? words.say("{0}, alarm", verdict) : verdict);
    }
}
