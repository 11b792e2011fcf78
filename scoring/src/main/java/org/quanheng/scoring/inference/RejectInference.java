package org.quanheng.scoring.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.statistics.Folds;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/**
 * Development samples that also hold refused applicants (Siddiqi 2006; Crook and Banasik, J. Banking and Finance 2004; Thomas, Crook,
 * Edelman 2017).
 *
 * <p>No method can know how the refused would have paid: the bounds of {@link #bounds} stand beside every figure that rests on one.
 */
public final class RejectInference {
    private static final String TARGET = "target";
    private static final String WEIGHT = "weight";

    private RejectInference() {}

    /**
     * Fuzzy augmentation: each refused applicant enters twice, as bad with weight PD and as good with weight 1 − PD.
     *
     * @param accepted with known outcomes
     * @param refused with the same columns as features
     * @param pd of the refused, by a model of the accepted
     * @param factor by which the odds of the refused are worse than that model says; 1 takes it at its word
     */
    public static Sample fuzzy(Sample accepted, Table refused, double[] pd, double factor) {
        check(accepted, refused, pd, factor);
        double[] shares = Arrays.stream(pd).map(p -> worse(p, factor)).toArray();
        boolean[] bad = new boolean[2 * pd.length];
        double[] weights = new double[2 * pd.length];
        int[] rows = new int[2 * pd.length];
        for (int row = 0; row < pd.length; row++) {
            rows[2 * row] = row;
            rows[2 * row + 1] = row;
            bad[2 * row] = true;
            weights[2 * row] = Math.max(shares[row], 1e-9);
            weights[2 * row + 1] = Math.max(1 - shares[row], 1e-9);
        }
        return join(accepted, refused.take(rows), bad, weights);
    }

    /**
     * Parcelling: refused applicants are sorted by PD into parcels, and in each the share of bads that the model expects, made worse by
     * the factor, is marked bad, chosen by a seed.
     */
    public static Sample parcelled(Sample accepted, Table refused, double[] pd, double factor, int parcels, long seed) {
        check(accepted, refused, pd, factor);
        Faults faults = new Faults("reject inference");
        faults.require(parcels >= 1 && parcels <= 1000, "parcels", "1 to 1000", parcels);
        faults.throwIfAny();
        Integer[] order = new Integer[pd.length];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, (a, b) -> Double.compare(pd[a], pd[b]));
        boolean[] bad = new boolean[pd.length];
        Folds mixing = new Folds(1 << 30, seed);
        for (int parcel = 0; parcel < parcels; parcel++) {
            int from = (int) ((long) order.length * parcel / parcels);
            int to = (int) ((long) order.length * (parcel + 1) / parcels);
            Integer[] members = Arrays.copyOfRange(order, from, to);
            double expected = Arrays.stream(members)
                    .mapToDouble(row -> worse(pd[row], factor))
                    .sum();
            Arrays.sort(members, (a, b) -> Integer.compare(mixing.of(a), mixing.of(b)));
            for (int i = 0; i < Math.round(expected); i++) {
                bad[members[i]] = true;
            }
        }
        double[] weights = new double[pd.length];
        Arrays.fill(weights, 1);
        return join(accepted, refused, bad, weights);
    }

    /**
     * Bad rate of a group of which some were refused.
     *
     * @param least when every refused applicant would have paid
     * @param inferred when the refused are as the model says, made worse by the factor
     * @param most when none of them would have paid
     */
    public record Bounds(double least, double inferred, double most) {}

    /**
     * Worst-case bounds of a bad rate (Manski, 1989) with the inferred value between.
     *
     * @param accepted number of accepted cases in the group
     * @param bads bad ones among them
     * @param pd of the refused in the group
     * @param factor as in {@link #fuzzy}
     */
    public static Bounds bounds(int accepted, int bads, double[] pd, double factor) {
        double all = accepted + pd.length;
        double inferred = Arrays.stream(pd).map(p -> worse(p, factor)).sum();
        return new Bounds(bads / all, (bads + inferred) / all, (bads + pd.length) / all);
    }

    private static double worse(double pd, double factor) {
        return factor * pd / (1 - pd + factor * pd);
    }

    private static void check(Sample accepted, Table refused, double[] pd, double factor) {
        Faults faults = new Faults("reject inference");
        for (String feature : accepted.features()) {
            boolean there = refused.has(feature);
            faults.require(there, "column " + feature, "to be in the table of the refused", "no such column");
            if (there) {
                Column a = accepted.table().column(feature);
                Column b = refused.column(feature);
                faults.require(a.getClass() == b.getClass(), "column " + feature, "the same kind in both", "two kinds");
            }
        }
        faults.require(pd.length == refused.rows(), "PDs", "one for each of " + refused.rows() + " refused", pd.length);
        for (double p : pd) {
            faults.require(p >= 0 && p <= 1, "PDs", "0 to 1", p);
        }
        faults.require(factor > 0 && factor < Double.MAX_VALUE, "factor", "above 0", factor);
        faults.throwIfAny();
    }

    private static Sample join(Sample accepted, Table refused, boolean[] bad, double[] weights) {
        List<Column> columns = new ArrayList<>();
        for (String feature : accepted.features()) {
            columns.add(join(accepted.table().column(feature), refused.column(feature)));
        }
        int known = accepted.rows();
        double[] target = new double[known + bad.length];
        double[] weight = Arrays.copyOf(accepted.weights(), target.length);
        for (int row = 0; row < target.length; row++) {
            boolean isBad = row < known ? accepted.bad()[row] : bad[row - known];
            target[row] = isBad ? 1 : 0;
        }
        System.arraycopy(weights, 0, weight, known, weights.length);
        String targetName = unused(TARGET, accepted);
        String weightName = unused(WEIGHT, accepted);
        columns.add(new NumericColumn(targetName, target));
        columns.add(new NumericColumn(weightName, weight));
        return Sample.of(Table.of(columns), targetName, 1, accepted.features(), weightName);
    }

    private static String unused(String wanted, Sample sample) {
        String name = wanted;
        while (sample.features().contains(name)) {
            name = "_" + name;
        }
        return name;
    }

    private static Column join(Column first, Column second) {
        if (first instanceof NumericColumn a && second instanceof NumericColumn b) {
            double[] values = Arrays.copyOf(a.values(), a.rows() + b.rows());
            System.arraycopy(b.values(), 0, values, a.rows(), b.rows());
            return new NumericColumn(first.name(), values);
        }
        List<@org.jspecify.annotations.Nullable String> texts = new ArrayList<>();
        for (Column column : List.of(first, second)) {
            CategoricalColumn categorical = (CategoricalColumn) column;
            for (int row = 0; row < categorical.rows(); row++) {
                texts.add(categorical.text(row));
            }
        }
        return CategoricalColumn.of(first.name(), texts);
    }
}
