package org.quanheng.app.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a model should be the champion of its book, proposed by one person and decided by another.
 *
 * @param verdict null while it is open
 * @param note what the one who decided says
 */
public record Proposal(
        UUID id,
        String modelId,
        String book,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable Verdict verdict,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {
    /** What the second person said. */
    public enum Verdict {
        SIGNED,
        REFUSED
    }
}
