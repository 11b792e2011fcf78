package org.quanheng.lending.annualcost;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.quanheng.fault.Faults;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.YearFraction;

/** How a law measures the time between a draw-down and a payment, in years. */
public enum TimeMeasure {
    /**
     * Whole years, months or weeks counted back from the later date; the days that are left over the days, 365 or 366, of the
     * year that ends with them. Directives 2008/48/EC, annex I, remark (c), and (EU) 2023/2225, annex III.
     */
    EU {
        @Override
        YearFraction between(LocalDate start, LocalDate end, Frequency unit) {
            return switch (unit.unit()) {
                case MONTH -> {
                    long all = monthsBack(start, end);
                    long months = unit.every() % 12 == 0 ? all - all % 12 : all;
                    LocalDate rest = start.plusMonths(months).equals(end) ? start : back(end, months);
                    yield new YearFraction(months, 12).plus(overYear(start, rest));
                }
                case WEEK -> {
                    long weeks = ChronoUnit.WEEKS.between(start, end);
                    yield new YearFraction(weeks, 52).plus(overYear(start, end.minusWeeks(weeks)));
                }
                case DAY -> overYear(start, end);
            };
        }
    },
    /**
     * Whole months or weeks counted on from the earlier date: what is both is counted in weeks where payments are weekly, else
     * in months; the days that are left over the length of the year in which each lies. FCA Handbook, CONC App 1.1.10 and
     * 1.2.6. Months end on the day with the number of the first, or on the last day of a month that has none: 28 February to
     * 28 March (the corresponding date rule, Dodds v Walker [1981] 1 WLR 1027).
     */
    UK {
        @Override
        YearFraction between(LocalDate start, LocalDate end, Frequency unit) {
            long months = monthsOn(start, end);
            long weeks = unit.unit() == Frequency.Unit.WEEK ? ChronoUnit.WEEKS.between(start, end) : 0;
            boolean wholeWeeks = weeks > 0 && start.plusWeeks(weeks).equals(end);
            boolean wholeMonths = months > 0 && start.plusMonths(months).equals(end) && !wholeWeeks;
            if (wholeMonths || unit.unit() == Frequency.Unit.MONTH) {
                return new YearFraction(months, 12).plus(byYear(start.plusMonths(months), end));
            }
            return new YearFraction(weeks, 52).plus(byYear(start.plusWeeks(weeks), end));
        }
    };

    abstract YearFraction between(LocalDate start, LocalDate end, Frequency unit);

    /**
     * The years from {@code start} to {@code end}; whole units of {@code unit} count as such.
     *
     * @throws FaultyInputException if the end lies before the start
     */
    public YearFraction years(LocalDate start, LocalDate end, Frequency unit) {
        requireOrder(start, end);
        return between(start, end, unit);
    }

    static void requireOrder(LocalDate start, LocalDate end) {
        Faults faults = new Faults("time between two days");
        faults.require(!end.isBefore(start), "end", Phrase.of("on or after {0}", start), end);
        faults.throwIfAny();
    }

    /** How many whole months lie between, counted back from the end; a month's last day goes back to a month's last day. */
    static long monthsBack(LocalDate start, LocalDate end) {
        long months = ChronoUnit.MONTHS.between(start, end) + 1;
        if (start.plusMonths(months).equals(end)) {
            return months;
        }
        while (back(end, months).isBefore(start)) {
            months--;
        }
        return months;
    }

    static LocalDate back(LocalDate end, long months) {
        LocalDate back = end.minusMonths(months);
        return monthEnd(end) ? back.withDayOfMonth(back.lengthOfMonth()) : back;
    }

    private static long monthsOn(LocalDate start, LocalDate end) {
        long months = ChronoUnit.MONTHS.between(start, end);
        return start.plusMonths(months + 1).isAfter(end) ? months : months + 1;
    }

    private static boolean monthEnd(LocalDate date) {
        return date.getDayOfMonth() == date.lengthOfMonth();
    }

    private static YearFraction overYear(LocalDate start, LocalDate end) {
        return new YearFraction(ChronoUnit.DAYS.between(start, end), ChronoUnit.DAYS.between(end.minusYears(1), end));
    }

    private static YearFraction byYear(LocalDate start, LocalDate end) {
        YearFraction sum = YearFraction.ZERO;
        LocalDate from = start;
        while (from.isBefore(end)) {
            LocalDate nextYear = LocalDate.of(from.getYear() + 1, 1, 1);
            LocalDate to = nextYear.isBefore(end) ? nextYear : end;
            sum = sum.plus(new YearFraction(ChronoUnit.DAYS.between(from, to), from.lengthOfYear()));
            from = to;
        }
        return sum;
    }
}
