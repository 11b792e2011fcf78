package org.quanheng.app.model;

import java.time.Instant;
import org.quanheng.policy.risk.ScorecardModel;
import org.quanheng.scoring.validation.Figures;

/**
 * A scorecard as registered.
 *
 * @param figures its measures on the sample it was trained on
 */
public record RegisteredModel(
        String id, ScorecardModel model, Figures figures, String registeredBy, Instant registeredAt) {}
