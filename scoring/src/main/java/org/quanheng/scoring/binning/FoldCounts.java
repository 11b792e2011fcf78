package org.quanheng.scoring.binning;

import org.quanheng.scoring.statistics.Folds;
import org.quanheng.scoring.table.Sample;

/** Weight of goods and bads by fold and pre-bin, counted once so that every trial of bins is a sum over a few numbers. */
final class FoldCounts {
    private final double[][] goods;
    private final double[][] bads;

    FoldCounts(Sample sample, byte[] bins, int count, Folds folds) {
        goods = new double[folds.count()][count];
        bads = new double[folds.count()][count];
        boolean[] bad = sample.bad();
        double[] weights = sample.weights();
        double[] flat = new double[2 * folds.count() * count];
        for (int row = 0; row < bins.length; row++) {
            flat[(2 * folds.of(row) + (bad[row] ? 1 : 0)) * count + bins[row]] += weights[row];
        }
        for (int fold = 0; fold < folds.count(); fold++) {
            System.arraycopy(flat, 2 * fold * count, goods[fold], 0, count);
            System.arraycopy(flat, (2 * fold + 1) * count, bads[fold], 0, count);
        }
    }

    int folds() {
        return goods.length;
    }

    /** Goods, then bads, of one fold by pre-bin. */
    double[][] fold(int fold) {
        return new double[][] {goods[fold], bads[fold]};
    }

    /** Goods, then bads, of all folds by pre-bin. */
    double[][] all() {
        return allBut(-1);
    }

    /** Goods, then bads, of all folds but one by pre-bin. */
    double[][] allBut(int left) {
        double[][] sums = new double[2][goods[0].length];
        for (int fold = 0; fold < goods.length; fold++) {
            if (fold != left) {
                for (int bin = 0; bin < sums[0].length; bin++) {
                    sums[0][bin] += goods[fold][bin];
                    sums[1][bin] += bads[fold][bin];
                }
            }
        }
        return sums;
    }
}
