package org.quanheng.lending.calendar;

import java.time.LocalDate;

/** What becomes of the 29th, 30th or 31st in a month that is too short for it. */
public enum MonthEndRule {
    /** The last day of that month; longer months get the agreed day again: 31 January, 28 February, 31 March. */
    SAME_DAY {
        @Override
        LocalDate inMonth(LocalDate first, int day) {
            return first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
        }
    },
    /** A loan that begins on a month's last day stays on the last day: 28 February, 31 March. */
    LAST_DAY {
        @Override
        LocalDate inMonth(LocalDate first, int day) {
            return first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
        }

        @Override
        int day(LocalDate anchor) {
            return anchor.getDayOfMonth() == anchor.lengthOfMonth() ? 31 : anchor.getDayOfMonth();
        }
    },
    /** The first day of the next month: 31 January, 1 March, 31 March, 1 May. */
    FIRST_OF_NEXT_MONTH {
        @Override
        LocalDate inMonth(LocalDate first, int day) {
            return day <= first.lengthOfMonth() ? first.withDayOfMonth(day) : first.plusMonths(1);
        }
    };

    abstract LocalDate inMonth(LocalDate first, int day);

    int day(LocalDate anchor) {
        return anchor.getDayOfMonth();
    }

    /** The date {@code times} of a frequency after an anchor; the rule matters only where months are counted. */
    public LocalDate after(LocalDate anchor, Frequency frequency, int times) {
        if (frequency.unit() != Frequency.Unit.MONTH || (this != LAST_DAY && anchor.getDayOfMonth() <= 28)) {
            return frequency.after(anchor, times);
        }
        LocalDate month = anchor.withDayOfMonth(1).plusMonths((long) frequency.every() * times);
        return inMonth(month, day(anchor));
    }
}
