package org.quanheng.cli.golden;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.Calendars;
import org.quanheng.lending.calendar.HolidayCalendar;
import tools.jackson.databind.JsonNode;

/** Business days in China, with its adjusted working weekends. */
final class ChinaCalendarCases implements GoldenFormat {
    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        return document.isObject() && document.has("derived_cases") ? document.path("derived_cases") : null;
    }

    @Override
    public List<String> subjects() {
        return List.of("calendar {0}");
    }

    @Override
    public Verdict check(JsonNode golden) {
        HolidayCalendar china = Calendars.of("CN");
        LocalDate date = Read.date(golden.path("date"));
        List<Object> got = List.of(
                china.isBusinessDay(date),
                BusinessDayRule.FOLLOWING.adjust(date, china),
                BusinessDayRule.MODIFIED_FOLLOWING.adjust(date, china),
                BusinessDayRule.FOLLOWING.adjust(date, china.and(HolidayCalendar.WEEKENDS)));
        List<Object> expected = List.of(
                golden.path("is_business_day_with_adjusted_weekends").asBoolean(),
                Read.date(golden.path("following")),
                Read.date(golden.path("modified_following")),
                Read.date(golden.path("following_if_adjusted_weekends_not_counted")));
        return Verdict.same(expected, got);
    }
}
