package org.quanheng.lending.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;

/**
 * The market's ways to turn two dates into a part of a year, each an exact fraction.
 *
 * <p>Sources: 2006 ISDA Definitions, section 4.16 (letters below); ICMA rule 251; Association française des banques,
 * 2004; for the rest the definitions that OpenGamma Strata documents. A date range includes its first day and not its last.
 */
public enum DayCount {
    /** One, whatever the dates; 4.16(a). A loan cannot count interest with it. */
    ONE_ONE("1/1") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return new YearFraction(1, 1);
        }
    },
    /** Actual days over 365, also in a leap year; 4.16(d). */
    ACT_365F("ACT/365F") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return new YearFraction(days(start, end), 365);
        }
    },
    /** Actual days over 360; 4.16(e). */
    ACT_360("ACT/360") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return new YearFraction(days(start, end), 360);
        }
    },
    /** Actual days over 364, so that a week is 1/52. */
    ACT_364("ACT/364") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return new YearFraction(days(start, end), 364);
        }
    },
    /** Actual days over 365.25. */
    ACT_365_25("ACT/365.25") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return new YearFraction(Math.multiplyExact(4L, days(start, end)), 1461);
        }
    },
    /** Days in leap years over 366 plus days in other years over 365; 4.16(b). */
    ACT_ACT_ISDA("ACT/ACT ISDA") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            if (start.getYear() == end.getYear()) {
                return new YearFraction(days(start, end), start.lengthOfYear());
            }
            LocalDate firstYearEnd = LocalDate.of(start.getYear() + 1, 1, 1);
            LocalDate lastYearStart = LocalDate.of(end.getYear(), 1, 1);
            return new YearFraction(days(start, firstYearEnd), start.lengthOfYear())
                    .plus(new YearFraction(end.getYear() - start.getYear() - 1L, 1))
                    .plus(new YearFraction(days(lastYearStart, end), end.lengthOfYear()));
        }
    },
    /** The same where interest counts the last day and not the first: a day belongs to the year in which it ends. */
    ACT_ACT_LAST_DAY("ACT/ACT last day") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return ACT_ACT_ISDA.between(start.plusDays(1), end.plusDays(1));
        }
    },
    /**
     * Actual days over the days of the interest period times the periods of a year; ICMA rule 251. It needs the
     * period: use {@link #fraction(LocalDate, LocalDate, LocalDate, LocalDate, Frequency)}.
     */
    ACT_ACT_ICMA("ACT/ACT ICMA") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            throw FaultyInputException.of(
                    "day count",
                    Fault.of(
                            "ACT/ACT ICMA",
                            "the interest period beside the dates",
                            Phrase.of("{0} to {1} alone", start, end),
                            "use ACT/ACT ISDA, which needs no period"));
        }
    },
    /** Whole years back from the end, the rest over 366 if it holds a 29 February, else over 365. */
    ACT_ACT_AFB("ACT/ACT AFB") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            int years = 0;
            while (!end.minusYears(years + 1L).isBefore(start)) {
                years++;
            }
            LocalDate rest = end.minusYears(years);
            boolean leap = leapDayFrom(start).isBefore(rest);
            return new YearFraction(years, 1).plus(new YearFraction(days(start, rest), leap ? 366 : 365));
        }
    },
    /** Whole years on from the start, the rest over the days of the year that begins there. */
    ACT_ACT_YEAR("ACT/ACT year") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            int years = 0;
            while (!start.plusYears(years + 1L).isAfter(end)) {
                years++;
            }
            LocalDate from = start.plusYears(years);
            return new YearFraction(years, 1).plus(new YearFraction(days(from, end), days(from, from.plusYears(1))));
        }
    },
    /** Actual days over 366 if a 29 February lies after the start and not after the end, else over 365. */
    ACT_365_ACTUAL("ACT/365 actual") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            boolean leap = !leapDayFrom(start.plusDays(1)).isAfter(end);
            return new YearFraction(days(start, end), leap ? 366 : 365);
        }
    },
    /** Days without any 29 February after the start and not after the end, over 360. */
    NL_360("NL/360") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return new YearFraction(days(start, end) - leapDaysAfter(start, end), 360);
        }
    },
    /** Days without any 29 February after the start and not after the end, over 365. */
    NL_365("NL/365") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return new YearFraction(days(start, end) - leapDaysAfter(start, end), 365);
        }
    },
    /** Months of 30 days; a 31st counts as the 30th, at the end only after a 30th; 4.16(f). */
    THIRTY_360("30/360") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return american(start, Math.min(start.getDayOfMonth(), 30), end);
        }
    },
    /** As 30/360, and the last day of February counts as the 30th: the bond market's rule (PSA). */
    THIRTY_360_PSA("30/360 PSA") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return american(start, monthEnd(start) ? 30 : start.getDayOfMonth(), end);
        }
    },
    /** As 30/360 PSA, and a February's end after a February's end counts as the 30th too (SIA). */
    THIRTY_U_360_EOM("30U/360 EOM") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            boolean both = februaryEnd(start) && februaryEnd(end);
            int first = februaryEnd(start) ? 30 : Math.min(start.getDayOfMonth(), 30);
            return both ? thirty(start, 30, end, 30) : american(start, first, end);
        }
    },
    /** Months of 30 days; every 31st counts as the 30th; 4.16(g). */
    THIRTY_E_360("30E/360") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            return thirty(start, Math.min(start.getDayOfMonth(), 30), end, Math.min(end.getDayOfMonth(), 30));
        }
    },
    /**
     * As 30E/360, and the last day of February counts as the 30th too; 4.16(h), whose exception for a loan that ends on that
     * day needs more than two dates and is left out.
     */
    THIRTY_E_360_ISDA("30E/360 ISDA") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            int first = februaryEnd(start) ? 30 : Math.min(start.getDayOfMonth(), 30);
            return thirty(start, first, end, februaryEnd(end) ? 30 : Math.min(end.getDayOfMonth(), 30));
        }
    },
    /** As 30E/360, but a 31st at the end counts as the 1st of the next month. */
    THIRTY_E_PLUS_360("30E+/360") {
        @Override
        YearFraction between(LocalDate start, LocalDate end) {
            LocalDate last = end.getDayOfMonth() == 31 ? end.plusDays(1) : end;
            return thirty(start, Math.min(start.getDayOfMonth(), 30), last, last.getDayOfMonth());
        }
    };

    private final String label;

    DayCount(String label) {
        this.label = label;
    }

    /**
     * The day count of a label such as {@code ACT/365F}, or of a constant's name; letter case does not matter.
     *
     * @throws FaultyInputException if there is none, with the list of those there are
     */
    public static DayCount of(String label) {
        for (DayCount count : values()) {
            if (count.label.equalsIgnoreCase(label) || count.name().equalsIgnoreCase(label)) {
                return count;
            }
        }
        String known = Arrays.stream(values()).map(DayCount::label).collect(Collectors.joining(", "));
        throw FaultyInputException.of(
                "day count", Fault.of("name", Phrase.of("one of {0}", known), "\"" + label + "\""));
    }

    /** The usual name, such as {@code ACT/365F}. */
    public String label() {
        return label;
    }

    /** The first later day that may be another part of a year than a day, looked at one by one. */
    public LocalDate alikeUntil(LocalDate day) {
        return switch (this) {
            case ACT_365F, ACT_360, ACT_364, ACT_365_25 -> LocalDate.MAX;
            case ACT_ACT_ISDA -> LocalDate.of(day.getYear() + 1, 1, 1);
            default -> day.plusDays(1);
        };
    }

    abstract YearFraction between(LocalDate start, LocalDate end);

    /**
     * The part of a year from {@code start} up to but not including {@code end}.
     *
     * @throws FaultyInputException if the end lies before the start
     */
    public YearFraction fraction(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            throw FaultyInputException.of(
                    "day count", Fault.of("end", Phrase.of("on or after {0}", start), end.toString()));
        }
        return start.equals(end) ? YearFraction.ZERO : between(start, end);
    }

    /**
     * The part of a year from {@code start} to {@code end} within an interest period of the agreed length, from
     * {@code periodStart} to {@code periodEnd}; only ACT/ACT ICMA looks at the period.
     */
    public YearFraction fraction(
            LocalDate start, LocalDate end, LocalDate periodStart, LocalDate periodEnd, Frequency frequency) {
        return this == ACT_ACT_ICMA
                ? frequency.nominal().share(days(start, end), days(periodStart, periodEnd))
                : fraction(start, end);
    }

    private static long days(LocalDate start, LocalDate end) {
        return ChronoUnit.DAYS.between(start, end);
    }

    private static boolean monthEnd(LocalDate date) {
        return date.getDayOfMonth() == date.lengthOfMonth();
    }

    private static boolean februaryEnd(LocalDate date) {
        return date.getMonth() == Month.FEBRUARY && monthEnd(date);
    }

    private static LocalDate leapDayFrom(LocalDate date) {
        int year = date.getYear();
        while (!LocalDate.of(year, 1, 1).isLeapYear()
                || LocalDate.of(year, 2, 29).isBefore(date)) {
            year++;
        }
        return LocalDate.of(year, 2, 29);
    }

    private static long leapDaysAfter(LocalDate start, LocalDate end) {
        long count = 0;
        for (LocalDate leap = leapDayFrom(start.plusDays(1));
                !leap.isAfter(end);
                leap = leapDayFrom(leap.plusDays(1))) {
            count++;
        }
        return count;
    }

    private static YearFraction american(LocalDate start, int firstDay, LocalDate end) {
        int last = end.getDayOfMonth() == 31 && firstDay == 30 ? 30 : end.getDayOfMonth();
        return thirty(start, firstDay, end, last);
    }

    private static YearFraction thirty(LocalDate start, int firstDay, LocalDate end, int lastDay) {
        long days = 360L * (end.getYear() - start.getYear())
                + 30L * (end.getMonthValue() - start.getMonthValue())
                + (lastDay - firstDay);
        return new YearFraction(days, 360);
    }
}
