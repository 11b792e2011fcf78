package org.quanheng.cli.shell;

import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Phrase;

/** A failure that was to be expected in operation, such as a port in use; ends the command with exit code 1 and one message. */
public final class OperatingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    /** A failure with a message that says what was expected, what came, and maybe what to do. */
    public OperatingFailure(Phrase message) {
        this(message, null);
    }

    /** A failure with its cause, which only the log shows. */
    public OperatingFailure(Phrase message, @Nullable Throwable cause) {
        super(message.toString(), cause);
        this.phrase = message;
    }

    /** The message, to be said in the caller's language. */
    public Phrase phrase() {
        return phrase;
    }
}
