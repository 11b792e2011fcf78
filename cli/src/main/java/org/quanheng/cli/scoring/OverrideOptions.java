package org.quanheng.cli.scoring;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.Overrides;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The options of {@code validate} that ask where people decided otherwise than the model's cut-off, and what came of it. */
final class OverrideOptions {
    @Option(
            names = "--approved",
            paramLabel = "COLUMN",
            description = {
                "column of what people decided, 1 approved and 0 refused: adds the override analysis;",
                "the target may then be missing, and all other figures are of the rows that have one"
            })
    @Nullable String approved;

    @Option(
            names = "--cut-off",
            paramLabel = "PD",
            description = "largest PD that the model would approve, for --approved; above 0 and below 1")
    @Nullable String cutOff;

    /** Whether the analysis is asked for. */
    boolean wanted() {
        return approved != null;
    }

    /** Records what is wrong with the options themselves. */
    void check(CallFaults faults) {
        if ((approved == null) != (cutOff == null)) {
            faults.add("--approved, --cut-off", "both or neither", Phrase.of("only one of the two"));
        }
        if (cutOff != null && !(number() > 0 && number() < 1)) {
            faults.add("--cut-off", "a PD above 0 and below 1, such as 0.08", cutOff);
        }
    }

    private double number() {
        try {
            return cutOff == null ? Double.NaN : Double.parseDouble(cutOff);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** Records whether the columns hold what they should. */
    void checkColumns(Table table, CallFaults faults) {
        if (approved == null) {
            return;
        }
        if (!table.has(approved) || !(table.column(approved) instanceof NumericColumn decisions)) {
            faults.add("--approved", Phrase.of("a column of 1 and 0, one of {0}", table.names()), approved);
            return;
        }
        for (int row = 0; row < table.rows(); row++) {
            double decision = decisions.value(row);
            if (decision != 0 && decision != 1) {
                faults.add(
                        "--approved",
                        "1 or 0 in every row",
                        Double.isNaN(decision)
                                ? Phrase.of("nothing in data row {0}", row)
                                : Phrase.of("{0} in data row {1}", decision, row));
                return;
            }
        }
    }

    /** Counts the overrides over all rows. */
    Overrides analysis(Table table, double[] pds, String target, double badCode) {
        NumericColumn decisions = (NumericColumn) table.column(String.valueOf(approved));
        NumericColumn outcomes = (NumericColumn) table.column(target);
        boolean[] yes = new boolean[pds.length];
        List<@Nullable Boolean> bad = new ArrayList<>();
        for (int row = 0; row < pds.length; row++) {
            yes[row] = decisions.value(row) == 1;
            bad.add(outcomes.isMissing(row) ? null : outcomes.value(row) == badCode);
        }
        return Overrides.of(pds, yes, bad, number());
    }

    private static Map<String, Overrides.Group> groups(Overrides overrides) {
        Map<String, Overrides.Group> groups = new LinkedHashMap<>();
        groups.put("agreedApprovals", overrides.agreedApprovals());
        groups.put("lowSideOverrides", overrides.lowSide());
        groups.put("agreedRefusals", overrides.agreedRefusals());
        groups.put("highSideOverrides", overrides.highSide());
        return groups;
    }

    /** The counts as JSON. */
    ObjectNode document(Overrides overrides) {
        ObjectNode document = Json.object()
                .put("cutOff", number())
                .put("rows", overrides.rows())
                .put("overrideShare", overrides.share());
        groups(overrides).forEach((name, group) -> {
            ObjectNode node = document.putObject(name)
                    .put("rows", group.rows())
                    .put("known", group.known())
                    .put("bads", group.bads());
            if (group.rows() > 0) {
                node.put("expected", group.expected());
            }
            if (group.known() > 0) {
                node.put("observed", (double) group.bads() / group.known());
            }
            node.putArray("observedInterval")
                    .add(group.interval().low())
                    .add(group.interval().high());
        });
        return document;
    }

    void print(Words words, PrintWriter out, Overrides overrides) {
        out.println();
        out.println(words.say(
                "overrides at a PD of {0}: {1} of {2} decisions",
                Words.percent(2, number()), Words.percent(2, overrides.share()), overrides.rows()));
        TextTable table = new TextTable()
                .words("")
                .figures(words.say("rows"), words.say("expected"), words.say("known"), words.say("observed"))
                .words(words.say("95 % interval"));
        List<String> said = List.of(
                words.say("approved, as the model would"),
                words.say("approved, the model would refuse"),
                words.say("refused, as the model would"),
                words.say("refused, the model would approve"));
        List<Overrides.Group> groups = List.copyOf(groups(overrides).values());
        for (int i = 0; i < said.size(); i++) {
            Overrides.Group group = groups.get(i);
            table.row(
                    said.get(i),
                    group.rows(),
                    share(group.expected()),
                    group.known(),
                    share((double) group.bads() / group.known()),
                    Words.percentInterval(
                            2, group.interval().low(), group.interval().high()));
        }
        table.print(out);
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "-" : Words.percent(2, share);
    }
}
