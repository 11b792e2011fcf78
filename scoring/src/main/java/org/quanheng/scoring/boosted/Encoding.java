package org.quanheng.scoring.boosted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.Faults;
import org.quanheng.scoring.binning.WeightOfEvidence;
import org.quanheng.scoring.scorecard.FactSource;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** Turns facts into the numbers that trees split on: numbers as they are, a category as its shrunken WoE, never seen as 0. */
final class Encoding {
    private static final double SHRINKAGE = 10;

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

    private static Map<String, Double> woes(CategoricalColumn column, Sample sample) {
        int categories = column.dictionary().size();
        double[] goods = new double[categories];
        double[] bads = new double[categories];
        for (int row = 0; row < column.rows(); row++) {
            int code = column.code(row);
            if (code != CategoricalColumn.MISSING) {
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
        Faults faults = new Faults();
        float[] cells = new float[table.rows() * features.size()];
        for (int feature = 0; feature < features.size(); feature++) {
            if (!table.has(features.get(feature))) {
                faults.add("column " + features.get(feature), "to be in the table", "no such column");
                continue;
            }
            Column column = table.column(features.get(feature));
            Map<String, Double> woes = evidence.get(feature);
            if (column instanceof NumericColumn == (woes != null)) {
                faults.add("column " + features.get(feature), woes == null ? "numbers" : "texts", "the other kind");
                continue;
            }
            for (int row = 0; row < table.rows(); row++) {
                cells[row * features.size() + feature] = switch (column) {
                    case NumericColumn numeric -> (float) numeric.value(row);
                    case CategoricalColumn categorical -> (float) code(woes, categorical.text(row));
                };
            }
        }
        faults.throwIfAny("The table");
        return cells;
    }

    /** One applicant. */
    float[] encode(FactSource facts) {
        Faults faults = new Faults();
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
                faults.add("fact " + name, woes == null ? "a number" : "a category", "'" + value + "'");
            }
        }
        faults.throwIfAny("The applicant's facts");
        return cells;
    }

    private static double code(@Nullable Map<String, Double> woes, @Nullable String text) {
        return text == null || woes == null ? Double.NaN : woes.getOrDefault(text, 0.0);
    }
}
