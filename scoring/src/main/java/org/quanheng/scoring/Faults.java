package org.quanheng.scoring;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one input so that all are told at once; keeps the first fifty and counts the rest. */
public final class Faults {
    private static final int KEPT_MAX = 50;

    private final List<Fault> faults = new ArrayList<>();
    private long more;

    /** Adds a fault with a remedy to try; each part is a {@link Phrase}, or something whose text is said as it is. */
    public void add(Object where, Object expected, Object came, Object maybe) {
        if (faults.size() < KEPT_MAX) {
            faults.add(new Fault(Phrase.from(where), Phrase.from(expected), Phrase.from(came), Phrase.from(maybe)));
        } else {
            more++;
        }
    }

    /** Adds a fault without a remedy. */
    public void add(Object where, Object expected, Object came) {
        add(where, expected, came, "");
    }

    /** Adds a fault unless the condition holds. */
    public void check(boolean holds, Object where, Object expected, Object came) {
        if (!holds) {
            add(where, expected, came);
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
