package org.quanheng.balance.bound;

import java.util.Optional;

/**
 * What a score can still become. Bounds are rounded as the score itself, so that they hold to the last bit.
 *
 * @param components points of each component of the scorecard, NaN while a fact of it is unseen
 * @param least fewest points that any answers can lead to
 * @param most most points that any answers can lead to
 */
public record PartialScore(double[] components, double least, double most) {
    /** What a cut-off makes of an applicant. */
    public enum Decided {
        /** Approved whatever else is answered. */
        APPROVE,
        /** Declined whatever else is answered. */
        DECLINE
    }

    /** The decision that nothing unseen can change: approve if least ≥ cut-off, decline if most < cut-off; empty while both are possible. */
    public Optional<Decided> decided(double cutOff) {
        if (least >= cutOff) {
            return Optional.of(Decided.APPROVE);
        }
        return most < cutOff ? Optional.of(Decided.DECLINE) : Optional.empty();
    }

    /** Whether every fact that the score uses has been seen. */
    public boolean complete() {
        for (double component : components) {
            if (Double.isNaN(component)) {
                return false;
            }
        }
        return true;
    }
}
