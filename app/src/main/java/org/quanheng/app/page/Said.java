package org.quanheng.app.page;

import java.util.List;

/** A code with its arguments (already formatted). */
public record Said(String code, List<String> arguments) {

    public Said {
        arguments = List.copyOf(arguments);
    }

    /** A code with its arguments in order. */
    public static Said of(String code, String... arguments) {
        return new Said(code, List.of(arguments));
    }

    /** The sentence under {@code reason.<code>}; if the code is a fact, its argument is an answer's code and put into words. */
    public String fact(Page page) {
        boolean ofFact = page.has("fact." + code) && arguments.size() == 1;
        return ofFact ? page.t("reason." + code, page.value(code, arguments.getFirst())) : text(page, "reason");
    }

    /** The sentence under {@code <kind>.<code>} in the page's language. */
    public String text(Page page, String kind) {
        return page.t(kind + "." + code, arguments.toArray());
    }
}
