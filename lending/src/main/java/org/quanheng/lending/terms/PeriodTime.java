package org.quanheng.lending.terms;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.MonthEndRule;
import org.quanheng.lending.calendar.YearFraction;

/** Which part of a year a period counts for, and a stretch within it. */
final class PeriodTime {
    private PeriodTime() {}

    /** True if a period counts for the agreed part of a year, however many days it has: a month for a twelfth. */
    static boolean isNominal(LoanTerms terms, boolean regular) {
        return regular && (terms.interestBasis() == InterestBasis.PERIOD || terms.dayCount() == DayCount.ACT_ACT_ICMA);
    }

    /** The part of a year of a stretch; a part of a period that is counted as a whole is its share of the period's days. */
    static YearFraction between(LoanTerms terms, Period period, LocalDate start, LocalDate end) {
        if (start.equals(period.start()) && end.equals(period.end())) {
            return period.time();
        }
        if (isNominal(terms, period.regular())) {
            long days = ChronoUnit.DAYS.between(start, end);
            return period.time().share(days, ChronoUnit.DAYS.between(period.start(), period.end()));
        }
        return ofStub(terms, period.number() == 1, period.start(), period.end(), start, end);
    }

    /**
     * The part of a year of a stretch within a period that is longer or shorter than agreed, or is counted by the day.
     *
     * <p>ACT/ACT ICMA cuts a first stub into periods of the agreed length that end with it, a last one into such as begin with it.
     */
    static YearFraction ofStub(
            LoanTerms terms, boolean first, LocalDate stubStart, LocalDate stubEnd, LocalDate start, LocalDate end) {
        DayCount count = terms.dayCount();
        if (count != DayCount.ACT_ACT_ICMA) {
            return count.fraction(start, end);
        }
        MonthEndRule rule = terms.dateRules().monthEnd();
        Frequency frequency = terms.frequency();
        YearFraction sum = YearFraction.ZERO;
        LocalDate from = first ? stubEnd : stubStart;
        LocalDate near = from;
        for (int k = 1; first ? near.isAfter(start) : near.isBefore(end); k++) {
            LocalDate far = rule.after(from, frequency, first ? -k : k);
            sum = sum.plus(overlap(count, frequency, start, end, first ? far : near, first ? near : far));
            near = far;
        }
        return sum;
    }

    private static YearFraction overlap(
            DayCount count,
            Frequency frequency,
            LocalDate start,
            LocalDate end,
            LocalDate periodStart,
            LocalDate periodEnd) {
        LocalDate from = start.isAfter(periodStart) ? start : periodStart;
        LocalDate to = end.isBefore(periodEnd) ? end : periodEnd;
        return to.isAfter(from) ? count.fraction(from, to, periodStart, periodEnd, frequency) : YearFraction.ZERO;
    }
}
