package org.quanheng.scoring;

import java.util.Arrays;
import java.util.List;

/**
 * A text in English with its arguments kept apart, so that whoever shows it may say it in another language.
 *
 * @param pattern with {@code {0}} for the first argument; without arguments it stands as it is
 * @param arguments as texts
 */
public record Phrase(String pattern, List<String> arguments) {
    /** Copies the list. */
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** A pattern with its arguments. */
    public static Phrase of(String pattern, Object... arguments) {
        return new Phrase(pattern, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** A phrase as it is; of anything else its text. */
    static Phrase from(Object phraseOrText) {
        return phraseOrText instanceof Phrase phrase ? phrase : of(String.valueOf(phraseOrText));
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return pattern.isEmpty();
    }

    /** The text in English. */
    public String text() {
        StringBuilder text = new StringBuilder(pattern);
        for (int argument = arguments.size() - 1; argument >= 0; argument--) {
            String mark = "{" + argument + "}";
            int at = pattern.indexOf(mark);
            text.replace(at, at + mark.length(), arguments.get(argument));
        }
        return text.toString();
    }
}
