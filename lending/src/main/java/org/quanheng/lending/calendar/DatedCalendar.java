package org.quanheng.lending.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quanheng.fault.Fault;
import org.quanheng.fault.Faults;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;

/**
 * A calendar read from a file of dates: Saturdays and Sundays are free unless a line says that people work, other days
 * are worked unless a line says that they are off.
 *
 * <p>Lines are {@code DATE,off,NAME} or {@code DATE,work,NAME}; {@code years,FIRST,LAST} says which years the file
 * covers; {@code #} begins a comment. A year without data is an error, never a guess.
 */
public final class DatedCalendar implements HolidayCalendar {
    private final String name;
    private final String file;
    private final int firstYear;
    private final int lastYear;
    private final Map<LocalDate, Boolean> worked;
    private final Map<LocalDate, String> names;

    private DatedCalendar(
            String name,
            String file,
            int firstYear,
            int lastYear,
            Map<LocalDate, Boolean> worked,
            Map<LocalDate, String> names) {
        this.name = name;
        this.file = file;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.worked = worked;
        this.names = names;
    }

    /**
     * Reads a calendar.
     *
     * @param name how messages call it
     * @param file where it comes from, as messages say it
     * @param reader the lines; not closed
     * @throws FaultyInputException with every line that cannot be read
     */
    public static DatedCalendar read(String name, String file, Reader reader) {
        Faults faults = new Faults(Phrase.of("calendar {0}", name));
        Map<LocalDate, Boolean> worked = new HashMap<>();
        Map<LocalDate, String> names = new TreeMap<>();
        int[] years = {0, -1};
        List<String> lines = lines(reader);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                readLine(line, number, years, worked, names, faults);
            }
        }
        faults.require(years[0] <= years[1], "years", "a line years,FIRST,LAST", "none that holds");
        faults.throwIfAny();
        return new DatedCalendar(name, file, years[0], years[1], Map.copyOf(worked), names);
    }

    private static List<String> lines(Reader reader) {
        try {
            return new BufferedReader(reader).readAllLines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readLine(
            String line,
            int number,
            int[] years,
            Map<LocalDate, Boolean> worked,
            Map<LocalDate, String> names,
            Faults faults) {
        String[] parts = line.split(",", -1);
        try {
            if (parts.length == 3 && "years".equals(parts[0])) {
                years[0] = Integer.parseInt(parts[1]);
                years[1] = Integer.parseInt(parts[2]);
            } else if (parts.length == 3 && ("off".equals(parts[1]) || "work".equals(parts[1]))) {
                LocalDate date = LocalDate.parse(parts[0]);
                boolean first = worked.put(date, "work".equals(parts[1])) == null;
                faults.require(first, Phrase.of("line {0}", number), "each date once", line);
                names.put(date, parts[2]);
            } else {
                faults.add(Phrase.of("line {0}", number), "DATE,off,NAME or DATE,work,NAME", line);
            }
        } catch (DateTimeException | NumberFormatException e) {
            faults.add(
                    Phrase.of("line {0}", number), "a date such as 2026-01-01 or years such as years,2024,2026", line);
        }
    }

    @Override
    public boolean isBusinessDay(LocalDate date) {
        if (date.getYear() < firstYear || date.getYear() > lastYear) {
            throw FaultyInputException.of(
                    Phrase.of("calendar {0}", name),
                    Fault.of(
                            "date",
                            Phrase.of("a year with data, {0} to {1}", firstYear, lastYear),
                            date.toString(),
                            Phrase.of("add the days of {0} to {1}", date.getYear(), file)));
        }
        Boolean said = worked.get(date);
        if (said != null) {
            return said;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The first year with data. */
    public int firstYear() {
        return firstYear;
    }

    /** The last year with data. */
    public int lastYear() {
        return lastYear;
    }

    /** Every day that a line names, with the name of its holiday, in order. */
    public Map<LocalDate, String> namedDays() {
        return new TreeMap<>(names);
    }

    /** The calendar's name. */
    @Override
    public String toString() {
        return name;
    }
}
