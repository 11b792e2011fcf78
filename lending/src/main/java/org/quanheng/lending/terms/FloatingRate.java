package org.quanheng.lending.terms;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.Frequency;

/**
 * A rate that follows an index: the index on each reset day plus a spread, within a floor and a cap.
 *
 * @param index the name of the index, such as {@code LPR-1Y}
 * @param spread added to the index; may be below zero
 * @param reset how often the rate is set anew, counted from the disbursement
 * @param floor the lowest rate; null for none
 * @param cap the highest rate; null for none
 */
public record FloatingRate(
        String index,
        Rate spread,
        Frequency reset,
        @Nullable Rate floor,
        @Nullable Rate cap) {
    /** Checks that the floor is not above the cap. */
    public FloatingRate {
        Faults faults = new Faults("floating rate");
        faults.require(
                floor == null || cap == null || floor.compareTo(cap) <= 0,
                "floor",
                Phrase.of("at most the cap of {0}", cap),
                floor);
        faults.throwIfAny();
    }

    /** The rate for a value of the index. */
    public Rate at(Rate indexValue) {
        Rate rate = indexValue.plus(spread);
        if (floor != null && rate.compareTo(floor) < 0) {
            return floor;
        }
        return cap != null && rate.compareTo(cap) > 0 ? cap : rate;
    }

    /** The rate changes between two days that the values of the index bring, the first on the first day. */
    List<RateChange> changes(IndexSeries series, List<LocalDate> resetDays) {
        return resetDays.stream()
                .map(day -> new RateChange(day, at(series.on(day))))
                .toList();
    }
}
