package org.quanheng.app.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.policy.Receipt;

/**
 * One decision about one application.
 *
 * @param sequence 1 for the first; a person's decision follows the policy's
 * @param maker {@code policy}, or the account of the person
 * @param receipt what the policy answered; a person's decision carries the receipt of the answer that was before them
 */
public record Decision(
        UUID id,
        UUID applicationId,
        int sequence,
        String maker,
        Kind kind,
        BigDecimal pd,
        String policyVersion,
        Receipt receipt,
        @Nullable String note,
        Instant at) {

    /** What was decided. */
    public enum Kind {
        APPROVE,
        DECLINE,
        REFER
    }

    /** Whether the policy decided, and no person. */
    public boolean automatic() {
        return maker.equals(Decisions.POLICY);
    }
}
