package org.quanheng.scoring.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a table holds, column by column, before anything is built on it.
 *
 * @param rows number of rows
 * @param columns in the table's order
 */
public record TableProfile(int rows, List<ColumnProfile> columns) {
    /** Most frequent values that are told. */
    public static final int FREQUENT_MAX = 10;

    private static final double MOSTLY = 0.5;
    private static final double DOMINANT = 0.95;
    private static final int CODES_MAX = 12;
    private static final int CATEGORIES_MANY = 100;

    /** Copies the list. */
    public TableProfile {
        columns = List.copyOf(columns);
    }

    /** What a person should look at before training. */
    public enum Finding {
        /** No row has a value. */
        ALL_MISSING,
        /** More than half of the rows have no value. */
        MOSTLY_MISSING,
        /** All values are the same. */
        CONSTANT,
        /** One value has more than 95 % of the rows. */
        ONE_VALUE_DOMINATES,
        /** More than a hundred categories. */
        MANY_CATEGORIES,
        /** Every row has a category of its own. */
        IDENTIFIER,
        /** Whole numbers of which there are few: they may be codes. */
        MAYBE_CODES
    }

    /**
     * One value and how often it stands.
     *
     * @param text the value, or the meaning of a special code
     * @param rows number of rows
     */
    public record Frequency(String text, int rows) {}

    /**
     * One column. The figures of the distribution are NaN for categories and where there is no measurement.
     *
     * @param name as in the header
     * @param numeric true for numbers, false for categories
     * @param missing rows without a value
     * @param special rows with a special code
     * @param distinct different measurements or categories
     * @param least smallest measurement
     * @param lowerQuartile a quarter of the measurements is not above it
     * @param median middle measurement
     * @param upperQuartile three quarters of the measurements are not above it
     * @param most largest measurement
     * @param mean of the measurements
     * @param frequent the most frequent values, most frequent first
     * @param findings what a person should look at
     */
    public record ColumnProfile(
            String name,
            boolean numeric,
            int missing,
            int special,
            int distinct,
            double least,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double most,
            double mean,
            List<Frequency> frequent,
            Set<Finding> findings) {
        /** Copies the collections. */
        public ColumnProfile {
            frequent = List.copyOf(frequent);
            findings = Set.copyOf(findings);
        }
    }

    /** Profile of a table. */
    public static TableProfile of(Table table) {
        return new TableProfile(
                table.rows(),
                table.names().stream()
                        .map(name -> switch (table.column(name)) {
                            case NumericColumn numeric -> numbers(numeric);
                            case CategoricalColumn categorical -> categories(categorical);
                        })
                        .toList());
    }

    private static ColumnProfile numbers(NumericColumn column) {
        int missing = 0;
        for (double value : column.values()) {
            missing += Double.isNaN(value) ? 1 : 0;
        }
        double[] sorted = column.measurements();
        List<Frequency> counts = new ArrayList<>();
        boolean whole = true;
        double sum = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            for (to = from; to < sorted.length && sorted[to] == sorted[from]; to++) {
                sum += sorted[to];
            }
            whole &= sorted[from] == Math.rint(sorted[from]);
            counts.add(new Frequency(text(sorted[from]), to - from));
        }
        int distinct = counts.size();
        Set<Finding> findings = findings(column.rows(), missing, distinct, counts);
        if (whole && distinct > 1 && distinct <= CODES_MAX) {
            findings.add(Finding.MAYBE_CODES);
        }
        return new ColumnProfile(
                column.name(),
                true,
                missing,
                column.rows() - missing - sorted.length,
                distinct,
                quantile(sorted, 0),
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                quantile(sorted, 1),
                sorted.length == 0 ? Double.NaN : sum / sorted.length,
                frequent(counts),
                findings);
    }

    private static ColumnProfile categories(CategoricalColumn column) {
        Map<Integer, Integer> byCode = new HashMap<>();
        int missing = 0;
        for (int row = 0; row < column.rows(); row++) {
            if (column.isMissing(row)) {
                missing++;
            } else {
                byCode.merge(column.code(row), 1, Integer::sum);
            }
        }
        List<Frequency> counts = new ArrayList<>();
        byCode.forEach(
                (code, rows) -> counts.add(new Frequency(column.dictionary().get(code), rows)));
        Set<Finding> findings = findings(column.rows(), missing, counts.size(), counts);
        if (counts.size() > 1 && counts.size() == column.rows() - missing) {
            findings.add(Finding.IDENTIFIER);
        } else if (counts.size() > CATEGORIES_MANY) {
            findings.add(Finding.MANY_CATEGORIES);
        }
        double none = Double.NaN;
        return new ColumnProfile(
                column.name(),
                false,
                missing,
                0,
                counts.size(),
                none,
                none,
                none,
                none,
                none,
                none,
                frequent(counts),
                findings);
    }

    private static Set<Finding> findings(int rows, int missing, int distinct, List<Frequency> counts) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        int largest = counts.stream().mapToInt(Frequency::rows).max().orElse(0);
        if (missing == rows) {
            findings.add(Finding.ALL_MISSING);
        } else if (missing > MOSTLY * rows) {
            findings.add(Finding.MOSTLY_MISSING);
        }
        if (distinct == 1) {
            findings.add(Finding.CONSTANT);
        } else if (largest > DOMINANT * rows) {
            findings.add(Finding.ONE_VALUE_DOMINATES);
        }
        return findings;
    }

    private static List<Frequency> frequent(List<Frequency> counts) {
        return counts.stream()
                .sorted(Comparator.comparingInt((Frequency each) -> -each.rows())
                        .thenComparing(Frequency::text))
                .limit(FREQUENT_MAX)
                .toList();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Profile of a column by name; an error when there is none. */
    public ColumnProfile column(String name) {
        int at = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected a column of the table, came " + name));
        return columns.get(at);
    }
}
