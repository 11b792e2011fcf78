package org.quanheng.lending.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Which days are business days. One method to implement; the rest follows from it. */
@FunctionalInterface
public interface HolidayCalendar {
    /** Every day is a business day. */
    HolidayCalendar EVERY_DAY = date -> true;

    /** Saturdays and Sundays are free, nothing else. */
    HolidayCalendar WEEKENDS =
            date -> date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;

    /**
     * True on a business day.
     *
     * @throws org.quanheng.fault.FaultyInputException if the calendar has no data for that year
     */
    boolean isBusinessDay(LocalDate date);

    /** The first business day on or after a date. */
    default LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The first business day after a date. */
    default LocalDate after(LocalDate date) {
        return onOrAfter(date.plusDays(1));
    }

    /** The last business day on or before a date. */
    default LocalDate onOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The last business day before a date. */
    default LocalDate before(LocalDate date) {
        return onOrBefore(date.minusDays(1));
    }

    /** A calendar whose business days are those of both. */
    default HolidayCalendar and(HolidayCalendar other) {
        return date -> isBusinessDay(date) && other.isBusinessDay(date);
    }
}
