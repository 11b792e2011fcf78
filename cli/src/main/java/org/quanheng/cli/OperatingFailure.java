package org.quanheng.cli;

import org.jspecify.annotations.Nullable;

/** A failure that was to be expected in operation, such as a port in use; ends the command with exit code 1 and one message. */
public final class OperatingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with a message that says what was expected, what came, and maybe what to do. */
    public OperatingFailure(String message) {
        this(message, null);
    }

    /** A failure with its cause, which only the log shows. */
    public OperatingFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
