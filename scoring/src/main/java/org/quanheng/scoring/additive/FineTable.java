package org.quanheng.scoring.additive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.binning.PreBins;
import org.quanheng.scoring.table.Sample;

/**
 * A sample as codes of fine bins, a byte a cell.
 *
 * <p>The fine bins are cut without a look at the outcomes, so the same cuts may serve every fold of a cross-validation.
 */
public final class FineTable {
    /** Most fine ranges of a number. */
    public static final int RANGES_MAX = 48;

    private final List<String> features;
    private final List<Bins> bins;
    private final byte[][] codes;
    private final boolean[] bad;
    private final double[] weights;
    private final Set<String> fixed;

    private FineTable(
            List<String> features,
            List<Bins> bins,
            byte[][] codes,
            boolean[] bad,
            double[] weights,
            Set<String> fixed) {
        this.fixed = fixed;
        this.features = features;
        this.bins = bins;
        this.codes = codes;
        this.bad = bad;
        this.weights = weights;
    }

    /** Cuts every feature of a sample finely and encodes it. */
    public static FineTable of(Sample sample) {
        return of(sample, Map.of());
    }

    /** The same, but features whose bins were set by hand have exactly those. */
    public static FineTable of(Sample sample, Map<String, Bins> byHand) {
        List<Bins> bins = new ArrayList<>();
        byte[][] codes = new byte[sample.features().size()][];
        for (String feature : sample.features()) {
            Bins given = byHand.get(feature);
            Bins fine = given != null
                    ? given
                    : PreBins.withoutOutcomes(sample.table().column(feature), RANGES_MAX);
            codes[bins.size()] = fine.assign(sample.table().column(feature));
            bins.add(fine);
        }
        return new FineTable(
                sample.features(), bins, codes, sample.bad(), sample.weights(), Set.copyOf(byHand.keySet()));
    }

    /** The given rows, in the given order. */
    public FineTable take(int[] rows) {
        byte[][] taken = new byte[codes.length][rows.length];
        boolean[] takenBad = new boolean[rows.length];
        double[] takenWeights = new double[rows.length];
        for (int feature = 0; feature < codes.length; feature++) {
            for (int i = 0; i < rows.length; i++) {
                taken[feature][i] = codes[feature][rows[i]];
            }
        }
        for (int i = 0; i < rows.length; i++) {
            takenBad[i] = bad[rows[i]];
            takenWeights[i] = weights[rows[i]];
        }
        return new FineTable(features, bins, taken, takenBad, takenWeights, fixed);
    }

    /** Number of rows. */
    public int rows() {
        return bad.length;
    }

    /** Names of the features. */
    public List<String> features() {
        return features;
    }

    /** Fine bins of a feature. */
    public Bins bins(int feature) {
        return bins.get(feature);
    }

    /** True when the bins were set by hand and are not to be joined. */
    public boolean fixed(int feature) {
        return fixed.contains(features.get(feature));
    }

    /** True when the ranges of the feature have an order. */
    public boolean ordered(int feature) {
        return bins.get(feature) instanceof NumericBins;
    }

    /** Who was bad; shared, read-only. */
    public boolean[] bad() {
        return bad;
    }

    /** Weight by row; shared, read-only. */
    public double[] weights() {
        return weights;
    }

    /** Codes of a feature by row; shared, read-only. */
    byte[] codes(int feature) {
        return codes[feature];
    }

    /** Sum of the values by fine bin of a feature; four running sums, so that equal neighbours need not wait for each other. */
    double[] sums(int feature, double[] values) {
        byte[] code = codes[feature];
        int count = bins.get(feature).count();
        double[] a = new double[count];
        double[] b = new double[count];
        double[] c = new double[count];
        double[] d = new double[count];
        int row = 0;
        for (; row + 3 < code.length; row += 4) {
            a[code[row]] += values[row];
            b[code[row + 1]] += values[row + 1];
            c[code[row + 2]] += values[row + 2];
            d[code[row + 3]] += values[row + 3];
        }
        for (; row < code.length; row++) {
            a[code[row]] += values[row];
        }
        for (int bin = 0; bin < count; bin++) {
            a[bin] = (a[bin] + b[bin]) + (c[bin] + d[bin]);
        }
        return a;
    }

    /** Weight of goods, then of bads, by fine bin of a feature. */
    public double[][] counts(int feature) {
        double[][] counts = new double[2][bins.get(feature).count()];
        byte[] code = codes[feature];
        for (int row = 0; row < code.length; row++) {
            counts[bad[row] ? 1 : 0][code[row]] += weights[row];
        }
        return counts;
    }
}
