package org.quanheng.fault;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything wrong with one input, so that a person corrects it once and not fault by fault; keeps the first fifty and
 * counts the rest.
 *
 * <p>Not safe for use by several threads.
 */
public final class Faults {
    private static final int KEPT_MAX = 50;

    private final Phrase input;
    private final List<Fault> found = new ArrayList<>();
    private long more;

    /** Starts with no fault; {@code input} names what is checked, such as {@code loan terms}, as a {@link Phrase} or a text. */
    public Faults(Object input) {
        this.input = Phrase.from(input);
    }

    /** Adds a fault. */
    public void add(Fault fault) {
        if (found.size() < KEPT_MAX) {
            found.add(fault);
        } else {
            more++;
        }
    }

    /** Adds a fault with a remedy to try; each part is a {@link Phrase}, or something whose text is said as it is. */
    public void add(Object where, Object expected, Object came, Object maybe) {
        add(Fault.of(where, expected, came, maybe));
    }

    /** Adds a fault without a remedy. */
    public void add(Object where, Object expected, Object came) {
        add(Fault.of(where, expected, came));
    }

    /** Adds a fault unless {@code holds}; returns {@code holds}, so that a check can build on another. */
    public boolean require(boolean holds, Object where, Object expected, @Nullable Object came) {
        if (!holds) {
            add(where, expected, came == null ? "nothing" : came);
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
     * @throws FaultyInputException that carries every fault
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    /** The exception that carries everything found, at least one fault, for the caller to throw. */
    public FaultyInputException exception() {
        return new FaultyInputException(input, found, more);
    }
}
