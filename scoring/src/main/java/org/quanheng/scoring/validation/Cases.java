package org.quanheng.scoring.validation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.table.Sample;

/**
 * Cases with known outcomes, each with its risk and its weight. Cases of equal risk are one level, so that no figure depends on the
 * order of rows; a case of weight two counts in every figure as two cases would.
 */
public final class Cases {
    private final double[] risk;
    private final boolean[] bad;
    private final double[] weights;

    /** Level of each row. */
    private final int[] level;

    private final double[] levels;
    private final double[] goods;
    private final double[] bads;
    private final int[] rows;
    private final double totalGoods;
    private final double totalBads;

    private Cases(double[] risk, boolean[] bad, double[] weights) {
        this.risk = risk;
        this.bad = bad;
        this.weights = weights;
        this.levels = levels(risk);
        this.level = new int[risk.length];
        this.goods = new double[levels.length];
        this.bads = new double[levels.length];
        this.rows = new int[levels.length];
        for (int row = 0; row < risk.length; row++) {
            int at = Arrays.binarySearch(levels, risk[row] + 0.0);
            level[row] = at;
            (bad[row] ? bads : goods)[at] += weights[row];
            rows[at]++;
        }
        this.totalGoods = Arrays.stream(goods).sum();
        this.totalBads = Arrays.stream(bads).sum();
    }

