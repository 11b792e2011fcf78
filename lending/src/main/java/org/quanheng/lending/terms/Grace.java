package org.quanheng.lending.terms;

import org.quanheng.fault.Faults;

/**
 * Instalments at the beginning that ask for less.
 *
 * @param principal the first so many instalments repay nothing
 * @param interestPayment the interest of the first so many instalments is paid with the one that follows them
 * @param interestFree the first so many periods bear no interest
 */
public record Grace(int principal, int interestPayment, int interestFree) {
    /** No grace. */
    public static final Grace NONE = new Grace(0, 0, 0);

    /** Checks that no count is negative. */
    public Grace {
        Faults faults = new Faults("grace");
        faults.require(principal >= 0, "principal", "0 instalments or more", principal);
        faults.require(interestPayment >= 0, "interest payment", "0 instalments or more", interestPayment);
        faults.require(interestFree >= 0, "interest free", "0 periods or more", interestFree);
        faults.throwIfAny();
    }
}
