package org.quanheng.policy.reason;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One reason: a code of a closed list, and what it speaks of.
 *
 * <p>Codes begin with their kind: {@code rule.} (an eligibility row), {@code score.} (a characteristic of the model),
 * {@code limit.}, {@code price.}, {@code pd.}.
 *
 * @param code the code
 * @param parameters what the wording needs: {@code fact} and {@code answer} for a score, amounts as decimals
 */
public record Reason(String code, SortedMap<String, String> parameters) {
    public Reason {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** A reason with its parameters. */
    public static Reason of(String code, Map<String, String> parameters) {
        return new Reason(code, new TreeMap<>(parameters));
    }

    /** A reason that speaks of nothing else. */
    public static Reason of(String code) {
        return of(code, Map.of());
    }
}
