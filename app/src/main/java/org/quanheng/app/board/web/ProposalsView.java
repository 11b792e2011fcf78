package org.quanheng.app.board.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** All proposals, the newest first. */
public record ProposalsView(String currency, List<Row> rows) {
    public ProposalsView {
        rows = List.copyOf(rows);
    }

    /** One proposal; {@code state} is {@code open}, {@code signed} or {@code refused}. */
    public record Row(String id, String state, BigDecimal rateTo, String proposedBy, Instant proposedAt) {}
}
