package org.quanheng.cli.golden;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of one file.
 *
 * @param file its name
 * @param verdicts by the id of the case, in the order of the file
 */
record FileResult(String file, Map<String, Verdict> verdicts) {
    /** Keeps the order of the file. */
    FileResult {
        verdicts = new LinkedHashMap<>(verdicts);
    }

    /** How many cases passed. */
    long passed() {
        return verdicts.values().stream()
                .filter(Verdict.Passed.class::isInstance)
                .count();
    }
}
