package org.quanheng.app.model.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.model.workshop.DataSet;
import org.quanheng.app.model.workshop.Recipe;
import org.quanheng.scoring.fairness.Fairness;

/**
 * The validation report of a model: everything in one document that stands alone.
 *
 * @param at when it was made
 * @param by who made it
 * @param data on which the model was trained, or null when it was not made in the workshop
 * @param recipe how, or null likewise
 * @param judgements the model on every sample that it has not seen
 * @param fairness by protected column, at the cut-off
 * @param cutOff the PD up to which a case counts as approved there
 * @param drift comparisons with those who came later
 */
public record ReportView(
        RegisteredModel model,
        String standing,
        String registeredBy,
        Instant at,
        String by,
        @Nullable DataSet data,
        @Nullable Recipe recipe,
        List<TrainingView.Measure> measures,
        List<Judgement> judgements,
        List<Fair> fairness,
        double cutOff,
        List<DriftView.Point> drift,
        List<ModelPage.Act> history,
        CardView card) {
    /** Copies the lists. */
    public ReportView {
        measures = List.copyOf(measures);
        judgements = List.copyOf(judgements);
        fairness = List.copyOf(fairness);
        drift = List.copyOf(drift);
        history = List.copyOf(history);
    }

    /** The pictures and tables of one sample. */
    public record Judgement(
            String sample,
            double hMeasure,
            Plot roc,
            Plot reliability,
            Plot gain,
            Plot distribution,
            List<ModelPage.Group> groups,
            List<Band> bands) {
        /** Copies the lists. */
        public Judgement {
            groups = List.copyOf(groups);
            bands = List.copyOf(bands);
        }
    }

    /** One band of the lift, riskiest first; cases of equal risk on a border are shared. */
    public record Band(double cases, double bads, double lift, double gain) {}

    /** Approvals and errors by the groups of one protected column. */
    public record Fair(String column, Fairness measures) {}
}
