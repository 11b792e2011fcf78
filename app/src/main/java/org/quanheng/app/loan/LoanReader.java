package org.quanheng.app.loan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads loans, then their fees and their events: three queries, however many loans. One is over before the other begins, so that a read takes one
 * connection of the pool and never waits for a second one while it holds the first.
 */
final class LoanReader {
    private final LoanFees fees;
    private final LoanEvents events;

    LoanReader(JdbcClient jdbc) {
        this.fees = new LoanFees(jdbc);
        this.events = new LoanEvents(jdbc);
    }

    /** The loans that a query of the table {@code loan} finds, in its order. */
    List<StoredLoan> stored(JdbcClient.StatementSpec query) {
        List<StoredLoan> rows = query.query(StoredLoan::read).list();
        List<UUID> ids = rows.stream().map(StoredLoan::id).toList();
        Map<UUID, List<StoredFee>> charged = fees.of(ids);
        Map<UUID, List<StoredEvent>> recorded = events.of(ids);
        return rows.stream()
                .map(row ->
                        row.with(charged.getOrDefault(row.id(), List.of()), recorded.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** The same, each replayed. */
    List<Loan> loans(JdbcClient.StatementSpec query) {
        return stored(query).stream().map(StoredLoan::replayed).toList();
    }
}
