package org.quanheng.balance.ledger;

import org.quanheng.balance.EvidenceStep;

/**
 * Risk and ease at odds in one step, with the change that would end it; effects are per applicant, the change less today.
 *
 * @param value effect on value after cost, leavers and minutes at the exchange rate
 * @param loss effect on credit loss
 * @param minutes effect on customer minutes
 * @param goods effect on the share that is approved and good
 */
public record Conflict(Kind kind, EvidenceStep step, Estimate value, Estimate loss, Estimate minutes, Estimate goods) {
    /** What is at odds, and so what is proposed. */
    public enum Kind {
        /** A control with cost and no worth: never ask it. */
        CONTROL_WITHOUT_WORTH,
        /** Ease with loss: ask it of everybody. */
        EASE_WITH_LOSS
    }
}
