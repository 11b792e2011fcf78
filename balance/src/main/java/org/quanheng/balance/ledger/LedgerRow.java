package org.quanheng.balance.ledger;

import java.math.BigDecimal;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidenceStep;

/**
 * What one step costs and brings under today's plan, per applicant who starts.
 *
 * @param step the step
 * @param required whether it is never skipped
 * @param asked share of applicants who are asked it
 * @param minutes customer minutes of one who is asked it
 * @param cost what it costs the lender with one who is asked it
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
        BigDecimal cost,
        Estimate goodsLost,
        Estimate lossPrevented,
        Estimate net,
        EvidenceGrade grade) {}
