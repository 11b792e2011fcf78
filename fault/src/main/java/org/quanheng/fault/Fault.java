package org.quanheng.fault;

import java.io.Serializable;

/**
 * One thing wrong with an input: where, what was expected, what came, and what maybe to do.
 *
 * @param where the part of the input at fault, such as {@code instalments} or a column
 * @param expected what would have been right
 * @param came what was there instead
 * @param maybe a remedy to try, as a phrase that can follow the word "Maybe"; empty when none is known
 */
public record Fault(Phrase where, Phrase expected, Phrase came, Phrase maybe) implements Serializable {
    /** A fault with a remedy to try; each part is a {@link Phrase}, or something whose text is said as it is. */
    public static Fault of(Object where, Object expected, Object came, Object maybe) {
        return new Fault(Phrase.from(where), Phrase.from(expected), Phrase.from(came), Phrase.from(maybe));
    }

    /** A fault without a remedy. */
    public static Fault of(Object where, Object expected, Object came) {
        return of(where, expected, came, "");
    }

    /** The fault as one sentence in English, and a second one that begins with "Maybe" when there is a remedy. */
    @Override
    public String toString() {
        String sentence = where + ": expected " + expected + ", came " + came + ".";
        return maybe.isEmpty() ? sentence : sentence + " Maybe " + maybe + ".";
    }
}
