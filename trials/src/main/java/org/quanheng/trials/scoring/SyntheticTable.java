package org.quanheng.trials.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** A made-up credit table: every fifth column is a category, the others numbers of which one in twenty is missing. */
final class SyntheticTable {
    private static final String TARGET = "target";

    private final SplittableRandom random;
    private final double[] logOdds;
    private final List<Column> columns = new ArrayList<>();

    private SyntheticTable(int rows, long seed) {
        random = new SplittableRandom(seed);
        logOdds = new double[rows];
        Arrays.fill(logOdds, -2.2);
    }

    /** A sample of so many rows and features; the same for the same seed. */
    static Sample of(int rows, int features, long seed) {
        SyntheticTable made = new SyntheticTable(rows, seed);
        for (int feature = 0; feature < features; feature++) {
            if (feature % 5 == 4) {
                made.category(feature);
            } else {
                made.number(feature);
            }
        }
        List<String> names = made.columns.stream().map(Column::name).toList();
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            target[row] = made.random.nextDouble() < 1 / (1 + Math.exp(-made.logOdds[row])) ? 1 : 0;
        }
        made.columns.add(new NumericColumn(TARGET, target));
        return Sample.of(Table.of(made.columns), TARGET, names);
    }

    private void category(int feature) {
        int kinds = 3 + feature % 13;
        double[] effects = new double[kinds];
        List<String> texts = new ArrayList<>();
        for (int kind = 0; kind < kinds; kind++) {
            effects[kind] = 0.4 * (random.nextDouble() - 0.5);
            texts.add("kind" + kind);
        }
        int[] codes = new int[logOdds.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = random.nextInt(kinds);
            logOdds[row] += effects[codes[row]];
        }
        columns.add(new CategoricalColumn("category" + feature, texts, codes));
    }

    /** A line, a step or a bowl of a bell-shaped fact. */
    private void number(int feature) {
        double strength = 0.5 / (1 + feature % 7);
        double[] values = new double[logOdds.length];
        for (int row = 0; row < values.length; row++) {
            double z = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            double effect = switch (feature % 3) {
                case 0 -> 2 * z;
                case 1 -> z > 0.3 ? 1 : 0;
                default -> 2 * z * z;
            };
            logOdds[row] += strength * effect;
            values[row] = random.nextInt(20) == 0 ? Double.NaN : 1_000 * Math.exp(z);
        }
        columns.add(new NumericColumn("number" + feature, values));
    }
}
