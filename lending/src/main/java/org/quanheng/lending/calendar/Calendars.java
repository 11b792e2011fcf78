package org.quanheng.lending.calendar;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;

/**
 * Calendars by name: {@code CN}, {@code EU} and {@code US} from the files beside this class, {@code none} and
 * {@code weekends} by rule, and the calendars of OpenGamma Strata, such as {@code GBLO}, {@code JPTO} or {@code Fri/Sat}.
 * Names joined by {@code +} are the days on which all are open.
 */
public final class Calendars {
    private static final int LONGEST_NAME = 60;
    private static final Map<String, HolidayCalendar> READ = new ConcurrentHashMap<>();

    private Calendars() {}

    /**
     * The calendar of a name.
     *
     * @throws FaultyInputException if there is none
     */
    public static HolidayCalendar of(String name) {
        return switch (name) {
            case "none" -> HolidayCalendar.EVERY_DAY;
            case "weekends" -> HolidayCalendar.WEEKENDS;
            default -> known(name);
        };
    }

    /** A joined name finds its parts while it is found, so the map cannot compute it. */
    private static HolidayCalendar known(String name) {
        HolidayCalendar read = READ.get(name);
        if (read != null) {
            return read;
        }
        HolidayCalendar found = find(name);
        READ.put(name, found);
        return found;
    }

    private static HolidayCalendar find(String name) {
        if (name.length() > LONGEST_NAME) {
            throw unknown(name.substring(0, LONGEST_NAME) + "…");
        }
        int plus = name.lastIndexOf('+');
        if (plus > 0) {
            return of(name.substring(0, plus)).and(of(name.substring(plus + 1)));
        }
        HolidayCalendar dated = dated(name);
        if (dated != null) {
            return dated;
        }
        Optional<com.opengamma.strata.basics.date.HolidayCalendar> market =
                name.matches("[A-Z]{4}|[A-Z][a-z]{2}/[A-Z][a-z]{2}")
                        ? ReferenceData.standard().findValue(HolidayCalendarId.of(name))
                        : Optional.empty();
        return market.<HolidayCalendar>map(calendar -> calendar::isBusinessDay).orElseThrow(() -> unknown(name));
    }

    private static @Nullable HolidayCalendar dated(String name) {
        if (!name.matches("[A-Z]{2}")) {
            return null;
        }
        String file = name + ".csv";
        try (InputStream stream = Calendars.class.getResourceAsStream(file)) {
            return stream == null
                    ? null
                    : DatedCalendar.read(
                            name,
                            "lending/src/main/resources/org/quanheng/lending/calendar/" + file,
                            new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FaultyInputException unknown(String name) {
        return FaultyInputException.of(
                "calendar",
                Fault.of(
                        "name",
                        "CN, EU, US, none, weekends or a market calendar such as GBLO, USNY or JPTO",
                        "\"" + name + "\"",
                        "read your own with DatedCalendar.read"));
    }
}
