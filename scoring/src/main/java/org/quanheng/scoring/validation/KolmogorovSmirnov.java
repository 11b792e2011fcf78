package org.quanheng.scoring.validation;

/**
 * The largest gap between the distributions of goods and of bads.
 *
 * @param value the gap, 0 to 1
 * @param at the risk at which it occurs: share of bads above it minus share of goods above it is the value
 */
public record KolmogorovSmirnov(double value, double at) {
    /** KS of cases. */
    public static KolmogorovSmirnov of(Cases cases) {
        double best = 0;
        double at = Double.NaN;
        double goods = 0;
        double bads = 0;
        for (int level = 0; level < cases.levels(); level++) {
            goods += cases.goods(level);
            bads += cases.bads(level);
            double gap = Math.abs(goods / cases.goods() - bads / cases.bads());
            if (gap > best) {
                best = gap;
                at = cases.risk(level);
            }
        }
        return new KolmogorovSmirnov(best, at);
    }
}
