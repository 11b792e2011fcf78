package org.quanheng.scoring.validation;

import java.util.Arrays;
import org.quanheng.scoring.statistics.Normal;

/**
 * Area under the ROC curve with its interval.
 *
 * @param value chance that a bad case was given the higher risk than a good one, ties counting one half
 * @param standardError by DeLong, DeLong and Clarke-Pearson (Biometrics 1988), computed from ranks (Sun and Xu, 2014)
 * @param low lower end of the 95 % interval, not below 0
 * @param high upper end of the 95 % interval, not above 1
 */
public record Auc(double value, double standardError, double low, double high) {
    /**
     * AUC of a risk measure.
     *
     * @param risk PD or any number that rises with risk
     * @throws org.quanheng.scoring.FaultyInputException when a class is empty, a risk is NaN or lengths differ
     */
    public static Auc of(double[] risk, boolean[] bad) {
        Outcomes outcomes = Outcomes.of(risk, bad);
        double[] overGoods = placements(outcomes.bads(), outcomes.goods());
        double[] overBads = placements(outcomes.goods(), outcomes.bads());
        double auc = Arrays.stream(overGoods).average().orElse(Double.NaN);
        double variance = variance(overGoods) / overGoods.length + variance(overBads) / overBads.length;
        double error = Math.sqrt(variance);
        double z = Normal.quantile(0.975);
        return new Auc(auc, error, Math.max(0, auc - z * error), Math.min(1, auc + z * error));
    }

    /** Gini coefficient, 2·AUC − 1. */
    public double gini() {
        return 2 * value - 1;
    }

    /** For each value, the share of the others below it, ties counting one half; both sorted. */
    private static double[] placements(double[] values, double[] others) {
        double[] placements = new double[values.length];
        int below = 0;
        int upTo = 0;
        for (int i = 0; i < values.length; i++) {
            while (below < others.length && others[below] < values[i]) {
                below++;
            }
            while (upTo < others.length && others[upTo] <= values[i]) {
                upTo++;
            }
            placements[i] = (below + upTo) / 2.0 / others.length;
        }
        return placements;
    }

    private static double variance(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }
}
