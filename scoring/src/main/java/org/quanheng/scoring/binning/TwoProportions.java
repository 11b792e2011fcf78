package org.quanheng.scoring.binning;

import org.quanheng.scoring.statistics.Normal;

/** The two-proportion z-test with pooled variance. */
final class TwoProportions {
    private TwoProportions() {}

    /** Two-sided p-value that both groups have the same bad rate; 1 when the variance is zero. */
    static double pValue(double leftBads, double leftSize, double rightBads, double rightSize) {
        double pooled = (leftBads + rightBads) / (leftSize + rightSize);
        double variance = pooled * (1 - pooled) * (1 / leftSize + 1 / rightSize);
        if (variance <= 0) {
            return 1;
        }
        double z = Math.abs(leftBads / leftSize - rightBads / rightSize) / Math.sqrt(variance);
        return 2 * (1 - Normal.probabilityBelow(z));
    }
}
