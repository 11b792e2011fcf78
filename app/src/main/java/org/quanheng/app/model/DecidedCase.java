package org.quanheng.app.model;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One application as the platform decided it.
 *
 * @param pd that the model gave
 * @param bad whether it turned bad; null while nobody knows
 * @param facts what was known, by name
 * @param askedEverything whether this person was asked everything, whatever it might change: everybody is, or chance chose the person
 */
public record DecidedCase(
        Instant at, double pd, @Nullable Boolean bad, Map<String, Object> facts, boolean askedEverything) {
    /** Copies the facts. */
    public DecidedCase {
        facts = Collections.unmodifiableMap(new HashMap<>(facts));
    }
}
