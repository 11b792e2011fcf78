package org.quanheng.app.loan;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a loan's events. They are only ever added to. */
final class LoanEvents {
    private final JdbcClient jdbc;

    LoanEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID loanId, RecordedEvent recorded) {}

    /** The events of each of these loans, in the order in which they were recorded. */
    Map<UUID, List<RecordedEvent>> of(List<UUID> loanIds) {
        String[] ids = loanIds.stream().map(UUID::toString).toArray(String[]::new);
        return jdbc.sql("""
                        select e.loan_id, e.number, e.kind, e.counts_from, e.amount_minor, l.currency, e.excess, e.periods, e.reverses,
                               e.reference, e.recorded_by, e.recorded_at
                        from loan_event e join loan l on l.id = e.loan_id
                        where e.loan_id = any(?::uuid[]) order by e.loan_id, e.number""").param(ids).query(LoanEvents::read).list().stream()
                .collect(Collectors.groupingBy(Row::loanId, Collectors.mapping(Row::recorded, Collectors.toList())));
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        RecordedEvent recorded = new RecordedEvent(
                event(row, Currency.getInstance(row.getString("currency"))),
                row.getString("reference"),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
        return new Row(row.getObject("loan_id", UUID.class), recorded);
    }

    private static LoanEvent event(ResultSet row, Currency currency) throws SQLException {
        String id = row.getString("number");
        LocalDate date = row.getDate("counts_from").toLocalDate();
        Money amount = Money.ofMinor(currency, row.getLong("amount_minor"));
        String kind = row.getString("kind");
        return switch (kind) {
            case "DISBURSED" -> new LoanEvent.Disbursed(id, date, amount);
            case "REPAID" -> new LoanEvent.Repaid(id, date, amount);
            case "REPAID_EARLY" -> new LoanEvent.RepaidEarly(id, date, amount, Excess.valueOf(row.getString("excess")));
            case "EXTENDED" -> new LoanEvent.Extended(id, date, row.getInt("periods"));
            case "REVERSED" -> new LoanEvent.Reversed(id, date, row.getString("reverses"));
            default -> throw new IllegalStateException("expected a kind of event that is stored, came " + kind);
        };
    }

    void append(UUID loanId, RecordedEvent recorded) {
        Columns columns = columns(recorded.event());
        jdbc.sql("""
            insert into loan_event (loan_id, number, kind, counts_from, amount_minor, excess, periods, reverses, reference,
                    recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
                .params(Arrays.<@Nullable Object>asList(
                        loanId,
                        recorded.number(),
                        columns.kind(),
                        Date.valueOf(recorded.event().date()),
                        columns.amount() == null ? null : columns.amount().minorUnits(),
                        columns.excess() == null ? null : columns.excess().name(),
                        columns.periods(),
                        columns.reverses(),
                        recorded.reference(),
                        recorded.recordedBy(),
                        Timestamp.from(recorded.recordedAt())))
                .update();
    }

    /** What one kind of event has and another has not. */
    private record Columns(
            String kind,
            @Nullable Money amount,
            @Nullable Excess excess,
            @Nullable Integer periods,
            @Nullable Integer reverses) {}

    private static Columns columns(LoanEvent event) {
        return switch (event) {
            case LoanEvent.Disbursed paidOut -> new Columns("DISBURSED", paidOut.amount(), null, null, null);
            case LoanEvent.Repaid repaid -> new Columns("REPAID", repaid.amount(), null, null, null);
            case LoanEvent.RepaidEarly early -> new Columns("REPAID_EARLY", early.amount(), early.excess(), null, null);
            case LoanEvent.Extended extended -> new Columns("EXTENDED", null, null, extended.periods(), null);
            case LoanEvent.Reversed reversed ->
                new Columns("REVERSED", null, null, null, Integer.valueOf(reversed.reverses()));
            default -> throw new IllegalArgumentException("expected an event that servicing records, came " + event);
        };
    }
}
