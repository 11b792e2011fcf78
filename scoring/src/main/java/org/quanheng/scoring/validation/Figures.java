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
     * Figures of PDs, every case of weight one.
     *
     * @param pd by row, between 0 and 1
     * @throws org.quanheng.fault.FaultyInputException when a class is empty, a PD is NaN or lengths differ
     */
    public static Figures of(double[] pd, boolean[] bad) {
        return of(Cases.of(pd, bad));
    }

    /** Figures of cases whose risks are PDs; counts are of rows, all else is weighted. */
    public static Figures of(Cases cases) {
        Auc auc = Auc.of(cases);
        double squares = 0;
        double loss = 0;
        int bads = 0;
        for (int row = 0; row < cases.rows(); row++) {
            boolean bad = cases.isBad(row);
            squares += cases.weightOf(row) * squaredError(cases.riskOf(row), bad);
            loss += cases.weightOf(row) * logLoss(cases.riskOf(row), bad);
            bads += bad ? 1 : 0;
        }
        return new Figures(
                cases.rows(),
                bads,
                auc,
                auc.gini(),
                KolmogorovSmirnov.of(cases),
                squares / cases.weight(),
                loss / cases.weight(),
                CalibrationCheck.of(cases));
    }

    static double squaredError(double pd, boolean bad) {
        double gap = pd - (bad ? 1 : 0);
        return gap * gap;
    }

    static double logLoss(double pd, boolean bad) {
        return -Math.log(Math.max(bad ? pd : 1 - pd, 1e-15));
    }
}
