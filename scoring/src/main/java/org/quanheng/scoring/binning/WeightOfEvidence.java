package org.quanheng.scoring.binning;

/**
 * Weight of evidence and information value of a bin, shrunk toward no evidence.
 *
 * <p>WoE = ln(share of goods / share of bads) (Good, Weight of evidence: a brief survey, 1985; Siddiqi, Credit Risk Scorecards, 2006).
 * Before the shares are taken, s pseudo-rows of the sample's own bad rate are added to the bin, so that a small bin says little and
 * an empty class does not say infinity (a Beta prior centred at the sample's rate).
 */
public final class WeightOfEvidence {
    private WeightOfEvidence() {}

    /**
     * WoE of a bin, positive when it is better than the sample.
     *
     * @param goods weight of goods in the bin
     * @param bads weight of bads in the bin
     * @param shrinkage pseudo-rows s, above 0
     */
    public static double woe(double goods, double bads, double totalGoods, double totalBads, double shrinkage) {
        double total = totalGoods + totalBads;
        double shrunkGoods = goods + shrinkage * totalGoods / total;
        double shrunkBads = bads + shrinkage * totalBads / total;
        return Math.log((shrunkGoods / totalGoods) / (shrunkBads / totalBads));
    }

    /** Contribution of a bin to the information value: (share of goods − share of bads) · WoE, never negative. */
    public static double value(double goods, double bads, double totalGoods, double totalBads, double shrinkage) {
        return (goods / totalGoods - bads / totalBads) * woe(goods, bads, totalGoods, totalBads, shrinkage);
    }
}
