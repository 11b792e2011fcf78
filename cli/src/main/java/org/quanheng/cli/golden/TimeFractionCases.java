package org.quanheng.cli.golden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.annualcost.TimeMeasure;
import org.quanheng.lending.annualcost.UnitPeriods;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.YearFraction;
import tools.jackson.databind.JsonNode;

/** The time between a draw-down and a payment, as laws on annual rates measure it. */
final class TimeFractionCases implements GoldenFormat {
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-8");

    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        return GoldenFormat.list(document, "convention", "group", "start", "end", "expected");
    }

    @Override
    public List<String> subjects() {
        return List.of("time between two days");
    }

    @Override
    public Verdict check(JsonNode golden) {
        Verdict verdict = compare(golden);
        if (verdict instanceof Verdict.Failed(String expected, String got, String _)) {
            LocalDate start = Read.date(golden.path("start"));
            LocalDate end = Read.date(golden.path("end"));
            boolean forward = golden.path("convention").asString("").startsWith("UK");
            String text = golden.path("text").asString("");
            return new Verdict.Failed(expected, got, StatedTerms.contradiction(text, start, end, forward));
        }
        return verdict;
    }

    private static Verdict compare(JsonNode golden) {
        String convention = golden.path("convention").asString();
        Frequency unit = unit(golden.path("group").asString().toLowerCase(Locale.ROOT));
        LocalDate start = Read.date(golden.path("start"));
        LocalDate end = Read.date(golden.path("end"));
        List<BigDecimal> got = time(convention, start, end, unit);
        BigDecimal expected = Read.decimal(golden.path("expected"));
        for (BigDecimal one : got) {
            if (Close.enough(expected, one, TOLERANCE)) {
                return new Verdict.Passed();
            }
        }
        return Close.check(expected, got.getFirst(), TOLERANCE);
    }

    private static List<BigDecimal> time(String convention, LocalDate start, LocalDate end, Frequency unit) {
        if (convention.startsWith("EU")) {
            return List.of(decimal(TimeMeasure.EU.years(start, end, unit)));
        }
        if (convention.startsWith("UK")) {
            return british(start, end, unit);
        }
        if (convention.startsWith("US")) {
            return List.of(
                    BigDecimal.valueOf(UnitPeriods.between(start, end, unit).whole()));
        }
        throw new UnsupportedCase("convention " + convention);
    }

    /**
     * A period that is whole weeks and whole months is counted in months for a single payment, else as payments fall due. That
     * payments are weekly does not say how many there are, so then both counts are right.
     */
    private static List<BigDecimal> british(LocalDate start, LocalDate end, Frequency unit) {
        BigDecimal asUsual = decimal(TimeMeasure.UK.years(start, end, unit));
        YearFraction inMonths = TimeMeasure.UK.years(start, end, Frequency.MONTHLY);
        boolean wholeWeeks = ChronoUnit.DAYS.between(start, end) % 7 == 0;
        boolean wholeMonths = 12 % inMonths.denominator() == 0;
        boolean both = unit.equals(Frequency.WEEKLY) && wholeWeeks && wholeMonths;
        return both ? List.of(asUsual, decimal(inMonths)) : List.of(asUsual);
    }

    private static BigDecimal decimal(YearFraction fraction) {
        return fraction.decimal(MathContext.DECIMAL128);
    }

    /** A loan that is repaid at once counts in months (CONC App 1.1.10). */
    private static Frequency unit(String group) {
        if (group.contains("single")) {
            return Frequency.MONTHLY;
        }
        if (group.contains("fortnight")) {
            return Frequency.FORTNIGHTLY;
        }
        if (group.contains("week")) {
            return Frequency.WEEKLY;
        }
        if (group.contains("quarter")) {
            return Frequency.QUARTERLY;
        }
        if (group.contains("half-year")) {
            return Frequency.HALF_YEARLY;
        }
        if (group.contains("year") && !group.contains("month")) {
            return Frequency.YEARLY;
        }
        return (group.contains("day") || group.contains("daily")) && !group.contains("month")
                ? Frequency.ofDays(1)
                : Frequency.MONTHLY;
    }
}
