package org.quanheng.policy.fact;

import java.time.Instant;

/**
 * One thing that is known: its name, its value, who said so and when.
 *
 * @param name name of the fact, lower case with underscores, as models and rules use it
 * @param value its value
 * @param source who said so, such as {@code applicant} or {@code bureau}
 * @param at when it was said
 */
public record Fact(String name, FactValue value, String source, Instant at) {
    /** Refuses a name that rules could not use, and a fact from nobody. */
    public Fact {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "fact: expected a name of lower-case letters, digits and underscores, got '" + name + "'");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("fact " + name + ": expected a source, got none");
        }
    }
}
