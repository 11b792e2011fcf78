package org.quanheng.scoring;

import java.util.List;

/** The caller's input cannot be used; carries every fault found, not only the first. */
public final class FaultyInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    FaultyInputException(String message, List<Fault> faults) {
        super(message);
        this.faults = List.copyOf(faults);
    }

    /** Every fault found, in the order found. */
    public List<Fault> faults() {
        return faults;
    }
}
