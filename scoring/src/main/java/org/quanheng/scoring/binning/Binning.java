package org.quanheng.scoring.binning;

import java.util.stream.IntStream;

/** Bins of one characteristic with what a sample showed in them: goods, bads, WoE, information value. */
public final class Binning {
    private final String name;
    private final Bins bins;
    private final Shape shape;
    private final String explanation;
    private final double[] goods;
    private final double[] bads;
    private final double[] woe;
    private final double value;
    private final double shrinkage;

    /**
     * Counts of a sample put to bins.
     *
     * @param goods weight of goods by bin
     * @param bads weight of bads by bin
     * @param shape the shape that the bad rate keeps over the regular bins
     * @param explanation why this shape and these bins, one sentence
     * @param shrinkage pseudo-rows for {@link WeightOfEvidence}
     */
    public Binning(
            String name, Bins bins, double[] goods, double[] bads, Shape shape, String explanation, double shrinkage) {
        this.name = name;
        this.bins = bins;
        this.shrinkage = shrinkage;
        this.shape = shape;
        this.explanation = explanation;
        this.goods = goods.clone();
        this.bads = bads.clone();
        this.woe = new double[goods.length];
        double totalGoods = 0;
        double totalBads = 0;
        for (int bin = 0; bin < goods.length; bin++) {
            totalGoods += goods[bin];
            totalBads += bads[bin];
        }
        double sum = 0;
        for (int bin = 0; bin < goods.length; bin++) {
            woe[bin] = WeightOfEvidence.woe(goods[bin], bads[bin], totalGoods, totalBads, shrinkage);
            sum += WeightOfEvidence.value(goods[bin], bads[bin], totalGoods, totalBads, shrinkage);
        }
        this.value = sum;
    }

    /** Name of the characteristic. */
    public String name() {
        return name;
    }

    /** The bins. */
    public Bins bins() {
        return bins;
    }

    /** The shape that the bad rate keeps over the regular bins. */
    public Shape shape() {
        return shape;
    }

    /** Why this shape and these bins. */
    public String explanation() {
        return explanation;
    }

    /** Weight of goods in a bin. */
    public double goods(int bin) {
        return goods[bin];
    }

    /** Weight of bads in a bin. */
    public double bads(int bin) {
        return bads[bin];
    }

    /** Share of bads in a bin, NaN when it is empty. */
    public double badRate(int bin) {
        return bads[bin] / (goods[bin] + bads[bin]);
    }

    /** Share of the sample's weight in a bin. */
    public double share(int bin) {
        double total = IntStream.range(0, goods.length)
                .mapToDouble(b -> goods[b] + bads[b])
                .sum();
        return (goods[bin] + bads[bin]) / total;
    }

    /** Shrunken weight of evidence of a bin, positive when better than the sample. */
    public double woe(int bin) {
        return woe[bin];
    }

    /** WoE by bin, a copy. */
    public double[] woes() {
        return woe.clone();
    }

    /** Pseudo-rows with which the WoE was shrunk. */
    public double shrinkage() {
        return shrinkage;
    }

    /** Information value of the characteristic. */
    public double informationValue() {
        return value;
    }
}
