package org.quanheng.app.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.policy.risk.ScorecardModel;
import org.quanheng.scoring.validation.Figures;

/**
 * A scorecard as registered.
 *
 * @param name for people
 * @param book the book of loans that it is for; one champion each
 * @param trainingId where it comes from; null when it was not made in the workshop
 * @param about what a person said of it
 * @param figures its measures on the sample it was trained on
 */
public record RegisteredModel(
        String id,
        String name,
        String book,
        @Nullable UUID trainingId,
        AboutModel about,
        ScorecardModel model,
        Figures figures,
        String registeredBy,
        Instant registeredAt) {}
