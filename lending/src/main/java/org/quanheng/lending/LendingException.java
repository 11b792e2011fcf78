package org.quanheng.lending;

import java.util.List;

/** The caller's input cannot be used; the exception carries every fault of it, not only the first. */
public final class LendingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String input;
    private final transient List<Fault> faults;

    /** An exception for the named input, such as {@code loan terms}, with at least one fault. */
    public LendingException(String input, List<Fault> faults) {
        super(message(input, faults));
        this.input = input;
        this.faults = List.copyOf(faults);
    }

    /** An exception with a single fault. */
    public static LendingException of(String input, Fault fault) {
        return new LendingException(input, List.of(fault));
    }

    /** What was checked, such as {@code loan terms}. */
    public String input() {
        return input;
    }

    /** Every fault found, in the order of the checks; empty only after the exception was serialised. */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }

    private static String message(String input, List<Fault> faults) {
        if (faults.size() == 1) {
            return input + ": " + faults.getFirst();
        }
        StringBuilder text = new StringBuilder(input + ": " + faults.size() + " faults");
        for (Fault fault : faults) {
            text.append("\n- ").append(fault);
        }
        return text.toString();
    }
}
