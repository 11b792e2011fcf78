package org.quanheng.cli.golden;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.calendar.Frequency;
import tools.jackson.databind.JsonNode;

/** Period dates between two days, with stubs, rolls and business days. */
final class PeriodDateCases implements GoldenFormat {
    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        return GoldenFormat.list(document, "frequency", "expected_unadjusted");
    }

    @Override
    public List<String> subjects() {
        return List.of("period dates", "frequency");
    }

    @Override
    public Verdict check(JsonNode golden) {
        String[] adjustment = golden.path("business_day_adjustment").asString().split(" ", 2);
        String stub = text(golden, "stub");
        PeriodicDates dates = new PeriodicDates(
                Read.date(golden.path("start")),
                Read.date(golden.path("end")),
                frequency(golden.path("frequency").asString()),
                stub == null ? null : stub.replaceFirst("^STUB_", ""),
                text(golden, "roll"),
                Read.dateOrNull(golden.path("first_regular_start")),
                Read.dateOrNull(golden.path("last_regular_end")),
                "BDA_NONE".equals(text(golden, "start_bda_or_override")));
        PeriodicDates.Found found =
                dates.find(Read.rule(adjustment[0]), Read.calendar(adjustment.length == 2 ? adjustment[1] : "none"));
        Verdict unadjusted = Verdict.same(Read.dates(golden.path("expected_unadjusted")), found.unadjusted());
        if (unadjusted instanceof Verdict.Failed) {
            return unadjusted;
        }
        Verdict adjusted = Verdict.same(Read.dates(golden.path("expected_adjusted")), found.adjusted());
        if (adjusted instanceof Verdict.Failed || !golden.path("expected_roll").isString()) {
            return adjusted;
        }
        return Verdict.same(roll(golden.path("expected_roll").asString()), roll(found.roll()));
    }

    /** Null for one period from the start to the end. */
    private static @Nullable Frequency frequency(String text) {
        return text.endsWith("TERM") ? null : Read.frequency(text);
    }

    /** No roll is written in several ways: None, NONE, ROLL_NONE. */
    private static String roll(String name) {
        return name.toUpperCase(Locale.ROOT).replace("ROLL_", "");
    }

    private static @Nullable String text(JsonNode golden, String field) {
        return golden.path(field).isString() ? golden.path(field).asString() : null;
    }
}
