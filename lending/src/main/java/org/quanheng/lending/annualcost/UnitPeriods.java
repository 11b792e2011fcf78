package org.quanheng.lending.annualcost;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.YearFraction;

/**
 * Time in unit periods, as Appendix J of Regulation Z counts it: whole ones back from the later date, and a fraction.
 *
 * <p>Source: 12 CFR part 1026, appendix J, paragraph (b)(5). A month's fraction is its days over 30, a quarter's over 90, a
 * half year's over 180, a year's over 365; a week's its days over 7 times the number of weeks; a day unit has no fraction.
 *
 * @param whole full unit periods, zero or above
 * @param fraction of a unit period, zero to less than one in a regular calendar
 */
public record UnitPeriods(long whole, YearFraction fraction) {
    /** The unit periods from an advance to a payment. */
    public static UnitPeriods between(LocalDate start, LocalDate end, Frequency unit) {
        return switch (unit.unit()) {
            case MONTH -> {
                long months = TimeMeasure.monthsBack(start, end);
                long whole = months / unit.every();
                boolean exact = start.plusMonths(months).equals(end) && months % unit.every() == 0;
                LocalDate rest = exact ? start : TimeMeasure.back(end, whole * unit.every());
                int days = unit.every() == 12 ? 365 : 30 * unit.every();
                yield new UnitPeriods(whole, new YearFraction(ChronoUnit.DAYS.between(start, rest), days));
            }
            case WEEK -> byDays(ChronoUnit.DAYS.between(start, end), 7L * unit.every());
            case DAY -> byDays(ChronoUnit.DAYS.between(start, end), unit.every());
        };
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
