package org.quanheng.cli.golden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.annualcost.TimeMeasure;
import org.quanheng.lending.annualcost.UnitPeriods;
import org.quanheng.lending.calendar.Frequency;
import tools.jackson.databind.JsonNode;

/** The time between a draw-down and a payment, as laws on annual rates measure it. */
final class TimeFractionCases implements GoldenFormat {
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-8");

    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        return GoldenFormat.list(document, "convention", "group", "start", "end", "expected");
    }

    @Override
    public Verdict check(JsonNode golden) {
        String convention = golden.path("convention").asString();
        Frequency unit = unit(golden.path("group").asString().toLowerCase(Locale.ROOT));
        LocalDate start = Read.date(golden.path("start"));
        LocalDate end = Read.date(golden.path("end"));
        BigDecimal expected = Read.decimal(golden.path("expected"));
        if (convention.startsWith("EU")) {
            return Close.check(expected, years(TimeMeasure.EU, start, end, unit), TOLERANCE);
        }
        if (convention.startsWith("UK")) {
            return Close.check(expected, years(TimeMeasure.UK, start, end, unit), TOLERANCE);
        }
        if (convention.startsWith("US")) {
            UnitPeriods got = UnitPeriods.between(start, end, unit);
            return Close.check(expected, BigDecimal.valueOf(got.whole()), TOLERANCE);
        }
        throw new UnsupportedCase("convention " + convention);
    }

    private static BigDecimal years(TimeMeasure measure, LocalDate start, LocalDate end, Frequency unit) {
        return measure.years(start, end, unit).decimal(MathContext.DECIMAL128);
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
        return group.contains("day") && !group.contains("month") ? Frequency.ofDays(1) : Frequency.MONTHLY;
    }
}
