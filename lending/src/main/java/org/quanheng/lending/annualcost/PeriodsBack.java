package org.quanheng.lending.annualcost;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.YearFraction;

/**
 * Time as the European annex measures it: whole months or weeks counted back from the later date, and the days that are
 * left over 365, or over 366 if the first of them lies in a leap year.
 *
 * <p>Source: Directive 2008/48/EC, annex I, remark (c).
 */
final class PeriodsBack {
    private PeriodsBack() {}

    static YearFraction years(LocalDate start, LocalDate end, Frequency unit) {
        return switch (unit.unit()) {
            case MONTH -> {
                long months = ChronoUnit.MONTHS.between(start, end) + 1;
                if (start.plusMonths(months).equals(end)) {
                    yield new YearFraction(months, 12);
                }
                while (backByMonths(end, months).isBefore(start)) {
                    months--;
                }
                yield new YearFraction(months, 12).plus(days(start, backByMonths(end, months)));
            }
            case WEEK -> {
                long weeks = ChronoUnit.WEEKS.between(start, end);
                yield new YearFraction(weeks, 52).plus(days(start, end.minusWeeks(weeks)));
            }
            case DAY -> days(start, end);
        };
    }

    /** A month end goes back to the month end. */
    private static LocalDate backByMonths(LocalDate end, long months) {
        LocalDate back = end.minusMonths(months);
        boolean monthEnd = end.getDayOfMonth() == end.lengthOfMonth();
        return monthEnd ? back.withDayOfMonth(back.lengthOfMonth()) : back;
    }

    private static YearFraction days(LocalDate start, LocalDate end) {
        return new YearFraction(ChronoUnit.DAYS.between(start, end), start.isLeapYear() ? 366 : 365);
    }
}
