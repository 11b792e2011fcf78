package org.quanheng.scoring.scorecard;

import org.jspecify.annotations.Nullable;

/** Where the facts of one applicant come from; {@code map::get} is one. */
@FunctionalInterface
public interface FactSource {
    /**
     * Value of a fact.
     *
     * @return a Number, a text, a Boolean or an enum constant; null when it is missing
     */
    @Nullable Object fact(String name);
}
