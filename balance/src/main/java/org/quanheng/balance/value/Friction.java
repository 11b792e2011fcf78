package org.quanheng.balance.value;

import org.quanheng.balance.EvidenceStep;

/**
 * What asking costs, whatever the answer.
 *
 * @param minutes the customer's effort
 * @param handling what it costs the lender, in the unit of the stakes
 * @param hazard probability that the applicant leaves
 */
public record Friction(double minutes, double handling, double hazard) {
    /** Friction of nothing. */
    public static final Friction NONE = new Friction(0, 0, 0);

    /** Friction of one step. */
    public static Friction of(EvidenceStep step) {
        return new Friction(step.minutes(), step.cost().doubleValue(), step.hazard());
    }

    /** Friction of both, one after the other. */
    public Friction and(Friction other) {
        return new Friction(minutes + other.minutes, handling + other.handling, 1 - (1 - hazard) * (1 - other.hazard));
    }

    /** What is given up by asking although nothing was learnt: h·(V_now + W) + c + λ·minutes. */
    public double sacrifice(double valueNow, AskingRules rules) {
        return hazard * (valueNow + rules.goodwill()) + handling + rules.exchangeRate() * minutes;
    }

    /**
     * Expected net gain of sampling: ENGS = (1 − h)·EVSI − h·(V_now + W) − c − λ·minutes.
     *
     * @param worth expected value of sample information
     * @param valueNow value of the best choice without asking
     */
    public double netGain(double worth, double valueNow, AskingRules rules) {
        return (1 - hazard) * worth - sacrifice(valueNow, rules);
    }
}
