package org.quanheng.scoring.calibration;

/**
 * Beta calibration: ln(odds) = c + a·ln p − b·ln(1 − p), a and b at zero or above (Kull, Silva Filho, Flach, AISTATS 2017).
 *
 * @param a weight of ln p
 * @param b weight of −ln(1 − p)
 * @param c intercept
 */
public record BetaMap(double a, double b, double c) {
    /**
     * Fits by maximum likelihood; a weight that would fall below zero is held there and the rest fitted again.
     *
     * @param pd between 0 and 1, by row
     * @param weights above zero
     */
    public static BetaMap fit(double[] pd, boolean[] event, double[] weights) {
        double[] low = new double[pd.length];
        double[] high = new double[pd.length];
        for (int row = 0; row < pd.length; row++) {
            double p = Math.clamp(pd[row], 1e-12, 1 - 1e-12);
            low[row] = Math.log(p);
            high[row] = -Math.log1p(-p);
        }
        double[] both = DenseLogistic.fit(new double[][] {low, high}, event, weights);
        if (both[1] >= 0 && both[2] >= 0) {
            return new BetaMap(both[1], both[2], both[0]);
        }
        boolean keepLow = both[2] < 0;
        double[] one = DenseLogistic.fit(new double[][] {keepLow ? low : high}, event, weights);
        double weight = Math.max(0, one[1]);
        return keepLow ? new BetaMap(weight, 0, one[0]) : new BetaMap(0, weight, one[0]);
    }

    /** Calibrated probability. */
    public double apply(double pd) {
        double p = Math.clamp(pd, 1e-12, 1 - 1e-12);
        return 1 / (1 + Math.exp(-(c + a * Math.log(p) - b * Math.log1p(-p))));
    }
}
