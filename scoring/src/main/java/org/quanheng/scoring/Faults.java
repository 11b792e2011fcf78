package org.quanheng.scoring;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one input so that all are told at once; keeps the first fifty and counts the rest. */
public final class Faults {
    private static final int KEPT_MAX = 50;

    private final List<Fault> faults = new ArrayList<>();
    private long more;

    /** Adds a fault with a remedy to try. */
    public void add(String where, String expected, String came, String maybe) {
        if (faults.size() < KEPT_MAX) {
            faults.add(new Fault(where, expected, came, maybe));
        } else {
            more++;
        }
    }

    /** Adds a fault without a remedy. */
    public void add(String where, String expected, String came) {
        add(where, expected, came, "");
    }

    /** Adds a fault unless the condition holds. */
    public void check(boolean holds, String where, String expected, Object came) {
        if (!holds) {
            add(where, expected, String.valueOf(came));
        }
    }

    /** True while nothing was found. */
    public boolean none() {
        return faults.isEmpty();
    }

    /**
     * Throws once with everything found.
     *
     * @param what the input, for the first line of the message
     * @throws FaultyInputException when there is at least one fault
     */
    public void throwIfAny(String what) {
        if (!faults.isEmpty()) {
            throw exception(what);
        }
    }

    /** The exception that names everything found, for the caller to throw. */
    public FaultyInputException exception(String what) {
        StringBuilder message = new StringBuilder(what + " cannot be used:");
        for (Fault fault : faults) {
            message.append("\n  ").append(fault.text());
        }
        if (more > 0) {
            message.append("\n  and ").append(more).append(" more faults like these");
        }
        return new FaultyInputException(message.toString(), faults);
    }
}
