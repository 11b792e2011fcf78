package org.quanheng.lending.calendar;

import java.time.LocalDate;
import java.util.Locale;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;

/**
 * How often something falls due: every so many days, weeks or months.
 *
 * @param every the count, 1 or more
 * @param unit what is counted
 */
public record Frequency(int every, Unit unit) {
    /** What a frequency counts. */
    public enum Unit {
        /** Calendar days. */
        DAY,
        /** Seven days. */
        WEEK,
        /** Calendar months. */
        MONTH
    }

    /** Every week. */
    public static final Frequency WEEKLY = new Frequency(1, Unit.WEEK);

    /** Every second week. */
    public static final Frequency FORTNIGHTLY = new Frequency(2, Unit.WEEK);

    /** Every month. */
    public static final Frequency MONTHLY = new Frequency(1, Unit.MONTH);

    /** Every third month. */
    public static final Frequency QUARTERLY = new Frequency(3, Unit.MONTH);

    /** Every sixth month. */
    public static final Frequency HALF_YEARLY = new Frequency(6, Unit.MONTH);

    /** Every twelfth month. */
    public static final Frequency YEARLY = new Frequency(12, Unit.MONTH);

    /** Checks the count: 1 to 3,660 days, 522 weeks or 120 months, which is ten years of each. */
    public Frequency {
        int most = switch (unit) {
            case DAY -> 3660;
            case WEEK -> 522;
            case MONTH -> 120;
        };
        if (every < 1 || every > most) {
            throw FaultyInputException.of(
                    "frequency",
                    Fault.of(
                            "every",
                            Phrase.of(
                                    switch (unit) {
                                        case DAY -> "1 to {0} days";
                                        case WEEK -> "1 to {0} weeks";
                                        case MONTH -> "1 to {0} months";
                                    },
                                    most),
                            String.valueOf(every)));
        }
    }

    /** Every so many months. */
    public static Frequency ofMonths(int months) {
        return new Frequency(months, Unit.MONTH);
    }

    /** Every so many days. */
    public static Frequency ofDays(int days) {
        return new Frequency(days, Unit.DAY);
    }

    /**
     * The date that lies {@code times} of this frequency after {@code anchor}; counted from the anchor each time, so
     * that 31 January gives 28 February and then 31 March.
     */
    public LocalDate after(LocalDate anchor, int times) {
        long steps = (long) every * times;
        return switch (unit) {
            case DAY -> anchor.plusDays(steps);
            case WEEK -> anchor.plusWeeks(steps);
            case MONTH -> anchor.plusMonths(steps);
        };
    }

    /** The nominal share of a year, whatever the calendar: a month 1/12, a week 1/52, a day 1/365. */
    public YearFraction nominal() {
        return switch (unit) {
            case DAY -> new YearFraction(every, 365);
            case WEEK -> new YearFraction(every, 52);
            case MONTH -> new YearFraction(every, 12);
        };
    }

    /** The frequency in words, such as {@code every month} or {@code every 2 weeks}. */
    @Override
    public String toString() {
        String name = unit.name().toLowerCase(Locale.ROOT);
        return every == 1 ? "every " + name : "every " + every + " " + name + "s";
    }
}
