package org.quanheng.fault;

import java.util.List;

/** The caller's input cannot be used; carries every fault found, not only the first. */
public final class FaultyInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Phrase input;
    private final Fault[] faults;
    private final long more;

    /** An exception for the named input, such as {@code loan terms}, with at least one fault. */
    public FaultyInputException(Object input, List<Fault> faults) {
        this(Phrase.from(input), faults, 0);
    }

    FaultyInputException(Phrase input, List<Fault> faults, long more) {
        super(message(input, faults, more));
        this.input = input;
        this.faults = faults.toArray(new Fault[0]);
        this.more = more;
    }

    /** An exception with a single fault; each part is a {@link Phrase}, or something whose text is said as it is. */
    public static FaultyInputException of(Object input, Fault fault) {
        return new FaultyInputException(input, List.of(fault));
    }

    /** What was checked. */
    public Phrase input() {
        return input;
    }

    /** Every fault found, in the order of the checks. */
    public List<Fault> faults() {
        return List.of(faults);
    }

    /** How many faults were counted beyond those that are carried. */
    public long more() {
        return more;
    }

    private static String message(Phrase input, List<Fault> faults, long more) {
        if (faults.size() == 1) {
            return input + ": " + faults.getFirst();
        }
        StringBuilder text = new StringBuilder(input + ": " + (faults.size() + more) + " faults");
        for (Fault fault : faults) {
            text.append("\n- ").append(fault);
        }
        if (more > 0) {
            text.append("\n- and ").append(more).append(" more");
        }
        return text.toString();
    }
}
