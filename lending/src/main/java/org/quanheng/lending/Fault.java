package org.quanheng.lending;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an input: its name, what was expected, what came, and maybe what to do.
 *
 * @param subject the input at fault, as the caller names it, such as {@code instalments}
 * @param expected what would have been accepted, as a phrase
 * @param came what came instead, as text
 * @param maybe a full sentence on what to do, without the leading "Maybe"; null when there is nothing useful to say
 */
public record Fault(
        String subject,
        String expected,
        String came,
        @Nullable String maybe) {

    /** The fault as one sentence, and a second one that begins with "Maybe" when there is advice. */
    @Override
    public String toString() {
        String sentence = subject + ": expected " + expected + ", came " + came + ".";
        return maybe == null ? sentence : sentence + " Maybe " + maybe + ".";
    }
}
