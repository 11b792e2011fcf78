package org.quanheng.scoring.validation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a validation of one model on one set of cases says.
 *
 * @param figures AUC, KS, Gini, Brier, log-loss, calibration with its reliability table
 * @param hMeasure Hand's H
 * @param roc the curve
 * @param lift over ten bands, riskiest first
 * @param distribution of the PDs of goods and bads over twenty bands
 * @param slices the model within periods and segments, by the name of what divides the rows
 */
public record ValidationReport(
        Figures figures,
        double hMeasure,
        Roc roc,
        Lift lift,
        Distribution distribution,
        Map<String, List<Slice>> slices) {
    private static final int LIFT_BANDS = 10;
    private static final int DISTRIBUTION_BANDS = 20;

    /** Copies the map. */
    public ValidationReport {
        slices = Map.copyOf(slices);
    }

    /** Report without slices. */
    public static ValidationReport of(Cases cases) {
        return of(cases, Map.of());
    }

    /**
     * Report with slices.
     *
     * @param keys for each division, such as "quarter" or "channel", the period or segment by row
     */
    public static ValidationReport of(Cases cases, Map<String, List<@Nullable String>> keys) {
        Map<String, List<Slice>> slices = new java.util.TreeMap<>();
        keys.forEach((name, key) -> slices.put(name, Slice.of(cases, key)));
        return new ValidationReport(
                Figures.of(cases),
                HMeasure.of(cases),
                Roc.of(cases),
                Lift.of(cases, LIFT_BANDS),
                Distribution.of(cases, DISTRIBUTION_BANDS),
                slices);
    }
}
