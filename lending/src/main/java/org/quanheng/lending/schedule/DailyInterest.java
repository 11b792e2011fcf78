package org.quanheng.lending.schedule;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.YearFraction;

/** Interest that is booked day by day, each day rounded by itself. */
public final class DailyInterest {
    private DailyInterest() {}

    /**
     * The interest of every day from {@code from} up to but not including {@code to}, each rounded to the smallest unit, added.
     *
     * <p>Days that count for the same part of a year bear the same interest, so a stretch of them is multiplied.
     */
    public static Money accrued(
            Money balance, Rate rate, DayCount dayCount, RoundingMode mode, LocalDate from, LocalDate to) {
        long sum = 0;
        for (LocalDate day = from; day.isBefore(to); ) {
            LocalDate until = dayCount.alikeUntil(day);
            LocalDate end = until.isBefore(to) ? until : to;
            YearFraction one = dayCount.fraction(day, day.plusDays(1));
            long ofOne = InterestFactor.of(rate, one).on(balance.minorUnits(), 1, mode);
            sum = Math.addExact(sum, Math.multiplyExact(ofOne, end.toEpochDay() - day.toEpochDay()));
            day = end;
        }
        return Money.ofMinor(balance.currency(), sum);
    }
}
