package org.quanheng.app.api;

import java.util.List;

/**
 * One thing wrong with one field of an input.
 *
 * @param field path of the field, such as {@code answers.age}
 * @param code what kind of fault; {@code error.<code>} is its wording
 * @param arguments what was expected, as the wording needs it: bounds, codes, kinds
 * @param came what came, cut to 60 characters; empty for personal data
 */
public record Fault(String field, String code, List<String> arguments, String came) {
    private static final int MOST_CAME = 60;

    public Fault {
        arguments = List.copyOf(arguments);
        came = came.length() <= MOST_CAME ? came : came.substring(0, MOST_CAME) + "…";
    }
}
