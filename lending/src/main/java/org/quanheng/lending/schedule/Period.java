package org.quanheng.lending.schedule;

import java.time.LocalDate;
import org.quanheng.lending.calendar.YearFraction;

/**
 * One interest period of a loan that is bound to dates.
 *
 * @param number from 1
 * @param start the first day that bears interest
 * @param end the due date, which bears no interest itself
 * @param time the part of a year that interest is counted for
 */
public record Period(int number, LocalDate start, LocalDate end, YearFraction time) {}
