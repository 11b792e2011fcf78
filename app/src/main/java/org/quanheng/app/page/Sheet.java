package org.quanheng.app.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table that somebody carries on with in a spreadsheet.
 *
 * @param title its name in the page's language
 * @param rows what it is made of; read once, so that a long list need not be held in memory
 */
public record Sheet<R>(String title, List<Column<R>> columns, Iterable<? extends R> rows) {
    public Sheet {
        columns = List.copyOf(columns);
    }

    /** What the cells of a column are. */
    enum Kind {
        TEXT,
        NUMBER,
        MONEY,
        PERCENT,
        DATE,
        MOMENT
    }

    /**
     * One column, its head in the page's language.
     *
     * @param cell a String, BigDecimal, LocalDate or LocalDateTime as the kind wants it, or null where there is nothing
     */
    public record Column<R>(String head, Kind kind, Function<? super R, @Nullable Object> cell) {

        /** Words, and numbers that name something and are not counted with. */
        public static <R> Column<R> text(String head, Function<R, @Nullable String> cell) {
            return new Column<>(head, Kind.TEXT, cell::apply);
        }

        /** Figures without a unit, or with the one that the head names. */
        public static <R> Column<R> number(String head, Function<R, @Nullable BigDecimal> cell) {
            return new Column<>(head, Kind.NUMBER, cell::apply);
        }

        /** Whole numbers. */
        public static <R> Column<R> count(String head, Function<R, @Nullable Integer> cell) {
            return new Column<>(head, Kind.NUMBER, row -> {
                Integer count = cell.apply(row);
                return count == null ? null : BigDecimal.valueOf(count);
            });
        }

        /** Amounts in the currency that another column or a head names, with all their decimals. */
        public static <R> Column<R> money(String head, Function<R, @Nullable BigDecimal> cell) {
            return new Column<>(head, Kind.MONEY, cell::apply);
        }

        /** Amounts in one currency: {@code Principal (DEM)}. */
        public static <R> Column<R> money(String head, String currency, Function<R, @Nullable BigDecimal> cell) {
            return money(head + " (" + currency + ")", cell);
        }

        /** Rates and shares as fractions of 1. */
        public static <R> Column<R> percent(String head, Function<R, @Nullable BigDecimal> cell) {
            return new Column<>(head, Kind.PERCENT, cell::apply);
        }

        /** Days. */
        public static <R> Column<R> date(String head, Function<R, @Nullable LocalDate> cell) {
            return new Column<>(head, Kind.DATE, cell::apply);
        }

        /** Moments to the second, by the clocks of the zone that the head then names. */
        public static <R> Column<R> moment(String head, ZoneId zone, Function<R, @Nullable Instant> cell) {
            return new Column<>(head + " (" + zone + ")", Kind.MOMENT, row -> {
                Instant at = cell.apply(row);
                return at == null ? null : LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS);
            });
        }
    }
}
