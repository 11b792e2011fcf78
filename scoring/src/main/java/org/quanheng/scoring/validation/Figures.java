package org.quanheng.scoring.validation;

/**
 * The figures of a model on one set of cases with known outcomes.
 *
 * @param rows cases
 * @param bads bad cases
 * @param auc with its DeLong interval
 * @param gini 2·AUC − 1
 * @param ks largest gap between goods and bads
 * @param brier mean squared error of the PD
 * @param logLoss mean of −ln of the probability given to what happened
 * @param calibration whether PDs mean what they say
 */
public record Figures(
        int rows,
        int bads,
        Auc auc,
        double gini,
        KolmogorovSmirnov ks,
        double brier,
        double logLoss,
        CalibrationCheck calibration) {
    /**
     * Figures of PDs.
     *
     * @param pd by row, between 0 and 1
     * @throws org.quanheng.scoring.FaultyInputException when a class is empty, a PD is NaN or lengths differ
     */
    public static Figures of(double[] pd, boolean[] bad) {
        Auc auc = Auc.of(pd, bad);
        double squares = 0;
        double loss = 0;
        int bads = 0;
        for (int row = 0; row < bad.length; row++) {
            double outcome = bad[row] ? 1 : 0;
            squares += (pd[row] - outcome) * (pd[row] - outcome);
            double given = bad[row] ? pd[row] : 1 - pd[row];
            loss -= Math.log(Math.max(given, 1e-15));
            bads += bad[row] ? 1 : 0;
        }
        return new Figures(
                bad.length,
                bads,
                auc,
                auc.gini(),
                KolmogorovSmirnov.of(pd, bad),
                squares / bad.length,
                loss / bad.length,
                CalibrationCheck.of(pd, bad));
    }
}
