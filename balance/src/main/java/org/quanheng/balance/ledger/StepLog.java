package org.quanheng.balance.ledger;

import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidenceSource;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.experience.Interval;
import org.quanheng.experience.Share;

/**
 * What our own events say of one step.
 *
 * @param minutes mean active minutes of a visit, with its interval
 * @param left visits that ended without the step being completed, of all closed visits
 */
public record StepLog(Estimate minutes, Share left) {
    /**
     * Sums up visits.
     *
     * @param minutes active minutes of each completed visit, at least two
     */
    public static StepLog of(double[] minutes, Share left) {
        if (minutes.length < 2) {
            throw new IllegalArgumentException("step log: expected at least two visits, came " + minutes.length);
        }
        double sum = 0;
        for (double minute : minutes) {
            sum += minute;
        }
        double mean = sum / minutes.length;
        double squares = 0;
        for (double minute : minutes) {
            squares += (minute - mean) * (minute - mean);
        }
        double half = Share.Z_95 * Math.sqrt(squares / (minutes.length - 1) / minutes.length);
        return new StepLog(new Estimate(mean, mean - half, mean + half), left);
    }

    /** The step with minutes and hazard as measured; an association in the log, not yet an effect. */
    public EvidenceStep measured(EvidenceStep step, String by) {
        return new EvidenceStep(
                step.id(),
                step.facts(),
                minutes.value(),
                step.cost(),
                left.n() == 0 ? step.hazard() : left.value(),
                step.required(),
                new EvidenceSource(EvidenceGrade.LOG, by));
    }

    /** The hazard of the step with its interval (Wilson). */
    Estimate hazard() {
        Interval interval = left.wilson95();
        return new Estimate(left.value(), interval.low(), interval.high());
    }
}
