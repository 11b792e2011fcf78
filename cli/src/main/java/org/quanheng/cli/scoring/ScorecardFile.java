package org.quanheng.cli.scoring;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.InputFile;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.table.Table;

/** A scorecard that the caller named. */
final class ScorecardFile {
    private ScorecardFile() {}

    /** Reads it; null when it cannot be used, and then the faults are recorded. */
    static @Nullable Scorecard read(String where, @Nullable String name, CallFaults faults) {
        String text = InputFile.text(where, name, faults);
        try {
            return text == null ? null : Scorecard.fromJson(text);
        } catch (FaultyInputException e) {
            faults.addAll(where + " " + name, e);
            return null;
        }
    }

    /** Facts that are categories, so that numbers in a table are read as codes. */
    static Set<String> codes(Scorecard card) {
        return card.characteristics().stream()
                .filter(each -> each.bins() instanceof CategoricalBins)
                .map(Characteristic::name)
                .collect(Collectors.toSet());
    }

    /** Records every fact that the table lacks. */
    static void checkFacts(String where, Scorecard card, Table table, CallFaults faults) {
        for (String fact : card.facts()) {
            if (!table.has(fact)) {
                faults.add(where, Phrase.of("a column {0}", fact), Phrase.of("none of this name"));
            }
        }
    }
}
