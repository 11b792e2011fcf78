package org.quanheng.app.loan;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a loan's events. They are only ever added to. */
final class LoanEvents {
    private final JdbcClient jdbc;

    LoanEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The events of each of these loans, in the order in which they were recorded. */
    Map<UUID, List<StoredEvent>> of(List<UUID> loanIds) {
        String[] ids = loanIds.stream().map(UUID::toString).toArray(String[]::new);
        return jdbc
                .sql("select * from loan_event where loan_id = any(?::uuid[]) order by loan_id, number")
                .param(ids)
                .query(StoredEvent::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(StoredEvent::loanId));
    }

    void append(UUID loanId, RecordedEvent recorded) {
        StoredEvent row = StoredEvent.of(loanId, recorded);
        jdbc.sql("""
            insert into loan_event (loan_id, number, kind, counts_from, amount_minor, excess, periods, annual_rate, reverses, reference,
                    recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
                .params(Arrays.<@Nullable Object>asList(
                        loanId,
                        row.number(),
                        row.kind(),
                        Date.valueOf(row.countsFrom()),
                        row.amountMinor(),
                        row.excess(),
                        row.periods(),
                        row.annualRate(),
                        row.reverses(),
                        row.reference(),
                        row.recordedBy(),
                        Timestamp.from(row.recordedAt())))
                .update();
    }
}
