package org.quanheng.cli.golden;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One format of golden files: which document it is, where its cases are, and how one is checked. */
interface GoldenFormat {
    /** The formats there are. */
    List<GoldenFormat> ALL = List.of(
            new DayCountCases(),
            new PeriodDateCases(),
            new BusinessDayCases(),
            new DueDateCases(),
            new ChinaCalendarCases(),
            new RateOfReturnCases(),
            new AnnualRateCases(),
            new TimeFractionCases(),
            new ScheduleCases());

    /** The cases of a document if it is of this format, else null. */
    @Nullable Iterable<JsonNode> cases(JsonNode document);

    /** Checks one case by its data alone. */
    Verdict check(JsonNode golden);

    /** What the library calls an input of this format where it refuses one, as patterns. */
    List<String> subjects();

    /** The elements of a document that is a list, or of its list of cases, if one of them has all the fields named. */
    static @Nullable Iterable<JsonNode> list(JsonNode document, String... fields) {
        JsonNode cases = document.isObject() ? document.path("cases") : document;
        if (cases.isArray()) {
            for (JsonNode golden : cases) {
                if (Arrays.stream(fields).allMatch(golden::has)) {
                    return cases;
                }
            }
        }
        return null;
    }
}
