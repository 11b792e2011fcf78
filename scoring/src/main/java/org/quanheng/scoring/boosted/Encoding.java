package org.quanheng.scoring.boosted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.binning.WeightOfEvidence;
import org.quanheng.scoring.scorecard.FactSource;
import org.quanheng.scoring.statistics.Folds;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** Turns facts into the numbers that trees split on: numbers as they are, a category as its shrunken WoE, never seen as 0. */
final class Encoding {
    private static final double SHRINKAGE = 10;

    /** A column of more categories than this could be learnt by heart from its own WoE. */
    private static final int CATEGORIES_PLAIN_MAX = 50;

    private static final int FOLDS = 5;

    private final List<String> features;
    private final List<@Nullable Map<String, Double>> evidence;

    Encoding(List<String> features, List<@Nullable Map<String, Double>> evidence) {
        this.features = List.copyOf(features);
        this.evidence = new ArrayList<>(evidence);
    }

    static Encoding of(Sample sample) {
        List<@Nullable Map<String, Double>> evidence = new ArrayList<>();
        for (String feature : sample.features()) {
            evidence.add(
                    switch (sample.table().column(feature)) {
                        case NumericColumn numeric -> null;
                        case CategoricalColumn categorical -> woes(categorical, sample);
                    });
        }
        return new Encoding(sample.features(), evidence);
    }

    /**
     * The rows that the encoding was made of, for training: a category of a column of many has the WoE of the other folds, so that no
     * row sees its own outcome.
     */
    float[] encodeForTraining(Sample sample, long seed) {
        float[] cells = encode(sample.table());
        Folds folds = new Folds(FOLDS, seed);
        for (int feature = 0; feature < features.size(); feature++) {
            if (sample.table().column(features.get(feature)) instanceof CategoricalColumn column
                    && column.dictionary().size() > CATEGORIES_PLAIN_MAX) {
                for (int fold = 0; fold < FOLDS; fold++) {
                    int held = fold;
                    Map<String, Double> woes = woes(column, sample, row -> folds.of(row) != held);
                    for (int row = 0; row < sample.rows(); row++) {
                        if (folds.of(row) == held) {
                            cells[row * features.size() + feature] = (float) code(woes, column.text(row));
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static Map<String, Double> woes(CategoricalColumn column, Sample sample) {
        return woes(column, sample, row -> true);
    }

    private static Map<String, Double> woes(CategoricalColumn column, Sample sample, IntPredicate taken) {
        int categories = column.dictionary().size();
        double[] goods = new double[categories];
        double[] bads = new double[categories];
        for (int row = 0; row < column.rows(); row++) {
            int code = column.code(row);
            if (code != CategoricalColumn.MISSING && taken.test(row)) {
                (sample.bad()[row] ? bads : goods)[code] += sample.weights()[row];
            }
        }
        double totalBads = sample.badWeight();
        double totalGoods = sample.weight() - totalBads;
        Map<String, Double> woes = new HashMap<>();
        for (int code = 0; code < categories; code++) {
            if (goods[code] + bads[code] > 0) {
                woes.put(
                        column.dictionary().get(code),
                        WeightOfEvidence.woe(goods[code], bads[code], totalGoods, totalBads, SHRINKAGE));
            }
        }
        return woes;
    }

    List<String> features() {
        return features;
    }

    /** WoE by category of a feature; null for a number. */
    @Nullable Map<String, Double> evidence(int feature) {
        return evidence.get(feature);
    }

    /** All rows, one after the other. */
    float[] encode(Table table) {
        Faults faults = new Faults("table");
        float[] cells = new float[table.rows() * features.size()];
        for (int feature = 0; feature < features.size(); feature++) {
            if (!table.has(features.get(feature))) {
                faults.add(Phrase.of("column {0}", features.get(feature)), "to be in the table", "no such column");
                continue;
            }
            Column column = table.column(features.get(feature));
            Map<String, Double> woes = evidence.get(feature);
            if (column instanceof NumericColumn == (woes != null)) {
                faults.add(
                        Phrase.of("column {0}", features.get(feature)),
                        woes == null ? "numbers" : "texts",
                        "the other kind");
                continue;
            }
            for (int row = 0; row < table.rows(); row++) {
                cells[row * features.size() + feature] = switch (column) {
                    case NumericColumn numeric -> (float) numeric.value(row);
                    case CategoricalColumn categorical -> (float) code(woes, categorical.text(row));
                };
            }
        }
        faults.throwIfAny();
        return cells;
    }

    /** One applicant. */
    float[] encode(FactSource facts) {
        Faults faults = new Faults("applicant's facts");
        float[] cells = new float[features.size()];
        for (int feature = 0; feature < cells.length; feature++) {
            String name = features.get(feature);
            Object value = facts.fact(name);
            Map<String, Double> woes = evidence.get(feature);
            if (value == null) {
                cells[feature] = Float.NaN;
            } else if (woes != null && !(value instanceof Number)) {
                cells[feature] = (float) code(woes, value.toString());
            } else if (woes == null && value instanceof Number number) {
                cells[feature] = number.floatValue();
            } else {
                faults.add(Phrase.of("fact {0}", name), woes == null ? "a number" : "a category", "'" + value + "'");
            }
        }
        faults.throwIfAny();
        return cells;
    }

    private static double code(@Nullable Map<String, Double> woes, @Nullable String text) {
        return text == null || woes == null ? Double.NaN : woes.getOrDefault(text, 0.0);
    }
}
