package org.quanheng.scoring.export;

import java.math.BigDecimal;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Interaction;
import org.quanheng.scoring.scorecard.Scorecard;

/**
 * A scorecard as one SQL expression over columns named as its facts.
 *
 * <p>Standard SQL: sums of CASE; numbers are exact decimals when the points are rounded, double precision otherwise. A missing value is
 * NULL. Names and texts are quoted by doubling, so no name can end its quotes.
 */
public final class SqlExport {
    private final boolean exact;

    private SqlExport(boolean exact) {
        this.exact = exact;
    }

    /** The expression whose value is the points of a row. */
    public static String points(Scorecard card) {
        return new SqlExport(card.scaling().decimals() >= 0).expression(card);
    }

    private String expression(Scorecard card) {
        StringBuilder sql = new StringBuilder(number(card.base()));
        for (Characteristic characteristic : card.characteristics()) {
            sql.append("\n+ ")
                    .append(cases(
                            characteristic.name(), characteristic.bins(), bin -> number(characteristic.points(bin))));
        }
        for (Interaction pair : card.interactions()) {
            sql.append("\n+ ")
                    .append(cases(
                            pair.first(),
                            pair.firstBins(),
                            first -> cases(
                                    pair.second(), pair.secondBins(), second -> number(pair.points(first, second)))));
        }
        return sql.toString();
    }

    private static String cases(String column, Bins bins, IntFunction<String> value) {
        String name = name(column);
        StringBuilder sql = new StringBuilder("CASE WHEN " + name + " IS NULL THEN " + value.apply(bins.missing()));
        switch (bins) {
            case NumericBins numeric -> {
                for (int i = 0; i < numeric.specials().size(); i++) {
                    sql.append(" WHEN ")
                            .append(name)
                            .append(numeric.specials().get(i).codes().stream()
                                    .map(SqlExport::decimal)
                                    .collect(Collectors.joining(", ", " IN (", ") THEN ")))
                            .append(value.apply(numeric.special(i)));
                }
                int last = numeric.regular() - 1;
                for (int bin = 0; bin < last; bin++) {
                    sql.append(" WHEN ")
                            .append(name)
                            .append(" < ")
                            .append(decimal(numeric.to(bin)))
                            .append(" THEN ")
                            .append(value.apply(bin));
                }
                sql.append(" ELSE ").append(value.apply(last));
            }
            case CategoricalBins categorical -> {
                for (int bin = 0; bin < categorical.regular(); bin++) {
                    sql.append(" WHEN ")
                            .append(name)
                            .append(categorical.groups().get(bin).stream()
                                    .map(SqlExport::text)
                                    .collect(Collectors.joining(", ", " IN (", ") THEN ")))
                            .append(value.apply(bin));
                }
                sql.append(" ELSE ").append(value.apply(categorical.other()));
            }
        }
        return sql.append(" END").toString();
    }

    private String number(double points) {
        String text = decimal(points);
        String signed = points < 0 ? "(" + text + ")" : text;
        return exact ? signed : "CAST('" + points + "' AS double precision)";
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static String text(String category) {
        return "'" + category.replace("'", "''") + "'";
    }
}
