package org.quanheng.app.page;

import java.util.Locale;
import java.util.Optional;

/** Light, dark, or as the reader's system says. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** The code in {@code ?theme=}, in the cookie and in {@code data-theme}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of a code; empty if there is none of that name. */
    public static Optional<Theme> of(String code) {
        for (Theme theme : values()) {
            if (theme.code().equals(code)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }
}
