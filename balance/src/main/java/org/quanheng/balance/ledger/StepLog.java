package org.quanheng.balance.ledger;

import org.quanheng.experience.Interval;
import org.quanheng.experience.Share;

/**
 * What our own events say of one step: associations, not yet effects.
 *
 * @param visits completed ones
 * @param minutes mean active minutes of a completed visit, with its interval
 * @param left visits that ended without the step being completed, of all closed visits
 */
public record StepLog(long visits, Estimate minutes, Share left) {
    /**
     * Sums up visits.
     *
     * @param visits completed ones, at least two
     * @param mean active minutes of a completed visit
     * @param deviation standard deviation of the active minutes between completed visits
     */
    public static StepLog of(long visits, double mean, double deviation, Share left) {
        if (visits < 2) {
            throw new IllegalArgumentException("step log: expected at least two visits, came " + visits);
        }
        double half = Share.Z_95 * deviation / Math.sqrt((double) visits);
        return new StepLog(visits, new Estimate(mean, mean - half, mean + half), left);
    }

    /** The hazard of the step with its interval (Wilson). */
    Estimate hazard() {
        Interval interval = left.wilson95();
        return new Estimate(left.value(), interval.low(), interval.high());
    }
}
