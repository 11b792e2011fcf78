package org.quanheng.app.board.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to change the exchange rate: the difference in words and figures, and the second person's two buttons.
 *
 * @param state {@code open}, {@code signed} or {@code refused}
 * @param currency ISO 4217 code
 * @param rateFrom what the base policy has
 * @param rateTo what is proposed
 * @param changes what it was seen to change when it was proposed
 * @param proposedBy name of the proposer
 * @param endedBy name of who signed or refused it, or null
 * @param became the version that it became, or null
 * @param maySign whether the reader may sign or refuse it: it is open, and somebody else proposed it
 * @param own whether the reader proposed it
 */
public record ProposalView(
        String id,
        String state,
        String currency,
        String baseVersion,
        BigDecimal rateFrom,
        BigDecimal rateTo,
        List<BalanceView.Change> changes,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String became,
        boolean maySign,
        boolean own,
        String idempotencyKey) {
    public ProposalView {
        changes = List.copyOf(changes);
    }

    /** Whether applicants would be asked less. */
    public boolean less() {
        return rateTo.compareTo(rateFrom) > 0;
    }
}
