package org.quanheng.app.model.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quanheng.app.model.DecidedCase;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.model.workshop.Samples;
import org.quanheng.scoring.validation.Cases;
import org.quanheng.scoring.validation.ValidationReport;
import org.springframework.stereotype.Component;

/** Judges a model on all cases with known outcomes that it has not seen. */
@Component
class Judging {
    private final Samples samples;

    Judging(Samples samples) {
        this.samples = samples;
    }

    /**
     * A model on one sample.
     *
     * @param sample {@code sample.<code>}: {@code replay} for the platform's own decisions, {@code held_out}
     */
    record Judged(String sample, ValidationReport report) {}

    /** On the platform's own decisions whose outcome is known, then on the rows held out of its training. */
    List<Judged> of(RegisteredModel model) {
        List<Judged> judged = new ArrayList<>();
        List<DecidedCase> known = samples.decided(model).stream()
                .filter(each -> each.bad() != null)
                .toList();
        double[] pd = known.stream().mapToDouble(DecidedCase::pd).toArray();
        boolean[] bad = new boolean[pd.length];
        int bads = 0;
        for (int i = 0; i < bad.length; i++) {
            bad[i] = Objects.requireNonNull(known.get(i).bad());
            bads += bad[i] ? 1 : 0;
        }
        if (bads > 0 && bads < bad.length) {
            judged.add(new Judged("replay", ValidationReport.of(Cases.of(pd, bad))));
        }
        samples.heldOut(model)
                .ifPresent(sample -> judged.add(new Judged(
                        "held_out", ValidationReport.of(Cases.of(model.model().pds(sample.table()), sample)))));
        return judged;
    }
}
