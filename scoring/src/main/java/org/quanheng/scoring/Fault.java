package org.quanheng.scoring;

/**
 * One thing wrong with an input: where, what was expected, what came, and what maybe to do.
 *
 * @param where the column, line or setting
 * @param expected what would have been right
 * @param came what was there instead
 * @param maybe a remedy to try, empty when none is known
 */
public record Fault(Phrase where, Phrase expected, Phrase came, Phrase maybe) {
    /** The fault as lines for a person, in English. */
    public String text() {
        String line = where.text() + ": expected " + expected.text() + ", came " + came.text();
        return maybe.isEmpty() ? line : line + "\n    Maybe " + maybe.text();
    }
}
