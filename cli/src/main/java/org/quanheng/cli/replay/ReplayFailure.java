package org.quanheng.cli.replay;

import org.jspecify.annotations.Nullable;

/** The journey cannot go on: a page asks for what is not known, refuses what was typed, or the server stays away. */
public final class ReplayFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplayFailure(String message) {
        this(message, null);
    }

    ReplayFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
