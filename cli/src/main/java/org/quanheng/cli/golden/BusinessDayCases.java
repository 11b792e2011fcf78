package org.quanheng.cli.golden;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.calendar.BusinessDayRule;
import tools.jackson.databind.JsonNode;

/** Single dates moved to business days. */
final class BusinessDayCases implements GoldenFormat {
    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        return GoldenFormat.list(document, "convention", "calendar", "date", "expected");
    }

    @Override
    public List<String> subjects() {
        return List.of("calendar", "calendar {0}");
    }

    @Override
    public Verdict check(JsonNode golden) {
        BusinessDayRule rule = Read.rule(golden.path("convention").asString());
        return Verdict.same(
                Read.date(golden.path("expected")),
                rule.adjust(
                        Read.date(golden.path("date")),
                        Read.calendar(golden.path("calendar").asString())));
    }
}
