package org.quanheng.lending.terms;

import java.time.LocalDate;
import org.quanheng.lending.calendar.YearFraction;

/**
 * One interest period of a loan that is bound to dates.
 *
 * @param number from 1
 * @param start the first day that bears interest
 * @param end the first day that belongs to the next period
 * @param dueDate when the instalment is to be paid, the end unless banks are closed
 * @param time the part of a year that interest is counted for
 * @param regular true if the period has the agreed length, false for a first or last stub
 */
public record Period(
        int number, LocalDate start, LocalDate end, LocalDate dueDate, YearFraction time, boolean regular) {
    /** The day on which the instalment begins to be owed: its due date, or the end where that comes first. */
    public LocalDate fallsDue() {
        return dueDate.isBefore(end) ? dueDate : end;
    }
}
