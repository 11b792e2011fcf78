package org.quanheng.balance.stopping;

/**
 * The price of going on to a step.
 *
 * @param effort the customer's effort, in minutes or a stated unit, at least 0
 * @param hazard probability of losing the applicant by asking, 0 to 1
 */
public record Asking(double effort, double hazard) {}
