package org.quanheng.app.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.validation.Figures;

/**
 * A model as registered.
 *
 * @param name for people
 * @param book the book of loans that it is for; one champion each
 * @param trainingId where it comes from; null when it was not made in the workshop
 * @param about what a person said of it
 * @param hash SHA-256 of its canonical JSON
 * @param figures its measures on the sample it was trained on
 */
public record RegisteredModel(
        String id,
        String name,
        String book,
        @Nullable UUID trainingId,
        AboutModel about,
        PdModel model,
        String hash,
        Figures figures,
        String registeredBy,
        Instant registeredAt) {
    /** The model as a table of points; empty for one that only challenges, because the policy decides with points. */
    public Optional<Scorecard> scorecard() {
        return model instanceof Scorecard card ? Optional.of(card) : Optional.empty();
    }
}
