package org.quanheng.lending.schedule;

import org.quanheng.lending.Rounding;

/** Interest on all that was lent so far, period by period; the last one brings the sum to the exact total, rounded once. */
final class FlatInterest {
    private final SlicedPeriod[] sliced;
    private final long[] lentBefore;
    private final Rounding rounding;
    private final InterestSum total;
    private long charged;
    private int next;

    FlatInterest(SlicedPeriod[] sliced, long lent, Rounding rounding) {
        this.sliced = sliced;
        this.rounding = rounding;
        this.total = new InterestSum(rounding.at(Rounding.Place.PERIOD));
        this.lentBefore = new long[sliced.length];
        long toCome = 0;
        for (int k = sliced.length - 1; k >= 0; k--) {
            toCome += sliced[k].drawnWithin();
            lentBefore[k] = lent - toCome;
            toCome += Math.max(0, sliced[k].movedAtStart());
        }
    }

    /** The interest of the first period, then of the one after it, and so on. */
    long next() {
        int k = next++;
        sliced[k].addFlat(total, lentBefore[k]);
        if (k == sliced.length - 1) {
            return Math.max(0, total.rounded() - charged);
        }
        InterestSum period = new InterestSum(rounding);
        sliced[k].addFlat(period, lentBefore[k]);
        long interest = period.rounded();
        charged += interest;
        return interest;
    }
}
