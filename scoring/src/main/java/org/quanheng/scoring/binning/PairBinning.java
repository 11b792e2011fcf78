package org.quanheng.scoring.binning;

/** Two characteristics divided together: a grid of cells with what a sample showed in each. */
public final class PairBinning {
    private final String first;
    private final String second;
    private final Bins firstBins;
    private final Bins secondBins;
    private final double[][] goods;
    private final double[][] bads;
    private final double[][] woe;
    private final double value;

    PairBinning(
            String first,
            String second,
            Bins firstBins,
            Bins secondBins,
            double[][] goods,
            double[][] bads,
            double shrinkage) {
        this.first = first;
        this.second = second;
        this.firstBins = firstBins;
        this.secondBins = secondBins;
        this.goods = goods;
        this.bads = bads;
        this.woe = new double[goods.length][goods[0].length];
        double totalGoods = PairBinner.sum(goods);
        double totalBads = PairBinner.sum(bads);
        double sum = 0;
        for (int i = 0; i < goods.length; i++) {
            for (int j = 0; j < goods[i].length; j++) {
                woe[i][j] = WeightOfEvidence.woe(goods[i][j], bads[i][j], totalGoods, totalBads, shrinkage);
                sum += WeightOfEvidence.value(goods[i][j], bads[i][j], totalGoods, totalBads, shrinkage);
            }
        }
        this.value = sum;
    }

    /** Name of the first characteristic. */
    public String first() {
        return first;
    }

    /** Name of the second characteristic. */
    public String second() {
        return second;
    }

    /** Bins of the first characteristic. */
    public Bins firstBins() {
        return firstBins;
    }

    /** Bins of the second characteristic. */
    public Bins secondBins() {
        return secondBins;
    }

    /** Weight of goods in a cell. */
    public double goods(int firstBin, int secondBin) {
        return goods[firstBin][secondBin];
    }

    /** Weight of bads in a cell. */
    public double bads(int firstBin, int secondBin) {
        return bads[firstBin][secondBin];
    }

    /** Shrunken weight of evidence of a cell. */
    public double woe(int firstBin, int secondBin) {
        return woe[firstBin][secondBin];
    }

    /** Information value of the whole grid. */
    public double informationValue() {
        return value;
    }
}
