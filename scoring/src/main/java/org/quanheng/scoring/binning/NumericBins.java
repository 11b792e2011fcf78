package org.quanheng.scoring.binning;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.Faults;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;

/** Ranges of numbers: bin i holds cut(i−1) ≤ value &lt; cut(i); the last bin holds missing values. */
public final class NumericBins implements Bins {
    private final double[] cuts;
    private final String[] labels;

    /** Ranges between these cuts, which must rise; no cut means one range. */
    public NumericBins(double... cuts) {
        Faults faults = new Faults();
        for (int i = 0; i < cuts.length; i++) {
            boolean rises = i == 0 || cuts[i] > cuts[i - 1];
            faults.check(rises && !Double.isNaN(cuts[i]), "cut " + (i + 1), "a number above the cut before", cuts[i]);
        }
        faults.check(cuts.length <= 100, "cuts", "at most 100", cuts.length);
        faults.throwIfAny("The bins");
        this.cuts = cuts.clone();
        this.labels = new String[cuts.length + 2];
        for (int bin = 0; bin < labels.length; bin++) {
            labels[bin] = labelOf(bin);
        }
    }

    /** The cuts, rising. */
    public List<Double> cuts() {
        return Arrays.stream(cuts).boxed().toList();
    }

    /** Lower end of a range, included; −∞ for the first. */
    public double from(int bin) {
        return bin == 0 ? Double.NEGATIVE_INFINITY : cuts[bin - 1];
    }

    /** Upper end of a range, excluded; ∞ for the last. */
    public double to(int bin) {
        return bin == cuts.length ? Double.POSITIVE_INFINITY : cuts[bin];
    }

    @Override
    public int count() {
        return cuts.length + 2;
    }

    @Override
    public int regular() {
        return cuts.length + 1;
    }

    @Override
    public int missing() {
        return cuts.length + 1;
    }

    @Override
    public String label(int bin) {
        return labels[bin];
    }

    private String labelOf(int bin) {
        if (bin == missing()) {
            return "missing";
        }
        if (cuts.length == 0) {
            return "any number";
        }
        if (bin == 0) {
            return "< " + plain(cuts[0]);
        }
        return bin == cuts.length ? ">= " + plain(cuts[bin - 1]) : plain(cuts[bin - 1]) + " to < " + plain(cuts[bin]);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Bin of a number; NaN is missing. */
    public int of(double value) {
        if (Double.isNaN(value)) {
            return missing();
        }
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value >= cuts[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public int of(@Nullable Object value) {
        return switch (value) {
            case null -> missing();
            case Number number -> of(number.doubleValue());
            default -> throw wrongKind("value", value.getClass().getSimpleName() + " '" + value + "'");
        };
    }

    @Override
    public byte[] assign(Column column) {
        if (!(column instanceof NumericColumn numeric)) {
            throw wrongKind("column " + column.name(), "texts");
        }
        byte[] bins = new byte[numeric.rows()];
        double[] values = numeric.values();
        for (int row = 0; row < bins.length; row++) {
            bins[row] = (byte) of(values[row]);
        }
        return bins;
    }

    private static RuntimeException wrongKind(String where, String came) {
        Faults faults = new Faults();
        faults.add(where, "a number", came);
        return faults.exception("The value");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumericBins bins && Arrays.equals(cuts, bins.cuts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cuts);
    }

    @Override
    public String toString() {
        return "NumericBins" + Arrays.toString(cuts);
    }
}
