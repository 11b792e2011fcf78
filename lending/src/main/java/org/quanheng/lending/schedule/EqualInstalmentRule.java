package org.quanheng.lending.schedule;

import java.math.RoundingMode;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.terms.ResolvedTerms;

/**
 * The equal instalment less the interest. The instalment is found at the first period that repays, and again where money is
 * drawn or the rate changes.
 */
final class EqualInstalmentRule implements PrincipalRule {
    private final ResolvedTerms resolved;
    private final SlicedPeriod[] sliced;
    private final Rounding rounding;
    private final int first;
    private final ForeseenFactors foreseen;
    private long instalment = -1;

    EqualInstalmentRule(ResolvedTerms resolved, SlicedPeriod[] sliced) {
        this.resolved = resolved;
        this.sliced = sliced;
        this.rounding = resolved.terms().rounding();
        this.first = resolved.terms().grace().principal();
        this.foreseen = new ForeseenFactors(resolved, sliced);
    }

    @Override
    public long principal(int index, long opening, long closing, long interest) {
        if (instalment < 0 || foreseen.changeIn(index)) {
            instalment = find(index, opening);
        }
        return instalment - interest;
    }

    private long find(int index, long opening) {
        InterestFactor[] factors = foreseen.from(index);
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
