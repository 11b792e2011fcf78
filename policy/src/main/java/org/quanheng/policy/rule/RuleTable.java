package org.quanheng.policy.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompiledExpression;

/** One decision table of the rules, with each condition compiled on its own so that a row can be explained. */
record RuleTable(String name, FEEL feel, List<Row> rows) {
    static final String ROW = "row";
    static final String EFFECT = "effect";
    static final String REASON = "reason";

    /** A row: its id, effect, reason and conditions (cells that say nothing are left out). */
    record Row(String id, Effect effect, String reason, List<Cell> cells) {
        @Override
        public String toString() {
            List<String> conditions =
                    cells.stream().map(cell -> cell.input() + " " + cell.test()).toList();
            return String.join(" and ", conditions) + " -> " + effect + " " + reason;
        }
    }

    /**
     * A cell: the input, its test as written, the names that the test uses, and the test compiled to a FEEL expression
     * that yields a boolean. FEEL copies all values that it is given at each evaluation, so it is given these only.
     */
    record Cell(String input, String test, List<String> names, CompiledExpression expression) {
        /** The FEEL expression of a unary test on an input; {@code not(...)} is a unary test only at the top. */
        static String expressionOf(String input, String test) {
            String trimmed = test.trim();
            return trimmed.startsWith("not(")
                    ? "not(" + input + " in " + trimmed.substring("not".length()) + ")"
                    : input + " in (" + trimmed + ")";
        }
    }

    /** What the table says of one case: rows that apply, and the nearest that does not with its number of misses. */
    record Trace(List<MatchedRow> matched, @Nullable NearestRow nearest, int misses) {}

    Trace trace(Map<String, Object> values) {
        List<MatchedRow> matched = new ArrayList<>();
        NearestRow nearest = null;
        int nearestMisses = Integer.MAX_VALUE;
        for (Row row : rows) {
            int misses = 0;
            Condition failing = null;
            for (Cell cell : row.cells()) {
                if (!holds(cell, values)) {
                    misses++;
                    failing = failing == null ? condition(cell, values) : failing;
                }
            }
            if (failing == null) {
                matched.add(matched(row, values));
            } else if (misses < nearestMisses) {
                nearest = new NearestRow(name, row.id(), failing);
                nearestMisses = misses;
            }
        }
        return new Trace(matched, nearest, nearestMisses);
    }

    boolean bringsUpOtherRows(Map<String, Object> values, Set<String> known) {
        return rows.stream()
                .filter(row -> !known.contains(row.id()))
                .anyMatch(row -> row.cells().stream().allMatch(cell -> holds(cell, values)));
    }

    private boolean holds(Cell cell, Map<String, Object> values) {
        Map<String, Object> needed = HashMap.newHashMap(cell.names().size());
        for (String name : cell.names()) {
            needed.put(name, values.get(name));
        }
        return Boolean.TRUE.equals(feel.evaluate(cell.expression(), needed));
    }

    private MatchedRow matched(Row row, Map<String, Object> values) {
        List<Condition> conditions =
                row.cells().stream().map(cell -> condition(cell, values)).toList();
        return new MatchedRow(name, row.id(), row.effect(), row.reason(), conditions);
    }

    private static Condition condition(Cell cell, Map<String, Object> values) {
        return new Condition(cell.input(), cell.test(), String.valueOf(values.get(cell.input())));
    }
}
