package org.quanheng.app.access;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong in plain words, and a way out.
 *
 * @param status 400, 403, 404, 409 or 500; {@code error_page.<status>} and {@code error_page.<status>.what}
 * @param outHref where the button leads
 * @param trace the number to quote when asking for help, or null
 */
public record ErrorPageView(
        int status, String outHref, @Nullable String trace) {

    /** The status whose words are used: the given one if it has some, otherwise 400 or 500. */
    public int words() {
        return switch (status) {
            case 400, 401, 403, 404, 409, 429, 500, 503 -> status;
            default -> status < 500 ? 400 : 500;
        };
    }
}
