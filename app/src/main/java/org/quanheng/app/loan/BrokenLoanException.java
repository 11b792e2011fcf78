package org.quanheng.app.loan;

import java.util.UUID;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;

/** A loan whose rows contradict themselves, so that nothing about it can be computed; what is wrong is in {@link #faulty}. */
public final class BrokenLoanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final long number;
    private final FaultyInputException faulty;

    BrokenLoanException(UUID id, long number, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.id = id;
        this.number = number;
        this.faulty = cause instanceof FaultyInputException found
                ? found
                : FaultyInputException.of("loan record", Fault.of("events", "what can be replayed", cause));
    }

    /** The loan's id. */
    public UUID id() {
        return id;
    }

    /** The loan's number, by which people call it. */
    public long number() {
        return number;
    }

    /** Everything that is wrong, in phrases that can be said in the reader's language. */
    public FaultyInputException faulty() {
        return faulty;
    }
}
