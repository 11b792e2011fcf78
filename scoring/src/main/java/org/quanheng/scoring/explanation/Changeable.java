package org.quanheng.scoring.explanation;

/**
 * A fact that the applicant can change.
 *
 * @param fact its name
 * @param direction in which it can change; a category always can to any other
 * @param step smallest change of a number, above 0; 1 for whole numbers
 */
public record Changeable(String fact, Direction direction, double step) {
    /** Checks the step. */
    public Changeable {
        if (!(step > 0 && step < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("Expected a step above 0 for " + fact + ", came " + step);
        }
    }

    /** Which way a number may go. */
    public enum Direction {
        /** Only to larger numbers. */
        UP,
        /** Only to smaller numbers. */
        DOWN,
        /** Both ways. */
        ANY
    }
}
