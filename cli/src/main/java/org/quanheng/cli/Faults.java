package org.quanheng.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects everything wrong with one call of a command, so that it is corrected once and not fault by fault. */
final class Faults {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,10})?");
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);
    private static final int SHOWN_MAX = 60;
    private static final int TOLD_MAX = 50;

    private final List<String> found = new ArrayList<>();

    /** Adds a fault: where it is, what was expected and what came. */
    void add(String where, String expected, @Nullable String came) {
        found.add(where + ": expected " + expected + ", came " + shown(came));
    }

    /** Adds a fault with advice that can follow the word "Maybe". */
    void add(String where, String expected, @Nullable String came, String maybe) {
        found.add(where + ": expected " + expected + ", came " + shown(came) + ". Maybe " + maybe);
    }

    /** Adds a fault that was already put into words. */
    void addSentence(String sentence) {
        found.add(sentence);
    }

    boolean none() {
        return found.isEmpty();
    }

    /** A whole number from {@code min} to {@code max}; {@code min} when it is faulty, which is then recorded. */
    int whole(String where, @Nullable String text, int min, int max) {
        if (text != null && WHOLE.matcher(text).matches()) {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        add(where, "a whole number from " + min + " to " + max, text);
        return min;
    }

    /** A decimal from {@code min} to {@code max}; {@code min} when it is faulty, which is then recorded. */
    BigDecimal decimal(String where, @Nullable String text, String min, String max) {
        BigDecimal low = new BigDecimal(min);
        if (text != null && DECIMAL.matcher(text).matches()) {
            BigDecimal value = new BigDecimal(text);
            if (value.compareTo(low) >= 0 && value.compareTo(new BigDecimal(max)) <= 0) {
                return value;
            }
        }
        add(where, "a decimal number from " + min + " to " + max, text);
        return low;
    }

    /** A date of the years that a loan can touch; the first day of 1970 when it is faulty, which is then recorded. */
    LocalDate date(String where, @Nullable String text) {
        try {
            LocalDate date = LocalDate.parse(text == null ? "" : text);
            if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
                add(where, "a date from " + FIRST_DAY + " to " + LAST_DAY, text);
                return LocalDate.EPOCH;
            }
            return date;
        } catch (DateTimeParseException e) {
            add(where, "a date as YYYY-MM-DD", text);
            return LocalDate.EPOCH;
        }
    }

    /** Fails with everything found, or returns when there is nothing. */
    void throwIfAny(String command) {
        if (!found.isEmpty()) {
            List<String> told = new ArrayList<>(found.subList(0, Math.min(found.size(), TOLD_MAX)));
            if (found.size() > TOLD_MAX) {
                told.add("and " + (found.size() - TOLD_MAX) + " more");
            }
            throw new BadInput(command, told);
        }
    }

    /** What came, in quotes, without control characters and not longer than a line. */
    static String shown(@Nullable String came) {
        if (came == null) {
            return "nothing";
        }
        String plain = came.replaceAll("\\p{Cntrl}", "\u00b7");
        return "'" + (plain.length() > SHOWN_MAX ? plain.substring(0, SHOWN_MAX) + "\u2026" : plain) + "'";
    }
}
