package org.quanheng.cli.golden;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.calendar.YearFraction;
import tools.jackson.databind.JsonNode;

/** Parts of a year between two dates. */
final class DayCountCases implements GoldenFormat {
    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        return GoldenFormat.list(document, "day_count", "expected_year_fraction");
    }

    @Override
    public List<String> subjects() {
        return List.of("day count");
    }

    @Override
    public Verdict check(JsonNode golden) {
        YearFraction got = Read.dayCount(golden.path("day_count").asString())
                .fraction(Read.date(golden.path("start")), Read.date(golden.path("end")));
        return Close.check(
                Read.decimal(golden.path("expected_year_fraction")),
                got.decimal(MathContext.DECIMAL128),
                golden.has("tolerance") ? Read.decimal(golden.path("tolerance")) : new BigDecimal("1e-10"));
    }
}
