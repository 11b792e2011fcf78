package org.quanheng.scoring;

import java.util.concurrent.CancellationException;

/** Follows long work and may stop it. */
@FunctionalInterface
public interface Progress {
    /** Follows nothing and stops nothing. */
    Progress NONE = share -> true;

    /**
     * Called when a share of the work is done.
     *
     * @param share 0 to 1
     * @return false to stop the work, which then ends with a {@link CancellationException}
     */
    boolean reached(double share);

    /** Tells a share and ends the work when asked to. */
    default void tell(double share) {
        if (!reached(share)) {
            throw new CancellationException("The work was stopped when " + Math.round(100 * share) + " % were done");
        }
    }

    /** The same listener for work that is one part of the whole. */
    default Progress part(double from, double to) {
        return share -> reached(from + (to - from) * share);
    }
}
