package org.quanheng.scoring.additive;

import java.util.Arrays;
import java.util.List;

/** An additive model on fine bins: log-odds of bad = intercept + the effect of each feature's bin. */
public final class Effects {
    private double intercept;
    private final double[][] values;
    private List<Pair> pairs = List.of();

    Effects(FineTable table) {
        values = new double[table.features().size()][];
        for (int feature = 0; feature < values.length; feature++) {
            values[feature] = new double[table.bins(feature).count()];
        }
    }

    private Effects(double intercept, double[][] values) {
        this.intercept = intercept;
        this.values = values;
    }

    /** A copy that changes alone. */
    Effects copy() {
        return new Effects(intercept, Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
    }

    /** Log-odds of bad where every effect is zero. */
    public double intercept() {
        return intercept;
    }

    void pairs(List<Pair> fitted) {
        pairs = List.copyOf(fitted);
    }

    /** Tables over two features. */
    public List<Pair> pairs() {
        return pairs;
    }

    void addToIntercept(double change) {
        intercept += change;
    }

    /** Effects of a feature by fine bin; shared. */
    public double[] of(int feature) {
        return values[feature];
    }

    /** True when the feature has an effect anywhere. */
    public boolean isUsed(int feature) {
        for (double value : values[feature]) {
            if (value != 0) {
                return true;
            }
        }
        return false;
    }

    /** Log-odds of bad by row. */
    public double[] logOdds(FineTable table) {
        double[] sums = new double[table.rows()];
        Arrays.fill(sums, intercept);
        for (int feature = 0; feature < values.length; feature++) {
            if (isUsed(feature)) {
                byte[] codes = table.codes(feature);
                double[] value = values[feature];
                for (int row = 0; row < sums.length; row++) {
                    sums[row] += value[codes[row]];
                }
            }
        }
        pairs.forEach(pair -> pair.addTo(sums, table));
        return sums;
    }
}
