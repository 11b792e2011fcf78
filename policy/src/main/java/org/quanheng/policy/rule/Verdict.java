package org.quanheng.policy.rule;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the eligibility rules say: every row that applies, or how near the nearest came.
 *
 * @param matched rows that apply, in the order of the tables
 * @param nearestRow nearest row of those that do not apply: fewest conditions that fail, then first in the table
 */
public record Verdict(List<MatchedRow> matched, @Nullable NearestRow nearestRow) {
    /** Whether a row declines. */
    public boolean declines() {
        return matched.stream().anyMatch(row -> row.effect() == Effect.DECLINE);
    }

    /** Whether a row refers to a person. */
    public boolean refers() {
        return matched.stream().anyMatch(row -> row.effect() == Effect.REFER);
    }

    /** The nearest row of those that do not apply; empty only when all apply. */
    public Optional<NearestRow> nearest() {
        return Optional.ofNullable(nearestRow);
    }
}
