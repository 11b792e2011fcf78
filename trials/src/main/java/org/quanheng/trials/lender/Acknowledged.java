package org.quanheng.trials.lender;

import java.util.ArrayList;
import java.util.List;

/** Everything that the server has acknowledged, as its clients noted it; safe between threads. */
public final class Acknowledged {
    /** What was acknowledged. */
    public enum Kind {
        BEGUN,
        SAVED,
        DECIDED,
        LENT
    }

    /**
     * One acknowledgment.
     *
     * @param application the application's id
     * @param what the idempotency key of what was begun, the step that was saved, or the loan's id
     */
    public record Act(Kind kind, String application, String what) {}

    private final List<Act> acts = new ArrayList<>();

    synchronized void add(Kind kind, String application, String what) {
        acts.add(new Act(kind, application, what));
    }

    /** All acknowledgments so far, in order. */
    public synchronized List<Act> all() {
        return List.copyOf(acts);
    }
}
