package org.quanheng.lending.schedule;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.YearFraction;

/**
 * The equal instalment less the interest. The instalment is found at the first period that repays, and again where money is
 * drawn or the rate changes.
 */
final class EqualInstalmentRule implements PrincipalRule {
    private final ResolvedTerms resolved;
    private final SlicedPeriod[] sliced;
    private final Rounding rounding;
    private final int first;
    private long instalment = -1;
    private Rate rate;

    EqualInstalmentRule(ResolvedTerms resolved, SlicedPeriod[] sliced) {
        this.resolved = resolved;
        this.sliced = sliced;
        this.rounding = resolved.terms().rounding();
        this.first = resolved.terms().grace().principal();
        this.rate = resolved.terms().rate();
    }

    @Override
    public long principal(int index, long opening, long closing, long interest) {
        boolean drawn = !sliced[index].whole() || (index > 0 && sliced[index].movedAtStart() != 0);
        boolean reset = resolved.rates().size() > 1 && rateAtEnd(index).compareTo(rate) != 0;
        if (instalment < 0 || drawn || reset) {
            instalment = find(index, opening);
        }
        return instalment - interest;
    }

    private Rate rateAtEnd(int index) {
        return resolved.rateOn(resolved.periods().get(index).end().minusDays(1));
    }

    private long find(int index, long opening) {
        InterestFactor[] factors = factors(index);
        long found = sliced[index].whole()
                ? EqualInstalment.of(opening, factors, index, rounding)
                : EqualInstalment.after(
                        sliced[index].closing(opening),
                        sliced[index].interest(opening, rounding),
                        factors,
                        index + 1,
                        rounding);
        return resolved.terms().smoothsResidue() ? smoothed(found, index, opening, factors) : found;
    }

    /** The factors as known when the instalment is found: a rate that changes later is not foreseen. */
    private InterestFactor[] factors(int index) {
        InterestFactor[] factors = new InterestFactor[sliced.length];
        if (resolved.terms().instalmentBasis() != InstalmentBasis.EACH_PERIOD) {
            rate = resolved.rates().size() == 1 ? rate : rateAtEnd(index);
            Arrays.fill(factors, InterestFactor.of(rate, likeAll()));
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

    private YearFraction likeAll() {
        return resolved.terms().instalmentBasis() == InstalmentBasis.NOMINAL_PERIOD
                ? resolved.terms().frequency().nominal()
                : resolved.firstTime();
    }

    private void fill(InterestFactor[] factors, int index) {
        List<Period> periods = resolved.periods();
        int free = resolved.terms().grace().interestFree();
        for (int k = index; k < factors.length; k++) {
            boolean foreseen = k == index && sliced[index].whole();
            factors[k] = foreseen
                    ? sliced[index].firstFactor()
                    : InterestFactor.of(
                            k < free ? Rate.ZERO : rate, periods.get(k).time());
        }
    }

    /**
     * Spreads the residue: while the last payment differs from the others by more than half a cent an instalment, the
     * instalment takes its share of the difference, and keeps it if the difference shrinks.
     */
    private long smoothed(long found, int index, long opening, InterestFactor[] factors) {
        int count = factors.length - Math.max(index, first);
        long best = found;
        long gap = gap(found, index, opening, factors);
        while (Math.abs(gap) * 2 > count) {
            long share = Long.signum(gap) * InterestFactor.quotient(Math.abs(gap), count, RoundingMode.HALF_EVEN);
            long tried = best + share;
            long smaller = gap(tried, index, opening, factors);
            if (share == 0 || tried <= 0 || Math.abs(smaller) >= Math.abs(gap)) {
                return best;
            }
            best = tried;
            gap = smaller;
        }
        return best;
    }

    /** By how much the last payment would exceed the others. */
    private long gap(long tried, int index, long opening, InterestFactor[] factors) {
        long balance = sliced[index].closing(opening);
        long interest = sliced[index].charged(opening, rounding);
        for (int k = index; k < factors.length - 1; k++) {
            balance -= Math.clamp(tried - interest, 0, balance);
            interest = factors[k + 1].on(balance, rounding.interestUnit(), rounding.mode());
        }
        return balance + interest - tried;
    }
}