    /** The different risks, rising; the sum makes a zero of every negative zero. */
    private static double[] levels(double[] risk) {
        double[] sorted = new double[risk.length];
        Arrays.setAll(sorted, row -> risk[row] + 0.0);
        Arrays.sort(sorted);
        int count = 0;
        for (int row = 0; row < sorted.length; row++) {
            if (row == 0 || sorted[row] > sorted[row - 1]) {
                sorted[count++] = sorted[row];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /**
     * Cases of weight one.
     *
     * @param risk PD or any number that rises with risk, by row
     * @throws org.quanheng.fault.FaultyInputException when a class is empty, a risk is NaN or lengths differ
     */
    public static Cases of(double[] risk, boolean[] bad) {
        double[] ones = new double[bad.length];
        Arrays.fill(ones, 1);
        return of(risk, bad, ones);
    }

    /**
     * Cases with weights.
     *
     * @param weights above zero, by row
     * @throws org.quanheng.fault.FaultyInputException when a class is empty, a risk is NaN, a weight is not above zero or lengths
     *     differ
     */
    public static Cases of(double[] risk, boolean[] bad, double[] weights) {
        Faults faults = new Faults("outcomes");
        int count = bad.length;
        faults.require(
                risk.length == count, "risks", Phrase.of("one for each of the {0} outcomes", count), risk.length);
        faults.require(
                weights.length == count,
                "weights",
                Phrase.of("one for each of the {0} outcomes", count),
                weights.length);
        int bads = 0;
        for (boolean each : bad) {
            bads += each ? 1 : 0;
        }
        faults.require(
                bads > 0 && bads < count, "outcomes", "good and bad cases", Phrase.of("{0} bad of {1}", bads, count));
        for (int row = 0; row < risk.length; row++) {
            if (Double.isNaN(risk[row])) {
                faults.add(Phrase.of("risk of row {0}", row), "a number", "NaN");
            }
        }
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] > 0 && weights[row] < Double.POSITIVE_INFINITY)) {
                faults.add(Phrase.of("weight of row {0}", row), "a number above 0", Double.toString(weights[row]));
            }
        }
        faults.throwIfAny();
        return new Cases(risk, bad, weights);
    }

    /** Cases of a sample: its outcomes and its weights. */
    public static Cases of(double[] risk, Sample sample) {
        return of(risk, sample.bad(), sample.weights());
    }

    /** The cases of these rows, or null when they are all good or all bad. */
    @Nullable Cases among(int[] members) {
        double[] someRisk = new double[members.length];
        boolean[] someBad = new boolean[members.length];
        double[] someWeights = new double[members.length];
        int someBads = 0;
        for (int i = 0; i < members.length; i++) {
            someRisk[i] = risk[members[i]];
            someBad[i] = bad[members[i]];
            someWeights[i] = weights[members[i]];
            someBads += someBad[i] ? 1 : 0;
        }
        return someBads == 0 || someBads == members.length ? null : new Cases(someRisk, someBad, someWeights);
    }

    /** Number of cases. */
    int rows() {
        return risk.length;
    }

    /** Number of different risks. */
    int levels() {
        return levels.length;
    }

    /** Risk of a level; levels rise. */
    double risk(int at) {
        return levels[at];
    }

    /** Weight of the goods of a level. */
    double goods(int at) {
        return goods[at];
    }

    /** Weight of the bads of a level. */
    double bads(int at) {
        return bads[at];
    }

    /** Number of cases of a level. */
    int rows(int at) {
        return rows[at];
    }

    /** Weight of all goods. */
    double goods() {
        return totalGoods;
    }

    /** Weight of all bads. */
    double bads() {
        return totalBads;
    }

    /** Weight of all cases. */
    double weight() {
        return totalGoods + totalBads;
    }

    double riskOf(int row) {
        return risk[row];
    }

    boolean isBad(int row) {
        return bad[row];
    }

    double weightOf(int row) {
        return weights[row];
    }

    /** Number of independent cases that tell as much as these rows do, (Σw)²/Σw² (Kish 1965). */
    double effective(int[] members) {
        double sum = 0;
        double squares = 0;
        for (int row : members) {
            sum += weights[row];
            squares += weights[row] * weights[row];
        }
        return squares > 0 ? sum * sum / squares : 0;
    }

    /** The same by level, over the levels from one to before another. */
    double[] effectiveUpTo(int[] ends) {
        double[] sums = new double[ends.length];
        double[] squares = new double[ends.length];
        for (int row = 0; row < risk.length; row++) {
            int group = Arrays.binarySearch(ends, level[row] + 1);
            int at = group >= 0 ? group : -group - 1;
            sums[at] += weights[row];
            squares[at] += weights[row] * weights[row];
        }
        double[] effective = new double[ends.length];
        Arrays.setAll(effective, group -> squares[group] > 0 ? sums[group] * sums[group] / squares[group] : 0);
        return effective;
    }

    /** By row: for a bad case the share of goods below it, for a good one the share of bads above it; ties count one half. */
    double[] placements() {
        double[] goodsBelow = new double[levels.length];
        double[] badsAbove = new double[levels.length];
        double below = 0;
        double above = totalBads;
        for (int at = 0; at < levels.length; at++) {
            goodsBelow[at] = (below + goods[at] / 2) / totalGoods;
            badsAbove[at] = (above - bads[at] / 2) / totalBads;
            below += goods[at];
            above -= bads[at];
        }
        double[] placements = new double[risk.length];
        Arrays.setAll(placements, row -> bad[row] ? goodsBelow[level[row]] : badsAbove[level[row]]);
        return placements;
    }

    /** Weighted mean of values over one class. */
    double mean(double[] values, boolean ofBads) {
        double sum = 0;
        for (int row = 0; row < values.length; row++) {
            sum += bad[row] == ofBads ? weights[row] * values[row] : 0;
        }
        return sum / (ofBads ? totalBads : totalGoods);
    }

    /** Variance of that mean, with every case drawn by itself: Σw²(v − mean)² / (Σw)² · n/(n − 1). */
    double varianceOfMean(double[] values, boolean ofBads) {
        double mean = mean(values, ofBads);
        double sum = 0;
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            if (bad[row] == ofBads) {
                double gap = weights[row] * (values[row] - mean);
                sum += gap * gap;
                count++;
            }
        }
        double total = ofBads ? totalBads : totalGoods;
        return count < 2 ? 0 : sum / (total * total) * count / (count - 1);
    }
}
