package org.quanheng.balance.ledger;

import org.quanheng.experience.Interval;

/**
 * A figure with its 95 % interval; of an assumption, both bounds are the figure itself.
 *
 * @param low lower bound
 * @param high upper bound
 */
public record Estimate(double value, double low, double high) {
    /** A figure that is not known better than as a number. */
    public static Estimate assumed(double value) {
        return new Estimate(value, value, value);
    }

    static Estimate of(double value, Interval interval) {
        return new Estimate(value, interval.low(), interval.high());
    }

    /** The figure times a number of at least 0. */
    Estimate times(double factor) {
        return new Estimate(value * factor, low * factor, high * factor);
    }

    Estimate negated() {
        return new Estimate(-value, -high, -low);
    }
}
