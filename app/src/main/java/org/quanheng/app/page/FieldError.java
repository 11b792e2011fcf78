package org.quanheng.app.page;

import java.util.List;

/** One fault of one field: {@code error.<code>} says what to do, with these arguments (already formatted). */
public record FieldError(String field, String code, List<?> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }

    /** A fault with its arguments in order. */
    public static FieldError of(String field, String code, String... arguments) {
        return new FieldError(field, code, List.of(arguments));
    }

    /** The sentence in the page's language. */
    public String text(Page page) {
        return page.t("error." + code, arguments.toArray());
    }
}
