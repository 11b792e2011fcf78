package org.quanheng.lending.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The market's ways to turn two dates into a part of a year, each an exact fraction.
 *
 * <p>Source: 2006 ISDA Definitions, section 4.16, under the names used there.
 */
public enum DayCount {
    /** Actual days over 365, also in a leap year; section 4.16(d). */
    ACT_365F {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return new YearFraction(ChronoUnit.DAYS.between(start, end), 365);
        }
    },
    /** Actual days over 360; section 4.16(e). */
    ACT_360 {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return new YearFraction(ChronoUnit.DAYS.between(start, end), 360);
        }
    },
    /** Days in leap years over 366 plus days in other years over 365; section 4.16(b). */
    ACT_ACT_ISDA {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            if (start.getYear() == end.getYear()) {
                return new YearFraction(ChronoUnit.DAYS.between(start, end), start.lengthOfYear());
            }
            LocalDate firstYearEnd = LocalDate.of(start.getYear() + 1, 1, 1);
            LocalDate lastYearStart = LocalDate.of(end.getYear(), 1, 1);
            return new YearFraction(ChronoUnit.DAYS.between(start, firstYearEnd), start.lengthOfYear())
                    .plus(new YearFraction(end.getYear() - start.getYear() - 1L, 1))
                    .plus(new YearFraction(ChronoUnit.DAYS.between(lastYearStart, end), end.lengthOfYear()));
        }
    },
    /** Months of 30 days; a 31st counts as the 30th, at the end only after a 30th; section 4.16(f). */
    THIRTY_360 {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            int first = Math.min(start.getDayOfMonth(), 30);
            int last = end.getDayOfMonth() == 31 && first == 30 ? 30 : end.getDayOfMonth();
            return thirty(start, first, end, last);
        }
    },
    /** Months of 30 days; every 31st counts as the 30th; section 4.16(g). */
    THIRTY_E_360 {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return thirty(start, Math.min(start.getDayOfMonth(), 30), end, Math.min(end.getDayOfMonth(), 30));
        }
    };

    abstract YearFraction between(LocalDate start, LocalDate end);

    /** The part of a year from {@code start} up to but not including {@code end}; fails if the end is earlier. */
    public YearFraction fraction(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("expected an end on or after " + start + ", came " + end);
        }
        return between(start, end);
    }

    private static YearFraction thirty(LocalDate start, int firstDay, LocalDate end, int lastDay) {
        long days = 360L * (end.getYear() - start.getYear())
                + 30L * (end.getMonthValue() - start.getMonthValue())
                + (lastDay - firstDay);
        return new YearFraction(days, 360);
    }
}
