package org.quanheng.scoring;

/**
 * One thing wrong with an input: where, what was expected, what came, and what maybe to do.
 *
 * @param where the column, line or setting
 * @param expected what would have been right
 * @param came what was there instead
 * @param maybe a remedy to try, empty when none is known
 */
public record Fault(String where, String expected, String came, String maybe) {
    /** The fault as lines for a person. */
    public String text() {
        String line = where + ": expected " + expected + ", came " + came;
        return maybe.isEmpty() ? line : line + "\n    Maybe " + maybe;
    }
}
