package org.quanheng.policy.document;

/**
 * How far the plan of a loan can be changed later.
 *
 * @param holidayInstalmentsMax the most instalments that a payment holiday leaves out [暂缓还款]
 * @param restructuringInstalmentsMax the most instalments of a restructuring's plan [重组]
 */
public record Changes(int holidayInstalmentsMax, int restructuringInstalmentsMax) {
    /** Those of a policy that says nothing of them. */
    public static final Changes DEFAULT = new Changes(6, 120);
}
