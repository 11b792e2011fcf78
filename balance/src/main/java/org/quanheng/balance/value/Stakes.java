package org.quanheng.balance.value;

import org.quanheng.fault.Faults;

/**
 * What is at stake in one decision: what each choice is expected to earn at a PD, as three straight lines that cross where the policy's cut-offs are.
 *
 * <p>Approving earns (1 − p)·gain − p·loss, declining 0. Referring earns what makes a policy with these cut-offs rational: the line through
 * the approval's value at the lower cut-off and through 0 at the upper one. So the best line is always the policy's own choice.
 *
 * @param lossOfBad what is lost with a loan that defaults: LGD times exposure at default, above 0
 * @param gainOfGood what a loan that is repaid earns, above 0, in the same unit
 * @param approveAtMost approve up to this PD
 * @param declineAbove decline above this PD; a person looks between the two
 */
public record Stakes(double lossOfBad, double gainOfGood, double approveAtMost, double declineAbove) {
    /**
     * Stakes that hold together.
     *
     * @throws org.quanheng.fault.FaultyInputException that names every fault; one of them is a break-even PD outside the cut-offs
     */
    public Stakes {
        Faults faults = new Faults("stakes");
        faults.require(above(lossOfBad), "loss of a bad loan", "a number above 0", lossOfBad);
        faults.require(above(gainOfGood), "gain of a good loan", "a number above 0", gainOfGood);
        boolean ordered = approveAtMost > 0 && approveAtMost <= declineAbove && declineAbove < 1;
        if (!ordered) {
            faults.add("cut-offs", "0 < approveAtMost <= declineAbove < 1", approveAtMost + " and " + declineAbove);
        }
        if (ordered && above(lossOfBad) && above(gainOfGood)) {
            double breakEven = gainOfGood / (gainOfGood + lossOfBad);
            if (breakEven < approveAtMost - TOLERANCE || breakEven > declineAbove + TOLERANCE) {
                faults.add(
                        "break-even PD",
                        "one between the cut-offs " + approveAtMost + " and " + declineAbove,
                        breakEven,
                        "the gain of a good loan, or the cut-offs, are not what the policy lives by");
            }
        }
        faults.throwIfAny();
    }

    private static final double TOLERANCE = 1e-9;

    private static boolean above(double value) {
        return value > 0 && Double.isFinite(value);
    }

    /** Stakes of a policy whose gain is not given: a loan breaks even halfway between the cut-offs. */
    public static Stakes of(double lossOfBad, double approveAtMost, double declineAbove) {
        double breakEven = (approveAtMost + declineAbove) / 2;
        return new Stakes(lossOfBad, lossOfBad * breakEven / (1 - breakEven), approveAtMost, declineAbove);
    }

    /** The PD at which approving neither earns nor loses: gain / (gain + loss). */
    public double breakEven() {
        return gainOfGood / (gainOfGood + lossOfBad);
    }

    /** Expected value of approving at a PD. */
    public double approve(double pd) {
        return (gainOfGood + lossOfBad) * (breakEven() - pd);
    }

    /** Expected value of referring at a PD. */
    public double refer(double pd) {
        return referSlope() * (declineAbove - pd);
    }

    private double referSlope() {
        return (gainOfGood + lossOfBad) * referredApproved();
    }

    /** The share of referred applicants who are approved, as the cut-offs imply it: the slope of the referral's line over that of the approval's. */
    public double referredApproved() {
        return declineAbove > approveAtMost
                ? Math.clamp((breakEven() - approveAtMost) / (declineAbove - approveAtMost), 0, 1)
                : 0;
    }

    /** Expected value of the best choice at a PD; never below 0, and convex in the PD. */
    public double best(double pd) {
        return Math.max(0, Math.max(approve(pd), refer(pd)));
    }

    /** The policy's choice at a PD. */
    public Choice choiceAt(double pd) {
        return pd <= approveAtMost ? Choice.APPROVE : pd <= declineAbove ? Choice.REFER : Choice.DECLINE;
    }

    /** The same policy with losses and gains multiplied, for example by the exposure of one applicant. */
    public Stakes times(double factor) {
        return new Stakes(lossOfBad * factor, gainOfGood * factor, approveAtMost, declineAbove);
    }
}
