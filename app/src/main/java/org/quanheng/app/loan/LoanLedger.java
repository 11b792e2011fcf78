package org.quanheng.app.loan;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.audit.Ids;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.ledger.Posting;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the postings of a loan equal to the entries of its replay. Nothing is changed or deleted: an entry that a back-dated event
 * made wrong is booked again the other way round.
 */
@Component
class LoanLedger {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Ids ids;

    LoanLedger(JdbcClient jdbc, JdbcTemplate batches, Ids ids) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ids = ids;
    }

    /** Where the ledger and the replay differ: entries that stand and should not, and entries that should and do not. */
    record Difference(List<LedgerLine> surplus, List<LedgerEntry> missing) {
        static Difference between(List<LedgerLine> booked, List<LedgerEntry> wanted) {
            Map<LedgerEntry, Integer> open = new LinkedHashMap<>();
            wanted.forEach(entry -> open.merge(entry, 1, Integer::sum));
            List<LedgerLine> surplus = new ArrayList<>(standing(booked));
            surplus.removeIf(line -> take(open, line.entry()));
            // A line of before entries knew their event stands for an entry of whichever event.
            surplus.removeIf(line -> line.entry().event() == null && takeOfAnyEvent(open, line.entry()));
            List<LedgerEntry> missing = new ArrayList<>();
            open.forEach((entry, times) -> {
                for (int k = 0; k < times; k++) {
                    missing.add(entry);
                }
            });
            return new Difference(surplus, missing);
        }

        private static boolean take(Map<LedgerEntry, Integer> open, LedgerEntry entry) {
            boolean found = open.getOrDefault(entry, 0) > 0;
            if (found) {
                open.merge(entry, -1, Integer::sum);
            }
            return found;
        }

        private static boolean takeOfAnyEvent(Map<LedgerEntry, Integer> open, LedgerEntry entry) {
            return List.copyOf(open.keySet()).stream()
                    .filter(wanted -> wanted.valueDate().equals(entry.valueDate()) && wanted.kind() == entry.kind())
                    .filter(wanted -> wanted.postings().equals(entry.postings()))
                    .anyMatch(wanted -> take(open, wanted));
        }

        private static List<LedgerLine> standing(List<LedgerLine> booked) {
            Set<UUID> undone = new HashSet<>();
            booked.forEach(line -> {
                if (line.reverses() != null) {
                    undone.add(line.reverses());
                }
            });
            return booked.stream()
                    .filter(line -> line.reverses() == null && !undone.contains(line.posting()))
                    .toList();
        }

        boolean none() {
            return surplus.isEmpty() && missing.isEmpty();
        }
    }

    /** All entries of a loan in the order in which they were booked. */
    List<LedgerLine> booked(UUID loanId) {
        return booked(jdbc, loanId);
    }

    static List<LedgerLine> booked(JdbcClient jdbc, UUID loanId) {
        Map<UUID, List<Line>> byPosting = new LinkedHashMap<>();
        jdbc.sql("""
            select posting_id, event, of_event, account, currency, amount_minor, booked_on, at, event_number, reverses
            from ledger_entry where loan_id = ? order by id\
            """)
                .param(loanId)
                .query((row, n) -> new Line(
                        row.getObject("posting_id", UUID.class),
                        LedgerEntry.Kind.valueOf(row.getString("event")),
                        row.getString("of_event"),
                        new Posting(
                                LedgerAccount.valueOf(row.getString("account")),
                                Money.ofMinor(
                                        Currency.getInstance(row.getString("currency")), row.getLong("amount_minor"))),
                        row.getDate("booked_on").toLocalDate(),
                        row.getTimestamp("at").toInstant(),
                        (Integer) row.getObject("event_number"),
                        row.getObject("reverses", UUID.class)))
                .list()
                .forEach(line -> byPosting
                        .computeIfAbsent(line.postingId(), _ -> new ArrayList<>())
                        .add(line));
        return byPosting.values().stream().map(LoanLedger::line).toList();
    }

    private record Line(
            UUID postingId,
            LedgerEntry.Kind kind,
            @Nullable String event,
            Posting posting,
            LocalDate countsFrom,
            Instant at,
            @Nullable Integer eventNumber,
            @Nullable UUID reverses) {}

    private static LedgerLine line(List<Line> lines) {
        Line first = lines.getFirst();
        return new LedgerLine(
                first.postingId(),
                new LedgerEntry(
                        first.countsFrom(),
                        first.kind(),
                        first.event(),
                        lines.stream().map(Line::posting).toList()),
                first.eventNumber(),
                first.reverses(),
                first.at());
    }

    /** What the replay asks for up to a day and the ledger does not show yet, or shows and should not. */
    Difference difference(UUID loanId, LoanAccount account, LocalDate to) {
        return Difference.between(booked(loanId), account.entries(to));
    }

    /** Brings the postings up to a day, as {@link #bring} does, and with them where the loan stands in the lists. */
    void keep(UUID loanId, LoanAccount account, @Nullable Integer eventNumber, LocalDate to, Instant at) {
        bring(loanId, account, eventNumber, to, at);
        LocalDate firstUnpaid = Loan.firstUnpaidDue(account, to);
        LoanState state = account.state(to);
        jdbc.sql("""
                        update loan set first_unpaid_due = ?, booked_to = ?, principal_owed_minor = ?, held_minor = ?,
                                lost_minor = ?
                        where id = ?""")
                .params(Arrays.<@Nullable Object>asList(
                        firstUnpaid == null ? null : Date.valueOf(firstUnpaid),
                        Date.valueOf(to),
                        state.principal().minorUnits(),
                        state.held().minorUnits(),
                        state.lost().minorUnits(),
                        loanId))
                .update();
    }

    /**
     * Books what is missing and undoes what is wrong, in the caller's transaction.
     *
     * @param eventNumber the event that made the difference; null if time alone did
     */
    void bring(UUID loanId, LoanAccount account, @Nullable Integer eventNumber, LocalDate to, Instant at) {
        Difference difference = difference(loanId, account, to);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (LedgerLine line : difference.surplus()) {
            LedgerEntry undoing = line.entry().reversed(line.entry().valueDate());
            rows.addAll(rows(loanId, undoing, eventNumber, line.posting(), at));
        }
        for (LedgerEntry entry : difference.missing()) {
            rows.addAll(rows(loanId, entry, eventNumber, null, at));
        }
        if (!rows.isEmpty()) {
            batches.batchUpdate("""
                    insert into ledger_entry (posting_id, loan_id, event, of_event, account, currency, amount_minor, booked_on, at,
                            event_number, reverses)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """, rows);
        }
    }

    private List<@Nullable Object[]> rows(
            UUID loanId, LedgerEntry entry, @Nullable Integer eventNumber, @Nullable UUID reverses, Instant at) {
        UUID postingId = ids.next();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Posting posting : entry.postings()) {
            rows.add(new @Nullable Object[] {
                postingId,
                loanId,
                entry.kind().name(),
                entry.event() == null ? null : Integer.valueOf(entry.event()),
                posting.account().name(),
                posting.amount().currencyCode(),
                posting.amount().minorUnits(),
                Date.valueOf(entry.valueDate()),
                Timestamp.from(at),
                eventNumber,
                reverses
            });
        }
        return rows;
    }
}
