package org.quanheng.app.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * One thing wrong with one field of an input.
 *
 * @param field path of the field, such as {@code answers.age}
 * @param code what kind of fault; {@code error.<code>} is its wording
 * @param arguments what was expected, as the wording needs it: bounds, codes, kinds, or what a library says in a
 *     {@link org.quanheng.fault.Phrase}
 * @param came what came, cut to 60 characters; empty for personal data
 */
public record Fault(String field, String code, List<?> arguments, String came) {
    private static final int MOST_CAME = 60;

    public Fault {
        arguments = List.copyOf(arguments);
        came = came.length() <= MOST_CAME ? came : came.substring(0, MOST_CAME) + "…";
    }

    /** The arguments of the wording {@code error.<code>}: the field's label stands first where the wording names it. */
    public List<?> wordingArguments(String label) {
        return switch (code) {
            case "name", "phone", "birth_date", "birth_date_future", "age_range", "consent" -> arguments;
            default -> Stream.concat(Stream.of(label), arguments.stream()).toList();
        };
    }
}
