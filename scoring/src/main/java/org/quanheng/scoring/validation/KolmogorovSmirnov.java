package org.quanheng.scoring.validation;

/**
 * The largest gap between the distributions of goods and of bads.
 *
 * @param value the gap, 0 to 1
 * @param at the risk at which it occurs: share of bads above it minus share of goods above it is the value
 */
public record KolmogorovSmirnov(double value, double at) {
    /** KS of a risk measure. Throws when a class is empty or a risk is NaN. */
    public static KolmogorovSmirnov of(double[] risk, boolean[] bad) {
        Outcomes outcomes = Outcomes.of(risk, bad);
        double[] goods = outcomes.goods();
        double[] bads = outcomes.bads();
        double best = 0;
        double at = Double.NaN;
        int g = 0;
        int b = 0;
        while (g < goods.length || b < bads.length) {
            double next = Math.min(
                    g < goods.length ? goods[g] : Double.POSITIVE_INFINITY,
                    b < bads.length ? bads[b] : Double.POSITIVE_INFINITY);
            while (g < goods.length && goods[g] <= next) {
                g++;
            }
            while (b < bads.length && bads[b] <= next) {
                b++;
            }
            double gap = Math.abs((double) g / goods.length - (double) b / bads.length);
            if (gap > best) {
                best = gap;
                at = next;
            }
        }
        return new KolmogorovSmirnov(best, at);
    }
}
