package org.quanheng.cli.lending;

import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.Calendars;
import org.quanheng.lending.calendar.DatedCalendar;
import org.quanheng.lending.calendar.HolidayCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints which days are business days, and where a due date goes when banks are closed. */
@Command(
        name = "calendar",
        description = {
            "Prints the days of a calendar on which people work other than Monday to Friday, and counts business days.",
            "With --date, prints whether that day is a business day and where a rule moves it.",
            "Calendars: CN (adjusted working weekends), EU, US, none, weekends, market calendars such as GBLO; CN+US"
                    + " is both."
        },
        footer = {
            "",
            "Example: quanheng calendar --name CN --year 2026",
            "Example: quanheng calendar --name CN --date 2026-10-01 --rule modified_following"
        })
public final class CalendarCommand extends Job {
    @Option(names = "--name", paramLabel = "NAME", description = "the calendar (default: CN)")
    String name = "CN";

    @Option(names = "--year", paramLabel = "YEAR", description = "the year to print")
    @Nullable String year;

    @Option(names = "--date", paramLabel = "DATE", description = "one day, instead of a year")
    @Nullable String date;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "how --date moves: ${COMPLETION-CANDIDATES} (default: following)",
            completionCandidates = Rules.class)
    @Nullable String rule;

    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    @Option(names = "--csv", description = "print CSV")
    boolean csv;

    /**
     * A day on which people work other than its weekday says.
     *
     * @param open true if it is a business day
     * @param why the name of the holiday that closes it or is made up for; empty if the calendar keeps no names
     */
    private record Special(LocalDate day, boolean open, String why) {}

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (json && csv) {
            faults.add("--json, --csv", "one of the two", Phrase.of("both"));
        }
        if ((year == null) == (date == null)) {
            faults.add("--year, --date", "one of the two", Phrase.of(year == null ? "neither" : "both"));
        }
        if (rule != null && date == null) {
            faults.add("--rule", "a --date to move", Phrase.of("no --date"));
        }
        BusinessDayRule moves = rule == null
                ? BusinessDayRule.FOLLOWING
                : Fields.word("--rule", rule, BusinessDayRule.class, BusinessDayRule.FOLLOWING, faults);
        int of = year == null ? 2000 : faults.whole("--year", year, 1900, 2200);
        LocalDate day = date == null ? LocalDate.EPOCH : faults.date("--date", date);
        HolidayCalendar calendar = calendar(faults);
        try {
            if (faults.none() && calendar != null) {
                show(out, calendar, of, day, moves);
            }
        } catch (FaultyInputException e) {
            faults.addAll(e.input(), e);
        }
        refuse(faults);
        return 0;
    }

    /** The calendar of this name; null when there is none, and then the fault is recorded. */
    private @Nullable HolidayCalendar calendar(CallFaults faults) {
        try {
            return Calendars.of(name);
        } catch (FaultyInputException e) {
            e.faults().forEach(fault -> faults.add("--name", fault.expected(), fault.came()));
            return null;
        }
    }

    private void show(PrintWriter out, HolidayCalendar calendar, int of, LocalDate day, BusinessDayRule moves) {
        if (date != null) {
            oneDay(out, day, calendar.isBusinessDay(day), moves.adjust(day, calendar), word(moves));
            return;
        }
        List<Special> special = special(calendar, of);
        long open = LocalDate.of(of, 1, 1)
                .datesUntil(LocalDate.of(of + 1, 1, 1))
                .filter(calendar::isBusinessDay)
                .count();
        wholeYear(out, of, special, open);
    }

    private void oneDay(PrintWriter out, LocalDate day, boolean open, LocalDate moved, String by) {
        if (json) {
            out.println(Json.text(Json.object()
                    .put("calendar", name)
                    .put("date", day.toString())
                    .put("businessDay", open)
                    .put("rule", by)
                    .put("moved", moved.toString())));
        } else if (csv) {
            out.println("calendar,date,business_day,rule,moved");
            out.println(String.join(",", name, day.toString(), Boolean.toString(open), by, moved.toString()));
        } else {
            String pattern = open ? "{0} {1} is a business day in {2}" : "{0} {1} is no business day in {2}";
            out.println(words.say(pattern, day, weekday(day), name));
            out.println(words.say("{0}: {1} {2}", words.typed(by), moved, weekday(moved)));
        }
    }

    private void wholeYear(PrintWriter out, int of, List<Special> special, long open) {
        if (json) {
            ObjectNode document =
                    Json.object().put("calendar", name).put("year", of).put("businessDays", open);
            ArrayNode days = document.putArray("days");
            special.forEach(day -> days.addObject()
                    .put("date", day.day().toString())
                    .put("businessDay", day.open())
                    .put("name", day.why()));
            out.println(Json.text(document));
        } else if (csv) {
            out.println("date,business_day,name");
            special.forEach(day -> out.println(day.day() + "," + day.open() + "," + day.why()));
        } else {
            TextTable days = new TextTable().words("").words("").words("").words("");
            for (Special day : special) {
                days.row(day.day(), weekday(day.day()), day.open() ? words.say("work") : words.say("off"), day.why());
            }
            days.print(out);
            out.println(words.say("{0} {1}: {2} business days", name, of, open));
        }
    }

    private static List<Special> special(HolidayCalendar calendar, int year) {
        Map<LocalDate, String> names = calendar instanceof DatedCalendar dated ? dated.namedDays() : Map.of();
        List<Special> special = new ArrayList<>();
        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach(day -> {
            boolean open = calendar.isBusinessDay(day);
            if (names.containsKey(day) || open != HolidayCalendar.WEEKENDS.isBusinessDay(day)) {
                special.add(new Special(day, open, names.getOrDefault(day, "")));
            }
        });
        return special;
    }

    private String weekday(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return words.say(
                weekday.name().charAt(0) + weekday.name().substring(1, 3).toLowerCase(Locale.ROOT));
    }

    private static String word(BusinessDayRule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    /** The rules, as they are typed. */
    static final class Rules extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Rules() {
            for (BusinessDayRule known : BusinessDayRule.values()) {
                add(word(known));
            }
        }
    }
}
