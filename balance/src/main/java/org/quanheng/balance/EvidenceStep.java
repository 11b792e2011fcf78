package org.quanheng.balance;

import java.math.BigDecimal;
import java.util.List;

/**
 * One thing that can be asked of an applicant, and its price.
 *
 * @param facts names of the facts that it brings, at least one
 * @param minutes the customer's effort, in minutes, at least 0
 * @param cost what it costs the lender, in the policy's currency, at least 0
 * @param hazard the probability of losing the applicant by asking, 0 to 1
 * @param required whether law or policy requires it, so that it is never skipped
 * @param source where minutes, cost and hazard come from
 */
public record EvidenceStep(
        String id,
        List<String> facts,
        double minutes,
        BigDecimal cost,
        double hazard,
        boolean required,
        EvidenceSource source) {
    public EvidenceStep {
        facts = List.copyOf(facts);
    }
}
