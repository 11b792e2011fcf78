package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.quanheng.lending.calendar.DayCount;

/** A diary: what bore interest on each day, and at which rate. Days on which neither changed are one stretch. */
final class TextbookDays {
    /** The day counts that the textbook knows. */
    static final List<DayCount> COUNTS = List.of(
            DayCount.ACT_365F,
            DayCount.ACT_360,
            DayCount.ACT_ACT_ISDA,
            DayCount.NL_365,
            DayCount.THIRTY_360,
            DayCount.THIRTY_E_360);

    private final List<Day> days;

    /** What one day bore. */
    private record Day(LocalDate date, long cents, BigDecimal rate) {
        boolean isLike(Day other) {
            return cents == other.cents && rate.compareTo(other.rate) == 0;
        }
    }

    TextbookDays() {
        this.days = new ArrayList<>();
    }

    private TextbookDays(List<Day> days) {
        this.days = new ArrayList<>(days);
    }

    TextbookDays copy() {
        return new TextbookDays(days);
    }

    void add(LocalDate date, long cents, BigDecimal rate) {
        days.add(new Day(date, cents, rate));
    }

    /** So much more bore interest on a day than was noted. */
    void raise(LocalDate date, long cents) {
        days.replaceAll(day -> day.date().equals(date) ? new Day(date, day.cents() + cents, day.rate()) : day);
    }

    boolean isOneStretch() {
        return days.stream().allMatch(day -> day.isLike(days.getFirst()));
    }

    /** The interest of all stretches, each made exact or round, added. */
    Fraction interest(BiFunction<LocalDate, LocalDate, Fraction> time, UnaryOperator<Fraction> ofStretch) {
        Fraction sum = Fraction.ZERO;
        for (int from = 0; from < days.size(); ) {
            Day first = days.get(from);
            int end = from;
            while (end < days.size() && days.get(end).isLike(first)) {
                end++;
            }
            Fraction years = time.apply(first.date(), first.date().plusDays(end - from));
            sum = sum.plus(
                    ofStretch.apply(Fraction.of(first.rate()).times(years).times(first.cents())));
            from = end;
        }
        return sum;
    }

    /** The part of a year from one day to another, written out once more. */
    static Fraction years(DayCount count, LocalDate start, LocalDate end) {
        long actual = ChronoUnit.DAYS.between(start, end);
        return switch (count) {
            case ACT_365F -> Fraction.of(actual, 365);
            case ACT_360 -> Fraction.of(actual, 360);
            case NL_365 ->
                Fraction.of(
                        start.plusDays(1)
                                .datesUntil(end.plusDays(1))
                                .filter(day -> day.getMonthValue() != 2 || day.getDayOfMonth() != 29)
                                .count(),
                        365);
            case ACT_ACT_ISDA -> {
                long leap = start.datesUntil(end).filter(LocalDate::isLeapYear).count();
                yield Fraction.of(leap, 366).plus(Fraction.of(actual - leap, 365));
            }
            case THIRTY_360 -> {
                int first = Math.min(30, start.getDayOfMonth());
                yield thirty(start, first, end, first == 30 ? Math.min(30, end.getDayOfMonth()) : end.getDayOfMonth());
            }
            case THIRTY_E_360 ->
                thirty(start, Math.min(30, start.getDayOfMonth()), end, Math.min(30, end.getDayOfMonth()));
            default -> throw new IllegalArgumentException(count.label());
        };
    }

    private static Fraction thirty(LocalDate start, int first, LocalDate end, int last) {
        long months = 12L * (end.getYear() - start.getYear()) + end.getMonthValue() - start.getMonthValue();
        return Fraction.of(30 * months + last - first, 360);
    }
}
