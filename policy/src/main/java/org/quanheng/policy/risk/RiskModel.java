package org.quanheng.policy.risk;

import java.util.Set;
import org.quanheng.policy.fact.Facts;

/** A model that gives a probability of default and says what it is made of; safe for use by many threads. */
public interface RiskModel {
    /** Name of the model. */
    String id();

    /** SHA-256 of the model's content, hexadecimal: two models with the same hash give the same answers. */
    String hash();

    /** Names of the facts that it uses, sorted. */
    Set<String> characteristics();

    /** Those of {@link #characteristics()} without which it cannot assess, sorted; it allows for others not being known. */
    default Set<String> needed() {
        return characteristics();
    }

    /**
     * Assesses an application.
     *
     * @param facts a value for each of {@link #needed()}
     * @throws IllegalArgumentException if a value is missing or of another kind than the model was made for
     */
    Assessment assess(Facts facts);
}
