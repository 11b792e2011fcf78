package org.quanheng.policy.document;

import java.util.List;
import java.util.stream.Collectors;
import org.quanheng.lending.Fault;

/** An input of the policy is faulty; names every fault found in it at once. */
public final class PolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String input;
    private final transient List<Fault> faults;

    /** An exception for the named input, such as {@code policy document}, with at least one fault. */
    public PolicyException(String input, List<Fault> faults) {
        super(input + ": " + faults.stream().map(Fault::toString).collect(Collectors.joining(" ")));
        this.input = input;
        this.faults = List.copyOf(faults);
    }

    /** What was checked. */
    public String input() {
        return input;
    }

    /** Every fault found, in the order of the checks; empty only after the exception was serialised. */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }
}
