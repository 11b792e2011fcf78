package org.quanheng.cli.golden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.Calendars;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.HolidayCalendar;
import tools.jackson.databind.JsonNode;

/** Reads the words of golden files into the library's values. */
final class Read {
    private static final Pattern PERIOD = Pattern.compile("P(\\d+)([DWMY])");
    private static final Pattern CALL = Pattern.compile("Frequency\\.of(Days|Weeks|Months|Years)\\((\\d+)\\)");

    private Read() {}

    static LocalDate date(JsonNode node) {
        try {
            LocalDate date = LocalDate.parse(node.asString(""));
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
            throw new UnsupportedCase("a year from 1 to 9999 expected, came " + node);
        } catch (DateTimeParseException e) {
            throw new UnsupportedCase("a date such as 2026-01-31 expected, came " + shown(node), e);
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    static @Nullable LocalDate dateOrNull(JsonNode node) {
        return node.isString() ? date(node) : null;
    }

    static List<LocalDate> dates(JsonNode node) {
        if (!node.isArray()) {
            throw new UnsupportedCase("a list of dates expected, came " + shown(node));
        }
        List<LocalDate> dates = new ArrayList<>();
        node.forEach(date -> dates.add(date(date)));
        return dates;
    }

    /** A decimal, or a quotient of two such as 0.06/12. */
    static BigDecimal decimal(JsonNode node) {
        String[] parts = node.asString("").split("/", 2);
        try {
            BigDecimal number = new BigDecimal(parts[0].strip());
            return parts.length == 1 ? number : number.divide(new BigDecimal(parts[1].strip()), MathContext.DECIMAL128);
        } catch (NumberFormatException e) {
            throw new UnsupportedCase("a number expected, came " + shown(node), e);
        }
    }

    /** A day count by its label or name, however its words are joined, or by another name of the ISDA Definitions. */
    static DayCount dayCount(String name) {
        String plain = plain(name);
        for (DayCount count : DayCount.values()) {
            if (plain(count.name()).equals(plain) || plain(count.label()).equals(plain)) {
                return count;
            }
        }
        return switch (plain) {
            case "30360ISDA", "360360", "BONDBASIS" -> DayCount.THIRTY_360;
            case "30360SIA", "30U360" -> DayCount.THIRTY_U_360_EOM;
            case "EUROBONDBASIS" -> DayCount.THIRTY_E_360;
            case "ACT365" -> DayCount.ACT_365F;
            case "ACTACT" -> DayCount.ACT_ACT_ISDA;
            default -> throw new UnsupportedCase("day count " + name);
        };
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT)
                .replace("THIRTY", "30")
                .replace("PLUS", "+")
                .replace("ACTUAL/", "ACT/")
                .replace("ACT/ACTUAL", "ACT/ACT")
                .replace("FIXED", "F")
                .replaceAll("[^A-Z0-9+]", "");
    }

    static Frequency frequency(String notation) {
        String text = notation.startsWith("Frequency.P") ? notation.substring(10) : notation;
        Matcher period = PERIOD.matcher(text);
        if (period.matches()) {
            return frequency(Integer.parseInt(period.group(1)), period.group(2));
        }
        Matcher call = CALL.matcher(text);
        if (call.matches()) {
            return frequency(Integer.parseInt(call.group(2)), call.group(1).substring(0, 1));
        }
        throw new UnsupportedCase("frequency " + text);
    }

    static Frequency frequency(int every, String unit) {
        return switch (unit.isEmpty() ? ' ' : unit.charAt(0)) {
            case 'D' -> new Frequency(every, Frequency.Unit.DAY);
            case 'W' -> new Frequency(every, Frequency.Unit.WEEK);
            case 'M' -> new Frequency(every, Frequency.Unit.MONTH);
            case 'Y' -> new Frequency(12 * every, Frequency.Unit.MONTH);
            default -> throw new UnsupportedCase("frequency of " + every + " " + unit);
        };
    }

    static BusinessDayRule rule(String notation) {
        String name = notation.replaceFirst("^BDA_", "");
        for (BusinessDayRule rule : BusinessDayRule.values()) {
            if (plain(rule.name()).equals(plain(name))) {
                return rule;
            }
        }
        if ("NONE".equals(plain(name))) {
            return BusinessDayRule.NO_ADJUST;
        }
        throw new UnsupportedCase("business-day rule " + name);
    }

    static HolidayCalendar calendar(String name) {
        return switch (name) {
            case "Sat/Sun", "SAT_SUN" -> HolidayCalendar.WEEKENDS;
            case "NoHolidays", "NO_HOLIDAYS", "none" -> HolidayCalendar.EVERY_DAY;
            default -> Calendars.of(name);
        };
    }
}
