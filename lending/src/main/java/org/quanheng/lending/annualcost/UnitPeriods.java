package org.quanheng.lending.annualcost;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.YearFraction;

/**
 * Time in unit periods, as Appendix J of Regulation Z counts it: whole ones back from the later date, and a fraction.
 *
 * <p>Source: 12 CFR part 1026, appendix J, paragraph (b)(5). A month's fraction is its days over 30. Of several months every
 * month counts 30 days, and full unit periods and fraction come from dividing all days by 30 times the months of the unit
 * period. A year's fraction is the months that are left over 12 if they are whole, else the days that are left over 365. Days
 * and weeks are divided by the days of the unit period.
 *
 * @param whole full unit periods, zero or above
 * @param fraction of a unit period, zero to less than one in a regular calendar
 */
public record UnitPeriods(long whole, YearFraction fraction) {
    /**
     * The unit periods from an advance to a payment.
     *
     * @throws FaultyInputException if the payment lies before the advance
     */
    public static UnitPeriods between(LocalDate start, LocalDate end, Frequency unit) {
        TimeMeasure.requireOrder(start, end);
        return switch (unit.unit()) {
            case MONTH -> byMonths(start, end, unit.every());
            case WEEK -> byDays(ChronoUnit.DAYS.between(start, end), 7L * unit.every());
            case DAY -> byDays(ChronoUnit.DAYS.between(start, end), unit.every());
        };
    }

    private static UnitPeriods byMonths(LocalDate start, LocalDate end, int every) {
        long months = TimeMeasure.monthsBack(start, end);
        boolean exact = start.plusMonths(months).equals(end);
        long days = exact ? 0 : ChronoUnit.DAYS.between(start, TimeMeasure.back(end, months));
        if (every == 1) {
            return new UnitPeriods(months, new YearFraction(days, 30));
        }
        if (every % 12 != 0) {
            return byDays(30 * months + days, 30L * every);
        }
        long whole = months / every;
        if (days == 0) {
            return new UnitPeriods(whole, new YearFraction(months % every, every));
        }
        long left = ChronoUnit.DAYS.between(start, TimeMeasure.back(end, whole * every));
        return new UnitPeriods(whole, new YearFraction(left, 365L * (every / 12)));
    }

    private static UnitPeriods byDays(long days, long unit) {
        return new UnitPeriods(days / unit, new YearFraction(days % unit, unit));
    }

    /** How many unit periods a year has: 12 months, 52 weeks, 365 days. */
    public static YearFraction perYear(Frequency unit) {
        YearFraction nominal = unit.nominal();
        return new YearFraction(/* numerator= */ nominal.denominator(), /* denominator= */ nominal.numerator());
    }
}
