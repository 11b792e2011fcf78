package org.quanheng.scoring.additive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.Likeness;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.binning.Shape;

/** The effects of one feature joined into few bins. */
public final class Steps {
    private final Bins bins;
    private final int[] joined;
    private final double[] effects;
    private final double[] goods;
    private final double[] bads;

    private Steps(Bins bins, int[] joined, double[] effects, double[] goods, double[] bads) {
        this.bins = bins;
        this.joined = joined;
        this.effects = effects;
        this.goods = goods;
        this.bads = bads;
    }

    /** Joins the fine bins of a feature under the rules; a joined bin has the mean effect of its rows. */
    public static Steps of(FineTable table, Effects model, int feature, BinningRules rules) {
        Bins fine = table.bins(feature);
        double[] effect = model.of(feature);
        double[][] counts = table.counts(feature);
        double[] weight = new double[effect.length];
        double total = 0;
        for (int bin = 0; bin < weight.length; bin++) {
            weight[bin] = counts[0][bin] + counts[1][bin];
            total += weight[bin];
        }
        int[] joined = IntStream.range(0, effect.length).toArray();
        Bins bins = fine;
        if (!table.fixed(feature)) {
            int regular = fine.regular();
            int[] groups = Segmentation.join(
                    effect, weight, regular, table.ordered(feature), rules.binsMax(), rules.sizeMin() * total);
            bins = join(fine, groups);
            for (int bin = 0; bin < joined.length; bin++) {
                joined[bin] = bin < regular ? groups[bin] : bins.regular() + bin - regular;
            }
        }
        if (rules.specialsJoined() && !table.fixed(feature)) {
            Likeness likeness = likeness(bins, joined, effect, weight);
            bins = likeness.bins();
            joined = Arrays.stream(joined).map(likeness::place).toArray();
        }
        return of(bins, joined, effect, counts, rules.shape(), table.ordered(feature));
    }

    private static Likeness likeness(Bins bins, int[] joined, double[] effect, double[] weight) {
        double[] sums = new double[bins.count()];
        double[] mass = new double[bins.count()];
        for (int bin = 0; bin < joined.length; bin++) {
            sums[joined[bin]] += effect[bin] * weight[bin];
            mass[joined[bin]] += weight[bin];
        }
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] /= Math.max(mass[bin], 1e-9);
        }
        return Likeness.of(bins, sums, mass);
    }

    private static Steps of(Bins bins, int[] joined, double[] effect, double[][] counts, Shape shape, boolean ordered) {
        double[][] sums = new double[4][bins.count()];
        for (int bin = 0; bin < joined.length; bin++) {
            sums[0][joined[bin]] += counts[0][bin];
            sums[1][joined[bin]] += counts[1][bin];
            double weight = counts[0][bin] + counts[1][bin] + 1e-9;
            sums[2][joined[bin]] += effect[bin] * weight;
            sums[3][joined[bin]] += weight;
        }
        double[] effects = new double[bins.count()];
        for (int bin = 0; bin < effects.length; bin++) {
            effects[bin] = sums[2][bin] / sums[3][bin];
        }
        Curve.neutralWithoutRows(effects, sums[0], sums[1]);
        double[][] joinedCounts = {sums[0], sums[1]};
        if (shape.isDeclared()) {
            Curve.keepShape(effects, sums[3], ordered ? bins.regular() : 0, shape);
            Curve.zeroIfAgainst(effects, Curve.evidence(joinedCounts));
        } else {
            Curve.holdSign(effects, joinedCounts);
        }
        return new Steps(bins, joined, effects, sums[0], sums[1]);
    }

    /** Bins of which each is some fine bins; the coarse numbers must not fall along the ranges of a number. */
    static Bins join(Bins fine, int[] coarse) {
        return switch (fine) {
            case NumericBins numeric -> {
                double[] cuts = IntStream.range(1, numeric.regular())
                        .filter(bin -> coarse[bin] != coarse[bin - 1])
                        .mapToDouble(numeric::from)
                        .toArray();
                yield new NumericBins(cuts, numeric.specials());
            }
            case CategoricalBins categorical -> new CategoricalBins(groups(categorical, bin -> coarse[bin]));
        };
    }

    private static List<List<String>> groups(CategoricalBins fine, IntUnaryOperator coarse) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int bin = 0; bin < fine.regular(); bin++) {
            numbers.add(coarse.applyAsInt(bin));
        }
        List<List<String>> groups = new ArrayList<>();
        for (int number : numbers) {
            List<String> group = new ArrayList<>();
            for (int bin = 0; bin < fine.regular(); bin++) {
                if (coarse.applyAsInt(bin) == number) {
                    group.addAll(fine.groups().get(bin));
                }
            }
            groups.add(group);
        }
        return groups;
    }

    /** The joined bins. */
    public Bins bins() {
        return bins;
    }

    /** Effects on the log-odds of bad by joined bin, a copy. */
    public double[] effects() {
        return effects.clone();
    }

    /** Weight of goods by joined bin, a copy. */
    public double[] goods() {
        return goods.clone();
    }

    /** Weight of bads by joined bin, a copy. */
    public double[] bads() {
        return bads.clone();
    }

    /** Standard deviation of the effects over the sample. */
    public double spread() {
        double total = 0;
        double mean = 0;
        double squares = 0;
        for (int bin = 0; bin < effects.length; bin++) {
            double weight = goods[bin] + bads[bin];
            total += weight;
            mean += weight * effects[bin];
            squares += weight * effects[bin] * effects[bin];
        }
        return Math.sqrt(Math.max(0, squares / total - mean * mean / total / total));
    }

    /** Covariance of the effects with the evidence of the joined bins; below zero the sign is wrong. */
    public double agreement() {
        return Curve.agreement(effects, new double[][] {goods, bads});
    }

    /** Adds the joined effects to the sums. */
    public void addTo(double[] sums, FineTable table, int feature) {
        double[] byFine = new double[joined.length];
        for (int bin = 0; bin < byFine.length; bin++) {
            byFine[bin] = effects[joined[bin]];
        }
        byte[] codes = table.codes(feature);
        for (int row = 0; row < sums.length; row++) {
            sums[row] += byFine[codes[row]];
        }
    }
}
