package org.quanheng.scoring.validation;

import org.quanheng.scoring.statistics.Normal;

/**
 * Area under the ROC curve with its interval.
 *
 * @param value chance that a bad case was given the higher risk than a good one, ties counting one half
 * @param standardError by DeLong, DeLong and Clarke-Pearson (Biometrics 1988), computed from ranks (Sun and Xu, 2014); with weights as
 *     of a weighted mean, so that a case of weight two is not taken for two independent ones
 * @param low lower end of the 95 % interval, not below 0
 * @param high upper end of the 95 % interval, not above 1
 */
public record Auc(double value, double standardError, double low, double high) {
    /**
     * AUC of a risk measure.
     *
     * @param risk PD or any number that rises with risk
     * @throws org.quanheng.fault.FaultyInputException when a class is empty, a risk is NaN or lengths differ
     */
    public static Auc of(double[] risk, boolean[] bad) {
        return of(Cases.of(risk, bad));
    }

    /** AUC of cases. */
    public static Auc of(Cases cases) {
        double[] placements = cases.placements();
        double auc = cases.mean(placements, true);
        double error = Math.sqrt(cases.varianceOfMean(placements, true) + cases.varianceOfMean(placements, false));
        double half = Normal.quantile(0.975) * error;
        return new Auc(auc, error, Math.max(0, auc - half), Math.min(1, auc + half));
    }

    /** Gini coefficient, 2·AUC − 1. */
    public double gini() {
        return 2 * value - 1;
    }
}
