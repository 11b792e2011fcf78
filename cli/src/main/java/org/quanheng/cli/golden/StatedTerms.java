package org.quanheng.cli.golden;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The whole periods and days that a case writes out beside its figure, such as {@code t = 4/52 + 1/365} or
 * {@code t = 1 : f = 22/90 = 0.24444444 : p = 4}.
 *
 * @param months of whole months, quarters, half years and years
 * @param days of whole weeks, and what is left
 */
record StatedTerms(long months, long days) {
    private static final Pattern SUM = Pattern.compile("t = ([0-9/+ ]+?)(?: = .*)?");
    private static final Pattern TERM = Pattern.compile("(\\d{1,6})(?:/(\\d{1,3}))?");
    private static final Pattern UNIT_PERIODS =
            Pattern.compile("t = (\\d{1,6}) : f = (\\d{1,6})(?:/\\d{1,3}.*?)? : p = (\\d{1,3})");

    /**
     * How the terms lead to another day than the end, or null if they lead to it or cannot be read.
     *
     * @param forward true if whole periods are counted on from the start, false if back from the end
     */
    static @Nullable String contradiction(String text, LocalDate start, LocalDate end, boolean forward) {
        StatedTerms terms = read(text);
        if (terms == null) {
            return null;
        }
        LocalDate from = forward ? start : start.plusDays(terms.days);
        long after = forward ? terms.days : 0;
        LocalDate reached = from.plusMonths(terms.months).plusDays(after);
        if (reached.equals(end) || terms.monthEnds(from).plusDays(after).equals(end)) {
            return null;
        }
        return "its terms lead from " + start + " to " + reached + ", its end is " + end;
    }

    private static @Nullable StatedTerms read(String text) {
        Matcher units = UNIT_PERIODS.matcher(text);
        if (units.matches()) {
            StatedTerms whole = periods(Long.parseLong(units.group(1)), Integer.parseInt(units.group(3)));
            return whole == null ? null : whole.plus(new StatedTerms(0, Long.parseLong(units.group(2))));
        }
        Matcher sum = SUM.matcher(text);
        if (!sum.matches()) {
            return null;
        }
        StatedTerms all = new StatedTerms(0, 0);
        for (String part : sum.group(1).split("\\+", -1)) {
            Matcher term = TERM.matcher(part.strip());
            StatedTerms read = term.matches()
                    ? periods(
                            Long.parseLong(term.group(1)), term.group(2) == null ? 1 : Integer.parseInt(term.group(2)))
                    : null;
            if (read == null) {
                return null;
            }
            all = all.plus(read);
        }
        return all;
    }

    /** So many periods of which a year has so many. */
    private static @Nullable StatedTerms periods(long count, int perYear) {
        return switch (perYear) {
            case 1, 2, 4, 12 -> new StatedTerms(count * (12 / perYear), 0);
            case 26, 52 -> new StatedTerms(0, count * 7 * (52 / perYear));
            case 365, 366 -> new StatedTerms(0, count);
            default -> null;
        };
    }

    private StatedTerms plus(StatedTerms other) {
        return new StatedTerms(months + other.months, days + other.days);
    }

    /** A month's last day leads to a month's last day. */
    private LocalDate monthEnds(LocalDate from) {
        LocalDate on = from.plusMonths(months);
        boolean last = from.getDayOfMonth() == from.lengthOfMonth();
        return last ? on.with(TemporalAdjusters.lastDayOfMonth()) : on;
    }
}
