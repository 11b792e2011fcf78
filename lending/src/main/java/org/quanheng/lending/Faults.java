package org.quanheng.lending;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything wrong with one input, so that a person corrects it once and not fault by fault.
 *
 * <p>Not safe for use by several threads.
 */
public final class Faults {
    private final String input;
    private final List<Fault> found = new ArrayList<>();

    /** Starts with no fault; {@code input} names what is checked, such as {@code loan terms}. */
    public Faults(String input) {
        this.input = input;
    }

    /** Adds a fault. */
    public void add(String subject, String expected, Object came) {
        found.add(new Fault(subject, expected, String.valueOf(came), null));
    }

    /** Adds a fault with advice, which is a phrase that can follow the word "Maybe". */
    public void add(String subject, String expected, Object came, String maybe) {
        found.add(new Fault(subject, expected, String.valueOf(came), maybe));
    }

    /** Adds a fault unless {@code holds}; returns {@code holds}, so that a check can build on another. */
    public boolean require(boolean holds, String subject, String expected, @Nullable Object came) {
        if (!holds) {
            add(subject, expected, came == null ? "nothing" : came);
        }
        return holds;
    }

    /** True when nothing was found so far. */
    public boolean none() {
        return found.isEmpty();
    }

    /**
     * Fails with everything found, or returns when there is nothing.
     *
     * @throws LendingException that carries every fault
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new LendingException(input, found);
        }
    }
}
