package org.quanheng.balance.ledger;

import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidenceStep;

/**
 * What one step costs and brings under today's plan, per applicant who starts.
 *
 * @param step the step
 * @param required whether it is never skipped
 * @param asked share of applicants who are asked it
 * @param minutes customer minutes of one who is asked it
 * @param measured completed visits from which the minutes were measured; 0 when they are the plan's own
 * @param goodsLost share of applicants who are good, would have been approved, and leave at it
 * @param lossPrevented credit loss that would come without it at as many approvals, the rest of the plan doing its best
 * @param net value that would be lost without it, after cost, leavers and minutes at the exchange rate
 * @param grade how well minutes and leavers are known
 */
public record LedgerRow(
        EvidenceStep step,
        boolean required,
        double asked,
        Estimate minutes,
        long measured,
        Estimate goodsLost,
        Estimate lossPrevented,
        Estimate net,
        EvidenceGrade grade) {}
