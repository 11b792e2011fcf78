package org.quanheng.lending;

import java.math.RoundingMode;
import org.quanheng.fault.Faults;

/**
 * How a product turns exact results into amounts that can be paid: a term of the product, not a switch in the code.
 *
 * @param mode what happens between two units; {@link RoundingMode#UNNECESSARY} is refused
 * @param interestUnit interest is rounded to a multiple of so many smallest units of money; 1 is to the cent
 * @param instalmentUnit the regular instalment is rounded to a multiple of so many smallest units; 1 is to the cent,
 *     100 to whole euros; the last instalment always takes what is left
 * @param place where interest is rounded: once for the period, or each slice of a period in which neither the balance
 *     nor the rate changed
 */
public record Rounding(RoundingMode mode, long interestUnit, long instalmentUnit, Place place) {
    /** Where interest is rounded. */
    public enum Place {
        /** Slices are added exactly; the sum is rounded once. */
        PERIOD,
        /** Each slice is rounded, then they are added. */
        SLICE
    }

    /** To the cent, halves away from zero, once for the period: the rounding of most contracts. */
    public static final Rounding HALF_UP = toCent(RoundingMode.HALF_UP);

    /** To the cent, halves to the even cent, once for the period: the rounding of many core banking systems. */
    public static final Rounding HALF_EVEN = toCent(RoundingMode.HALF_EVEN);

    /** Checks the units and the mode. */
    public Rounding {
        Faults faults = new Faults("rounding");
        faults.require(mode != RoundingMode.UNNECESSARY, "mode", "a mode that can round", mode);
        faults.require(interestUnit >= 1, "interest unit", "1 smallest unit of money or more", interestUnit);
        faults.require(instalmentUnit >= 1, "instalment unit", "1 smallest unit of money or more", instalmentUnit);
        faults.throwIfAny();
    }

    /** To the cent in the given mode, once for the period. */
    public static Rounding toCent(RoundingMode mode) {
        return new Rounding(mode, 1, 1, Place.PERIOD);
    }

    /** The same with the regular instalment a multiple of so many smallest units. */
    public Rounding withInstalmentUnit(long units) {
        return new Rounding(mode, interestUnit, units, place);
    }

    /** The same with interest rounded in another place. */
    public Rounding at(Place otherPlace) {
        return new Rounding(mode, interestUnit, instalmentUnit, otherPlace);
    }
}
