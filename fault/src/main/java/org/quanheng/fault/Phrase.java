package org.quanheng.fault;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text in English with its arguments kept apart, so that whoever shows it may say it in another language.
 *
 * @param pattern with {@code {0}} for the first argument; without arguments it stands as it is
 * @param arguments texts, and phrases where an argument has words of its own
 */
public record Phrase(String pattern, List<?> arguments) implements Serializable {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    /** Copies the list. */
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** A pattern with its arguments; of what is no phrase, its text. */
    public static Phrase of(String pattern, @Nullable Object... arguments) {
        return new Phrase(
                pattern,
                Arrays.stream(arguments)
                        .<Object>map(each -> each instanceof Phrase phrase ? phrase : String.valueOf(each))
                        .toList());
    }

    /** A phrase as it is; of anything else its text. */
    public static Phrase from(Object phraseOrText) {
        return phraseOrText instanceof Phrase phrase ? phrase : of(String.valueOf(phraseOrText));
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return pattern.isEmpty();
    }

    /** The text in English. */
    @Override
    public String toString() {
        return ARGUMENT.matcher(pattern)
                .replaceAll(mark -> Matcher.quoteReplacement(argument(mark.group(), Integer.parseInt(mark.group(1)))));
    }

    private String argument(String mark, int index) {
        return index < arguments.size() ? arguments.get(index).toString() : mark;
    }
}
