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
        if (dayCount.everyDayIsAlike()) {
            YearFraction one = dayCount.fraction(from, from.plusDays(1));
            long ofOne = InterestFactor.of(rate, one).on(balance.minorUnits(), 1, mode);
            long days = Math.max(0, to.toEpochDay() - from.toEpochDay());
            return Money.ofMinor(balance.currency(), Math.multiplyExact(ofOne, days));
        }
        long sum = 0;
        YearFraction last = YearFraction.ZERO;
        long ofLast = 0;
        for (LocalDate day = from; day.isBefore(to); ) {
            LocalDate next = day.plusDays(1);
            YearFraction time = dayCount.fraction(day, next);
            if (!time.equals(last)) {
                last = time;
                ofLast = InterestFactor.of(rate, time).on(balance.minorUnits(), 1, mode);
            }
            sum += ofLast;
            day = next;
        }
        return Money.ofMinor(balance.currency(), sum);
    }
}
