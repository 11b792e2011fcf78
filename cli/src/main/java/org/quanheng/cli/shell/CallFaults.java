package org.quanheng.cli.shell;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Fault;
import org.quanheng.fault.Faults;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;

/** Collects everything wrong with one call of a command, so that it is corrected once and not fault by fault. */
public final class CallFaults {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,10})?");
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);
    private static final int SHOWN_MAX = 60;

    private final List<Fault> found = new ArrayList<>();

    /**
     * Adds a fault.
     *
     * @param where the option or the field as it is typed, which is the same in every language; or a {@link Phrase}
     * @param expected a {@link Phrase}, or a text that is said as it is
     * @param came what was typed or read, which is quoted; a {@link Phrase} that describes it; null for nothing
     */
    public void add(Object where, Object expected, @Nullable Object came) {
        add(Fault.of(typed(where), expected, shown(came)));
    }

    /** Adds a fault with advice that can follow the word "Maybe". */
    public void add(Object where, Object expected, @Nullable Object came, Object maybe) {
        add(Fault.of(typed(where), expected, shown(came), maybe));
    }

    /** Adds that another word was typed than one of some. */
    public void addChoice(Object where, List<String> words, String came) {
        add(where, Words.oneOf(words), came, meant(came, words));
    }

    /** Adds that something was named that is none of what can be named there. */
    public void addUnknown(Object where, Collection<String> known, String came) {
        add(where, Phrase.of("only {0}", known), came, meant(came, known));
    }

    private static Phrase meant(String typed, Collection<String> known) {
        return Spelling.meant(typed, known)
                .map(word -> Phrase.of("you meant {0}", word))
                .orElse(Phrase.of(""));
    }

    /** Adds a fault that a library found. */
    public void add(Fault fault) {
        found.add(fault);
    }

    /** Adds what a library found in a part of the input. */
    public void addAll(Object part, FaultyInputException refused) {
        for (Fault fault : refused.faults()) {
            add(Fault.of(Phrase.of("{0}, {1}", part, fault.where()), fault.expected(), fault.came(), fault.maybe()));
        }
    }

    /** Adds what a library found. */
    public void addAll(FaultyInputException refused) {
        refused.faults().forEach(this::add);
    }

    /** True if nothing is wrong so far. */
    public boolean none() {
        return found.isEmpty();
    }

    /** A whole number from {@code min} to {@code max}; {@code min} when it is faulty, which is then recorded. */
    public int whole(Object where, @Nullable String text, int min, int max) {
        if (text != null && WHOLE.matcher(text).matches()) {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        add(where, Phrase.of("a whole number from {0} to {1}", min, max), text);
        return min;
    }

    /** A decimal from {@code min} to {@code max}; {@code min} when it is faulty, which is then recorded. */
    public BigDecimal decimal(Object where, @Nullable String text, String min, String max) {
        BigDecimal low = new BigDecimal(min);
        if (text != null && DECIMAL.matcher(text).matches()) {
            BigDecimal value = new BigDecimal(text);
            if (value.compareTo(low) >= 0 && value.compareTo(new BigDecimal(max)) <= 0) {
                return value;
            }
        }
        add(where, Phrase.of("a decimal number from {0} to {1}", min, max), text);
        return low;
    }

    /** A date of the years that a loan can touch; the first day of 1970 when it is faulty, which is then recorded. */
    public LocalDate date(Object where, @Nullable String text) {
        try {
            LocalDate date = LocalDate.parse(text == null ? "" : text);
            if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
                add(where, Phrase.of("a date from {0} to {1}", FIRST_DAY, LAST_DAY), text);
                return LocalDate.EPOCH;
            }
            return date;
        } catch (DateTimeParseException e) {
            add(where, "a date as YYYY-MM-DD", text);
            return LocalDate.EPOCH;
        }
    }

    /** Fails with everything found, or returns when there is nothing. */
    public void throwIfAny(String command) {
        Faults faults = new Faults(command);
        found.forEach(faults::add);
        faults.throwIfAny();
    }

    private static Phrase typed(Object where) {
        return where instanceof Phrase phrase ? phrase : Phrase.of("{0}", where);
    }

    /** What was typed in quotes, without control characters and not longer than a line. */
    private static Phrase shown(@Nullable Object came) {
        if (came == null) {
            return Phrase.of("nothing");
        }
        if (came instanceof Phrase phrase) {
            return phrase;
        }
        String plain = came.toString().replaceAll("\\p{Cntrl}", "\u00b7");
        return Phrase.of(
                "{0}", "'" + (plain.length() > SHOWN_MAX ? plain.substring(0, SHOWN_MAX) + "\u2026" : plain) + "'");
    }
}
