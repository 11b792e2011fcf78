package org.quanheng.app.model.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.model.web.Forms.Wrong;

/**
 * A registered model: its card, how good it is, where it stands, and every bin.
 *
 * @param standing {@code workshop.standing.<code>}
 * @param deciding whether the live policy decides with it
 * @param champion the champion of its book, or null
 * @param registeredBy who registered it
 * @param measures its figures by sample
 * @param pdf whether the server can print the report as PDF
 * @param files what can be fetched beside the report
 * @param judged the sample that the curves are drawn on, or null when there is none
 * @param roc the curve
 * @param reliability predicted and observed
 * @param groups the figures of that picture
 * @param open the proposal that waits, or null
 * @param mayPropose whether the reader may propose it
 * @param maySign whether the reader may decide the open proposal
 */
public record ModelPage(
        RegisteredModel model,
        String standing,
        boolean deciding,
        @Nullable String champion,
        String registeredBy,
        List<TrainingView.Measure> measures,
        boolean pdf,
        List<String> files,
        @Nullable String judged,
        @Nullable Plot roc,
        @Nullable Plot reliability,
        List<Group> groups,
        CardView card,
        List<Act> history,
        @Nullable Act open,
        boolean mayPropose,
        boolean maySign,
        String key,
        List<Wrong> wrongs) {
    /** Copies the lists. */
    public ModelPage {
        measures = List.copyOf(measures);
        files = List.copyOf(files);
        groups = List.copyOf(groups);
        history = List.copyOf(history);
        wrongs = List.copyOf(wrongs);
    }

    /** Mean PD and share of bads in a group, with the interval of the latter. */
    public record Group(double expected, double observed, double low, double high, int rows) {}

    /** One proposal: {@code workshop.verdict.<code>}, open while nobody has decided. */
    public record Act(
            String id,
            String modelId,
            String reason,
            String proposedBy,
            Instant proposedAt,
            String verdict,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note) {}
}
