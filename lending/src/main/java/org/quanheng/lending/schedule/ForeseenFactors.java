package org.quanheng.lending.schedule;

import java.util.Arrays;
import java.util.List;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.YearFraction;
import org.quanheng.lending.terms.InstalmentBasis;
import org.quanheng.lending.terms.Period;
import org.quanheng.lending.terms.ResolvedTerms;

/** The interest factors of the periods to come as they are known in a period: a rate that changes later is not foreseen. */
final class ForeseenFactors {
    private final ResolvedTerms resolved;
    private final SlicedPeriod[] sliced;
    private Rate rate;

    ForeseenFactors(ResolvedTerms resolved, SlicedPeriod[] sliced) {
        this.resolved = resolved;
        this.sliced = sliced;
        this.rate = resolved.rates().getFirst().rate();
    }

    /** True if money is drawn or the rate changes in a period, so that what was found before no longer repays the loan. */
    boolean changeIn(int index) {
        boolean drawn = !sliced[index].whole() || (index > 0 && sliced[index].movedAtStart() != 0);
        return drawn || (resolved.rates().size() > 1 && rateAtEnd(index).compareTo(rate) != 0);
    }

    /** The factors from a period on; those before it are not of interest. */
    InterestFactor[] from(int index) {
        InterestFactor[] factors = new InterestFactor[sliced.length];
        if (resolved.terms().instalmentBasis() != InstalmentBasis.EACH_PERIOD) {
            rate = rateAtEnd(index);
            Arrays.fill(factors, InterestFactor.of(rate, likeAll()));
            Arrays.fill(factors, 0, Math.min(interestFree(), factors.length), InterestFactor.ZERO);
            return factors;
        }
        if (resolved.rates().size() == 1) {
            for (int k = 0; k < factors.length; k++) {
                factors[k] = sliced[k].firstFactor();
            }
            if (!sliced[index].whole() || resolved.moves().size() > 1) {
                fill(factors, index);
            }
            return factors;
        }
        rate = rateAtEnd(index);
        fill(factors, index);
        return factors;
    }

    private Rate rateAtEnd(int index) {
        return resolved.rateOn(resolved.periods().get(index).end().minusDays(1));
    }

    private int interestFree() {
        return resolved.terms().grace().interestFree();
    }

    private YearFraction likeAll() {
        return resolved.terms().instalmentBasis() == InstalmentBasis.NOMINAL_PERIOD
                ? resolved.terms().frequency().nominal()
                : resolved.firstTime();
    }

    private void fill(InterestFactor[] factors, int index) {
        List<Period> periods = resolved.periods();
        int free = interestFree();
        for (int k = index; k < factors.length; k++) {
            boolean foreseen = k == index && sliced[index].whole();
            factors[k] = foreseen
                    ? sliced[index].firstFactor()
                    : InterestFactor.of(
                            k < free ? Rate.ZERO : rate, periods.get(k).time());
        }
    }
}
