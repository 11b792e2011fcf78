package org.quanheng.lending.terms;

import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.HolidayCalendar;
import org.quanheng.lending.calendar.MonthEndRule;

/**
 * How due dates meet short months and closed banks.
 *
 * @param monthEnd what becomes of the 29th to 31st in a shorter month
 * @param businessDay where a due date on a closed day goes
 * @param calendar which days are closed
 * @param interestFollows true if the interest period moves with the due date, false if only the payment does
 */
public record DateRules(
        MonthEndRule monthEnd, BusinessDayRule businessDay, HolidayCalendar calendar, boolean interestFollows) {
    /** The agreed day or the last of a shorter month, open or closed. */
    public static final DateRules PLAIN =
            new DateRules(MonthEndRule.SAME_DAY, BusinessDayRule.NO_ADJUST, HolidayCalendar.EVERY_DAY, false);

    /** The same with another rule for short months. */
    public DateRules with(MonthEndRule rule) {
        return new DateRules(rule, businessDay, calendar, interestFollows);
    }

    /** The same with payments, and interest with them if said, moved to business days. */
    public DateRules with(BusinessDayRule rule, HolidayCalendar days, boolean interest) {
        return new DateRules(monthEnd, rule, days, interest);
    }
}
