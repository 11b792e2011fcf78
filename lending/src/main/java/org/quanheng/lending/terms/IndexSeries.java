package org.quanheng.lending.terms;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Rate;

/** The published values of an index, each in force from its day until the next. */
public final class IndexSeries {
    private final String name;
    private final TreeMap<LocalDate, Rate> values;

    /** A series of values by the day from which they hold. */
    public IndexSeries(String name, Map<LocalDate, Rate> values) {
        this.name = name;
        this.values = new TreeMap<>(values);
    }

    /**
     * The value in force on a day; the last one holds for days to come.
     *
     * @throws FaultyInputException if the series begins later
     */
    public Rate on(LocalDate day) {
        Map.Entry<LocalDate, Rate> entry = values.floorEntry(day);
        if (entry == null) {
            Phrase first = values.isEmpty() ? Phrase.of("no value") : Phrase.of("values from {0}", values.firstKey());
            throw FaultyInputException.of(
                    Phrase.of("index {0}", name), Fault.of("value", Phrase.of("one in force on {0}", day), first));
        }
        return entry.getValue();
    }

    /** The name of the index. */
    public String name() {
        return name;
    }
}
