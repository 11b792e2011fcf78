package org.quanheng.app.api;

import java.util.List;

/** A request that is refused for a reason of the closed list, with every fault of its input. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Fault> faults;

    public Refusal(ErrorCode code, String detail) {
        this(code, detail, List.of());
    }

    private Refusal(ErrorCode code, String detail, List<Fault> faults) {
        super(detail);
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** An input with faults; all of them are named at once. */
    public static Refusal of(List<Fault> faults) {
        return new Refusal(
                ErrorCode.INPUT_FAULTY,
                faults.size() == 1 ? "one field is wrong" : faults.size() + " fields are wrong",
                faults);
    }

    public ErrorCode code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }
}
