package org.quanheng.cli.scoring;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.InputFile;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.CsvTable;
import org.quanheng.scoring.table.Table;
import picocli.CommandLine.Option;

/** The options that say where a table of credit histories is and what its columns are. */
final class TableOptions {
    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "CSV with a header line, UTF-8, an empty field is missing; .csv.gz too")
    @Nullable String table;

    @Option(
            names = "--card",
            paramLabel = "FILE",
            description =
                    "JSON card that says what the columns are; instead of --target, --bad, --drop, --categorical, --weight")
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
            names = "--weight",
            paramLabel = "COLUMN",
            description = "column of weights above 0; it is never a feature (default: every row weighs the same)")
    @Nullable String weight;

    /** The file of the table; null when it cannot be used, and then the fault is recorded. */
    @Nullable Path file(CallFaults faults) {
        return InputFile.path("--table", table, faults);
    }

    /** What the columns are, by the card or by the options. */
    Card described(CallFaults faults) {
        if (card != null) {
            if (target != null || bad != null || drop != null || categorical != null || weight != null) {
                faults.add(
                        "--card",
                        "either a card or --target, --bad, --drop, --categorical and --weight",
                        Phrase.of("both"));
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
                List.of(),
                Set.of(),
                Map.of(),
                weight);
    }

    /**
     * Reads the whole table, dropped columns too, so that a wrong name is found.
     *
     * @param codes further columns whose numbers are codes
     */
    static Table read(String command, Path file, Card described, Collection<String> codes, CallFaults faults) {
        Set<String> categories = new LinkedHashSet<>(described.categorical());
        categories.addAll(codes);
        try {
            return CsvTable.read(
                    file, described.format().withLeaveOut(List.of()).withCategorical(categories));
        } catch (UncheckedIOException e) {
            faults.add("--table", "a file that can be read", file + ": " + e.getCause());
            faults.throwIfAny(command);
            throw e;
        }
    }

    /** Records every column that is named and is not there. */
    static void checkColumns(Table histories, Card described, CallFaults faults) {
        for (Set<String> named : List.of(described.drop(), described.categorical(), described.protectedColumns())) {
            for (String column : named) {
                if (!histories.has(column)) {
                    faults.add(Phrase.of("columns"), Phrase.of("one of {0}", histories.names()), column);
                }
            }
        }
        if (!histories.has(described.target())) {
            faults.add("--target", Phrase.of("one of {0}", histories.names()), described.target());
        }
        if (described.weight() != null && !histories.has(described.weight())) {
            faults.add("--weight", Phrase.of("one of {0}", histories.names()), described.weight());
        }
    }
}
