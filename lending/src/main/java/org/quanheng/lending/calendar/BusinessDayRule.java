package org.quanheng.lending.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What happens to a date on which banks are closed.
 *
 * <p>Source: 2006 ISDA Definitions, section 4.12, and the conventions that OpenGamma Strata names.
 */
public enum BusinessDayRule {
    /** It stays as it is. */
    NO_ADJUST {
        @Override
        public LocalDate adjust(LocalDate date, HolidayCalendar calendar) {
            return date;
        }
    },
    /** It moves to the next business day. */
    FOLLOWING {
        @Override
        public LocalDate adjust(LocalDate date, HolidayCalendar calendar) {
            return calendar.onOrAfter(date);
        }
    },
    /** It moves to the next business day, or to the one before if that lies in another month. */
    MODIFIED_FOLLOWING {
        @Override
        public LocalDate adjust(LocalDate date, HolidayCalendar calendar) {
            LocalDate next = calendar.onOrAfter(date);
            return next.getMonth() == date.getMonth() ? next : calendar.before(date);
        }
    },
    /** As modified following, and the 15th may not be crossed either. */
    MODIFIED_FOLLOWING_BI_MONTHLY {
        @Override
        public LocalDate adjust(LocalDate date, HolidayCalendar calendar) {
            LocalDate next = calendar.onOrAfter(date);
            boolean crosses =
                    next.getMonth() != date.getMonth() || (date.getDayOfMonth() <= 15 && next.getDayOfMonth() > 15);
            return crosses ? calendar.before(date) : next;
        }
    },
    /** It moves to the business day before. */
    PRECEDING {
        @Override
        public LocalDate adjust(LocalDate date, HolidayCalendar calendar) {
            return calendar.onOrBefore(date);
        }
    },
    /** It moves to the business day before, or to the next one if that lies in another month. */
    MODIFIED_PRECEDING {
        @Override
        public LocalDate adjust(LocalDate date, HolidayCalendar calendar) {
            LocalDate previous = calendar.onOrBefore(date);
            return previous.getMonth() == date.getMonth() ? previous : calendar.after(date);
        }
    },
    /** A Sunday or Monday moves on, any other day moves back. */
    NEAREST {
        @Override
        public LocalDate adjust(LocalDate date, HolidayCalendar calendar) {
            if (calendar.isBusinessDay(date)) {
                return date;
            }
            boolean forward = date.getDayOfWeek() == DayOfWeek.SUNDAY || date.getDayOfWeek() == DayOfWeek.MONDAY;
            return forward ? calendar.after(date) : calendar.before(date);
        }
    };

    /** The day that the rule makes of a date; the date itself when it is a business day. */
    public abstract LocalDate adjust(LocalDate date, HolidayCalendar calendar);
}
