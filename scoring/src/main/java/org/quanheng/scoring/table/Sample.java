package org.quanheng.scoring.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;

/** A development sample: a table, which columns are features, who was bad, and what each row weighs. */
public final class Sample {
    private final Table table;
    private final List<String> features;
    private final boolean[] bad;
    private final double[] weights;

    private Sample(Table table, List<String> features, boolean[] bad, double[] weights) {
        this.table = table;
        this.features = List.copyOf(features);
        this.bad = bad;
        this.weights = weights;
    }

    /**
     * A sample whose target column holds 0 (good) and 1 (bad), each row of weight 1.
     *
     * @throws org.quanheng.fault.FaultyInputException when columns lack, the target is not 0/1, or a class is empty
     */
    public static Sample of(Table table, String target, List<String> features) {
        return of(table, target, 1, features, null);
    }

    /**
     * A sample with a chosen code for bad and, when given, a column of weights above zero.
     *
     * @throws org.quanheng.fault.FaultyInputException with every fault found
     */
    public static Sample of(
            Table table, String target, double badCode, List<String> features, @Nullable String weightColumn) {
        Faults faults = new Faults("sample");
        for (String feature : features) {
            faults.require(
                    table.has(feature), Phrase.of("feature {0}", feature), "a column of the table", "no such column");
            faults.require(
                    !feature.equals(target),
                    Phrase.of("feature {0}", feature),
                    "a column other than the target",
                    "the target");
        }
        faults.require(!features.isEmpty(), "features", "at least one", "none");
        faults.require(
                features.stream().distinct().count() == features.size(), "features", "each once", "one twice or more");
        boolean[] bad = target(table, target, badCode, faults);
        double[] weights = weights(table, weightColumn, faults);
        faults.throwIfAny();
        return new Sample(table, features, bad, weights);
    }

    private static boolean[] target(Table table, String target, double badCode, Faults faults) {
        boolean[] bad = new boolean[table.rows()];
        if (!table.has(target) || !(table.column(target) instanceof NumericColumn column)) {
            faults.add(
                    Phrase.of("target {0}", target),
                    "a numeric column of the table",
                    table.has(target) ? "texts" : "no such column");
            return bad;
        }
        double goodCode = badCode == 0 ? 1 : 0;
        int bads = 0;
        for (int row = 0; row < bad.length; row++) {
            double value = column.value(row);
            if (value != badCode && value != goodCode) {
                faults.add(
                        Phrase.of("target {0}, data row {1}", target, row),
                        "0 or 1",
                        Double.isNaN(value) ? "missing" : Double.toString(value),
                        "leave rows without a known outcome out of the sample");
            }
            bad[row] = value == badCode;
            bads += bad[row] ? 1 : 0;
        }
        if (bads == 0 || bads == bad.length) {
            faults.add(
                    Phrase.of("target {0}", target), "good and bad cases", bads == 0 ? "no bad case" : "no good case");
        }
        return bad;
    }

    private static double[] weights(Table table, @Nullable String weightColumn, Faults faults) {
        double[] weights = new double[table.rows()];
        Arrays.fill(weights, 1);
        if (weightColumn == null) {
            return weights;
        }
        if (!table.has(weightColumn) || !(table.column(weightColumn) instanceof NumericColumn column)) {
            faults.add(Phrase.of("weights {0}", weightColumn), "a numeric column of the table", "none");
            return weights;
        }
        for (int row = 0; row < weights.length; row++) {
            weights[row] = column.value(row);
            faults.require(
                    weights[row] > 0 && weights[row] < Double.POSITIVE_INFINITY,
                    Phrase.of("weights {0}, data row {1}", weightColumn, row),
                    "a number above 0",
                    weights[row]);
        }
        return weights;
    }

    /** Number of rows. */
    public int rows() {
        return bad.length;
    }

    /** The table with all its columns. */
    public Table table() {
        return table;
    }

    /** Names of the columns that a model may use. */
    public List<String> features() {
        return features;
    }

    /** Who was bad, by row; shared, read-only. */
    public boolean[] bad() {
        return bad;
    }

    /** Weights by row; shared, read-only. */
    public double[] weights() {
        return weights;
    }

    /** Sum of the weights of the bad rows. */
    public double badWeight() {
        double sum = 0;
        for (int row = 0; row < bad.length; row++) {
            sum += bad[row] ? weights[row] : 0;
        }
        return sum;
    }

    /** Sum of all weights. */
    public double weight() {
        return Arrays.stream(weights).sum();
    }

    /** The rows for which the condition holds; classes are not checked again. */
    public Sample where(IntPredicate row) {
        int[] wanted = IntStream.range(0, rows()).filter(row).toArray();
        boolean[] takenBad = new boolean[wanted.length];
        double[] takenWeights = new double[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            takenBad[i] = bad[wanted[i]];
            takenWeights[i] = weights[wanted[i]];
        }
        return new Sample(table.take(wanted), features, takenBad, takenWeights);
    }

    /**
     * The same rows with fewer features.
     *
     * @throws org.quanheng.fault.FaultyInputException when one is no feature of this sample
     */
    public Sample withFeatures(List<String> fewer) {
        Faults faults = new Faults("features");
        fewer.forEach(feature ->
                faults.require(features.contains(feature), feature, Phrase.of("one of {0}", features), "another"));
        faults.throwIfAny();
        return new Sample(table, fewer, bad, weights);
    }

    /** The same rows with other weights. */
    public Sample withWeights(double[] newWeights) {
        return new Sample(table, features, bad, newWeights.clone());
    }
}
