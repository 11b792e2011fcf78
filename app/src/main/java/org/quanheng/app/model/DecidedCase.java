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
 */
public record DecidedCase(Instant at, double pd, @Nullable Boolean bad, Map<String, Object> facts) {
    /** Copies the facts. */
    public DecidedCase {
        facts = Collections.unmodifiableMap(new HashMap<>(facts));
    }
}
