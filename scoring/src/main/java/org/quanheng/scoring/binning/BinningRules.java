package org.quanheng.scoring.binning;

import org.quanheng.fault.Faults;

/**
 * Constraints on the bins of one characteristic.
 *
 * @param shape how the bad rate may run
 * @param preBinsMax most pre-bins, cut at quantiles, from which the optimum is built; 2 to 200
 * @param binsMax most bins beside those of missing and rare values; 1 to 50
 * @param sizeMin least share of all rows in a bin; 0 to 0.5
 * @param countMin least weight of goods and of bads in a bin
 * @param differenceMin least difference of bad rate between neighbours; 0 to 1
 * @param pValueMax largest p-value of the two-proportion z-test between neighbours; above 0, 1 = no test
 * @param rareMax a category of less weight than this, and than 1 % of the sample, goes to "other"; 0 or more
 * @param shrinkage pseudo-rows of average bad rate added to each bin before its WoE is taken; above 0
 * @param specialsJoined true when missing values and special codes are joined with the range or group most like them, false when
 *     each has a bin of its own
 */
public record BinningRules(
        Shape shape,
        int preBinsMax,
        int binsMax,
        double sizeMin,
        double countMin,
        double differenceMin,
        double pValueMax,
        double rareMax,
        double shrinkage,
        boolean specialsJoined) {
    private static final int CURVED_PRE_BINS_MAX = 60;

    /** With bins of their own for missing values and special codes. */
    public BinningRules(
            Shape shape,
            int preBinsMax,
            int binsMax,
            double sizeMin,
            double countMin,
            double differenceMin,
            double pValueMax,
            double rareMax,
            double shrinkage) {
        this(shape, preBinsMax, binsMax, sizeMin, countMin, differenceMin, pValueMax, rareMax, shrinkage, false);
    }

    /** Checks every bound at once. */
    public BinningRules {
        Faults faults = new Faults("binning rules");
        faults.require(preBinsMax >= 2 && preBinsMax <= 200, "preBinsMax", "2 to 200", preBinsMax);
        faults.require(binsMax >= 1 && binsMax <= 50, "binsMax", "1 to 50", binsMax);
        faults.require(sizeMin >= 0 && sizeMin <= 0.5, "sizeMin", "0 to 0.5", sizeMin);
        faults.require(countMin >= 0 && countMin < Double.MAX_VALUE, "countMin", "0 or more", countMin);
        faults.require(differenceMin >= 0 && differenceMin <= 1, "differenceMin", "0 to 1", differenceMin);
        faults.require(pValueMax > 0 && pValueMax <= 1, "pValueMax", "above 0, to 1", pValueMax);
        faults.require(rareMax >= 0 && rareMax < Double.MAX_VALUE, "rareMax", "0 or more", rareMax);
        faults.require(
                !shape.isCurved() || preBinsMax <= CURVED_PRE_BINS_MAX,
                "preBinsMax",
                "to " + CURVED_PRE_BINS_MAX + " for concave and convex shapes",
                preBinsMax);
        faults.require(shrinkage > 0 && shrinkage < Double.MAX_VALUE, "shrinkage", "above 0", shrinkage);
        faults.throwIfAny();
    }

    /** Sound for most sets: automatic shape, at most 10 bins of at least 2 %, two goods and two bads in each. */
    public static BinningRules standard() {
        return new BinningRules(Shape.AUTO, 50, 10, 0.02, 2, 0, 1, 10, 5);
    }

    /** The same rules with another shape. */
    public BinningRules withShape(Shape other) {
        return new BinningRules(
                other,
                preBinsMax,
                binsMax,
                sizeMin,
                countMin,
                differenceMin,
                pValueMax,
                rareMax,
                shrinkage,
                specialsJoined);
    }

    /** The same rules with missing values and special codes joined with the range or group most like them. */
    public BinningRules withSpecialsJoined() {
        return new BinningRules(
                shape, preBinsMax, binsMax, sizeMin, countMin, differenceMin, pValueMax, rareMax, shrinkage, true);
    }

    /** The same rules with another least difference of bad rate and another largest p-value between neighbours. */
    public BinningRules withNeighbours(double difference, double pValue) {
        return new BinningRules(
                shape, preBinsMax, binsMax, sizeMin, countMin, difference, pValue, rareMax, shrinkage, specialsJoined);
    }
}
