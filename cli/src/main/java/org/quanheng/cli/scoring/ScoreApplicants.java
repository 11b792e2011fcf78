package org.quanheng.cli.scoring;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.InputFile;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.scorecard.FactSource;
import org.quanheng.scoring.scorecard.Score;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.table.CsvFormat;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Scores applicants with a scorecard: points, probability of default, and the reasons that cost most. */
@Command(
        name = "score",
        description = {
            "Scores applicants: points, probability of default (PD), and what cost most points.",
            "Applicants come as CSV with a header line, or as JSON: one object or a list of objects, a field per fact."
        },
        footer = {"", "Example: quanheng score --scorecard scorecard.json --applicants people.csv"})
public final class ScoreApplicants extends Job {
    private static final int FAULTS_SHOWN_MAX = 20;

    @Option(names = "--scorecard", paramLabel = "FILE", description = "JSON that 'quanheng train' wrote")
    @Nullable String scorecard;

    @Option(names = "--applicants", paramLabel = "FILE", description = "CSV (.csv, .csv.gz) or JSON (.json)")
    @Nullable String applicants;

    @Option(names = "--allow-unknown", description = "pass over fields that the scorecard does not know")
    boolean allowUnknown;

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
        List<FactSource> people =
                file.toString().endsWith(".json") ? fromJson(card, faults) : fromCsv(card, file, faults);
        refuse(faults);
        List<Score> scores = scores(card, people, faults);
        refuse(faults);
        if (json) {
            ArrayNode list = Json.array();
            scores.forEach(score -> list.add(document(list.size() + 1, score)));
            out.println(Json.text(list));
        } else {
            print(out, scores);
        }
        return 0;
    }

    private List<FactSource> fromCsv(Scorecard card, Path file, CallFaults faults) {
        Table table;
        try {
            table = CsvTable.read(file, CsvFormat.standard().withCategorical(ScorecardFile.codes(card)));
        } catch (UncheckedIOException e) {
            faults.add("--applicants", "a file that can be read", file + ": " + e.getCause());
            return List.of();
        }
        ScorecardFile.checkFacts("--applicants", card, table, faults);
        table.names().forEach(name -> checkKnown(card, "--applicants", name, faults));
        List<FactSource> people = new ArrayList<>(table.rows());
        for (int i = 0; i < table.rows(); i++) {
            int row = i;
            people.add(name -> table.cell(row, name));
        }
        return people;
    }

    private List<FactSource> fromJson(Scorecard card, CallFaults faults) {
        String text = InputFile.text("--applicants", applicants, faults);
        JsonNode root = text == null ? null : Json.read("--applicants", text, faults);
        if (root == null) {
            return List.of();
        }
        List<JsonNode> nodes = new ArrayList<>();
        if (root.isArray()) {
            root.forEach(nodes::add);
        } else {
            nodes.add(root);
        }
        if (nodes.isEmpty()) {
            faults.add("--applicants", "at least one applicant", Phrase.of("an empty list"));
        }
        List<FactSource> people = new ArrayList<>(nodes.size());
        for (JsonNode node : nodes) {
            people.add(person(card, "applicant " + (people.size() + 1), node, faults));
        }
        return people;
    }

    private FactSource person(Scorecard card, String where, JsonNode node, CallFaults faults) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        if (!node.isObject()) {
            faults.add(where, "a JSON object with a field per fact", node.toString());
        }
        node.properties().forEach(field -> {
            checkKnown(card, where, field.getKey(), faults);
            facts.put(field.getKey(), value(where, field.getKey(), field.getValue(), faults));
        });
        for (String fact : card.facts()) {
            if (node.isObject() && !node.has(fact)) {
                faults.add(
                        where,
                        Phrase.of("a field {0}", fact),
                        Phrase.of("none of this name"),
                        "write null when it is not known");
            }
        }
        return facts::get;
    }

    private static @Nullable Object value(String where, String name, JsonNode node, CallFaults faults) {
        // Jackson refuses to convert a number beyond the range of double; parsing its text gives an infinity to test
        // for.
        if (node.isNumber() && Double.isFinite(Double.parseDouble(node.asString()))) {
            return Double.parseDouble(node.asString());
        }
        if (node.isString()) {
            return node.stringValue();
        }
        if (!node.isNull()) {
            faults.add(where + ", " + name, "a text, a number that can be held, or null", node.toString());
        }
        return null;
    }

    private void checkKnown(Scorecard card, String where, String name, CallFaults faults) {
        if (!allowUnknown && !card.facts().contains(name)) {
            faults.add(where, Phrase.of("only {0}", card.facts()), name, "add --allow-unknown to pass over it");
        }
    }

    private static List<Score> scores(Scorecard card, List<FactSource> people, CallFaults faults) {
        List<Score> scores = new ArrayList<>(people.size());
        int faulty = 0;
        for (int row = 0; row < people.size(); row++) {
            try {
                scores.add(card.score(people.get(row)));
            } catch (FaultyInputException e) {
                faulty++;
                if (faulty <= FAULTS_SHOWN_MAX) {
                    faults.addAll("applicant " + (row + 1), e);
                }
            }
        }
        if (faulty > FAULTS_SHOWN_MAX) {
            Phrase others = Phrase.of("such faults of {0} more", faulty - FAULTS_SHOWN_MAX);
            faults.add(Phrase.of("applicants"), "facts that the scorecard can use", others);
        }
        return scores;
    }

    private static ObjectNode document(int number, Score score) {
        ObjectNode document = Json.object()
                .put("applicant", number)
                .put("points", score.points())
                .put("pd", score.pd());
        ArrayNode reasons = document.putArray("reasons");
        for (Score.Reason reason : score.reasons()) {
            reasons.addObject()
                    .put("rank", reason.rank())
                    .put("characteristic", reason.characteristic())
                    .put("label", reason.label())
                    .put("pointsLost", reason.pointsLost());
        }
        return document;
    }

    private void print(PrintWriter out, List<Score> scores) {
        TextTable table = new TextTable()
                .figures(words.say("applicant"), words.say("points"), words.say("PD"))
                .words(words.say("what cost most"));
        for (int i = 0; i < scores.size(); i++) {
            Score score = scores.get(i);
            String reasons = score.reasons().stream()
                    .map(each -> each.characteristic() + " " + each.label() + " (" + Words.signed(0, -each.pointsLost())
                            + ")")
                    .collect(Collectors.joining("; "));
            table.row(i + 1, Words.fixed(0, score.points()), Words.percent(2, score.pd()), reasons);
        }
        table.print(out);
    }
}
