package org.quanheng.scoring.binning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;

/** The fine division from which the best bins are joined. */
public final class PreBins {
    private static final int RARE_MAX = 10;
    private static final int CATEGORIES_MAX = 90;

    /** Quantiles of a longer column are taken from about as many evenly spaced rows; fifty cuts need no more. */
    private static final int QUANTILE_ROWS = 250_000;

    private PreBins() {}

    /**
     * Fine bins that depend on the values only: ranges of about equal size for numbers; for categories one group for each that is
     * neither under ten rows nor beyond the ninety most frequent, in the order of frequency.
     *
     * @param most ranges of a number
     */
    public static Bins withoutOutcomes(Column column, int most) {
        return switch (column) {
            case NumericColumn numeric -> quantiles(numeric, most);
            case CategoricalColumn categorical -> byFrequency(categorical);
        };
    }

    private static CategoricalBins byFrequency(CategoricalColumn column) {
        int[] counts = new int[column.dictionary().size()];
        for (int row = 0; row < column.rows(); row++) {
            if (column.code(row) != CategoricalColumn.MISSING) {
                counts[column.code(row)]++;
            }
        }
        double rare = Math.min(RARE_MAX, 0.01 * column.rows());
        return new CategoricalBins(IntStream.range(0, counts.length)
                .filter(code -> counts[code] >= rare)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(code -> -counts[code])
                        .thenComparing(code -> column.dictionary().get(code)))
                .limit(CATEGORIES_MAX)
                .map(code -> List.of(column.dictionary().get(code)))
                .toList());
    }

    /**
     * Ranges of about equal numbers of rows (of a long column: of evenly spaced rows); equal values stay together, and each cut is the roundest number between its neighbours.
     */
    static NumericBins quantiles(NumericColumn column, int most) {
        double[] sorted = column.measurements(Math.max(1, column.rows() / QUANTILE_ROWS));
        int known = sorted.length;
        List<Double> cuts = new ArrayList<>();
        int distinct = 0;
        for (int i = 0; i < known && distinct <= most; i++) {
            distinct += i == 0 || sorted[i] > sorted[i - 1] ? 1 : 0;
        }
        double target = distinct <= most ? 1 : (double) known / most;
        int begun = 0;
        for (int i = 1; i < known && cuts.size() < most - 1; i++) {
            if (sorted[i] > sorted[i - 1] && i - begun >= target) {
                cuts.add(roundest(sorted[i - 1], sorted[i]));
                begun = i;
            }
        }
        return new NumericBins(cuts.stream().mapToDouble(Double::doubleValue).toArray(), column.specials());
    }

    /** The number with the fewest digits that is above {@code below} and not above {@code upTo}. */
    static double roundest(double below, double upTo) {
        BigDecimal low = new BigDecimal(below);
        BigDecimal high = BigDecimal.valueOf(upTo);
        int scale = (int) -Math.ceil(Math.log10(Math.max(Math.abs(upTo), Math.abs(below)))) - 1;
        for (int tries = 0; tries < 25; tries++, scale++) {
            BigDecimal candidate = high.setScale(scale, RoundingMode.FLOOR);
            double cut = candidate.doubleValue();
            if (candidate.compareTo(low) > 0 && cut > below && cut <= upTo) {
                return cut;
            }
        }
        return upTo;
    }

    /** Each category that is not rare by itself, in the order of its shrunken WoE, best last; rare ones go to "other". */
    static CategoricalBins byEvidence(CategoricalColumn column, Sample sample, BinningRules rules) {
        int categories = column.dictionary().size();
        double[] goods = new double[categories];
        double[] bads = new double[categories];
        for (int row = 0; row < column.rows(); row++) {
            int code = column.code(row);
            if (code != CategoricalColumn.MISSING) {
                (sample.bad()[row] ? bads : goods)[code] += sample.weights()[row];
            }
        }
        double rare = Math.min(rules.rareMax(), 0.01 * sample.weight());
        double totalBads = sample.badWeight();
        double totalGoods = sample.weight() - totalBads;
        double[] woe = new double[categories];
        for (int code = 0; code < categories; code++) {
            woe[code] = WeightOfEvidence.woe(goods[code], bads[code], totalGoods, totalBads, rules.shrinkage());
        }
        List<List<String>> groups = IntStream.range(0, categories)
                .filter(code -> goods[code] + bads[code] >= rare)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(code -> -woe[code])
                        .thenComparing(code -> column.dictionary().get(code)))
                .map(code -> List.of(column.dictionary().get(code)))
                .toList();
        return new CategoricalBins(groups);
    }
}
