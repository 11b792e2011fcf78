package org.quanheng.app.loan;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.lending.account.Excess;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes of loans that are asked for, and how far they are. */
@Component
public class LoanRequests {
    private final JdbcClient jdbc;

    LoanRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything asked for on a loan, the newest first. */
    public List<LoanRequest> of(UUID loanId) {
        return jdbc.sql("""
                        select * from loan_request
                        where loan_id = ? order by asked_at desc, id desc""").param(loanId).query(LoanRequests::read).list();
    }

    /** The request with this id if it is about this loan. */
    public Optional<LoanRequest> find(UUID loanId, UUID id) {
        return of(loanId).stream().filter(request -> request.id().equals(id)).findFirst();
    }

    /** What waits for the lender, the oldest first. */
    public List<LoanRequest> waiting(int most) {
        return jdbc.sql("""
                        select * from loan_request
                        where closed_at is null order by asked_at limit ?""").param(most).query(LoanRequests::read).list();
    }

    /** How many wait. */
    public int waitingCount() {
        return jdbc.sql("select count(*) from loan_request where closed_at is null")
                .query(Integer.class)
                .single();
    }

    void insert(LoanRequest request) {
        Columns columns = Columns.of(request.change());
        try {
            jdbc.sql("""
                            insert into loan_request (id, loan_id, kind, amount_minor, excess, planned_on, periods, annual_rate, reason,
                                    state, asked_at, proposed_by, asked_periods)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.<@Nullable Object>asList(
                            request.id(),
                            request.loanId(),
                            request.kind().name(),
                            columns.amountMinor(),
                            name(columns.excess()),
                            columns.plannedOn() == null ? null : Date.valueOf(columns.plannedOn()),
                            columns.periods(),
                            columns.annualRate(),
                            columns.reason(),
                            request.state().name(),
                            Timestamp.from(request.askedAt()),
                            request.proposedBy(),
                            columns.periods()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal(
                    ErrorCode.NOT_NOW,
                    "one request of this kind is open on the loan already. Maybe withdraw it first.");
        }
    }

    /** A change as a row keeps it: what one kind has and another has not is null. */
    private record Columns(
            @Nullable Long amountMinor,
            @Nullable Excess excess,
            @Nullable LocalDate plannedOn,
            @Nullable Integer periods,
            @Nullable BigDecimal annualRate,
            @Nullable String reason) {
        static Columns of(LoanChange change) {
            return switch (change) {
                case LoanChange.EarlyRepayment early ->
                    new Columns(early.amountMinor(), early.excess(), early.plannedOn(), null, null, null);
                case LoanChange.Extension extension ->
                    new Columns(
                            null,
                            null,
                            null,
                            extension.months(),
                            null,
                            extension.reason().name());
                case LoanChange.Holiday holiday ->
                    new Columns(
                            null,
                            null,
                            null,
                            holiday.instalments(),
                            null,
                            holiday.reason().name());
                case LoanChange.Restructuring plan ->
                    new Columns(
                            plan.monthlyMinor(),
                            null,
                            null,
                            plan.instalments(),
                            plan.annualRate(),
                            plan.reason().name());
                case LoanChange.WriteOff writeOff ->
                    new Columns(null, null, null, null, null, writeOff.ground().name());
            };
        }
    }

    /** Puts a request forward in terms that may be the officer's; fails if somebody else moved it since it was read. */
    void propose(LoanRequest request, LoanChange change, UUID by) {
        Columns columns = Columns.of(change);
        requireMoved(
                request,
                jdbc.sql("""
                        update loan_request
                        set state = 'PROPOSED', version = version + 1, proposed_by = ?, periods = ?, annual_rate = ?
                        where id = ? and version = ? and state = 'ASKED'""")
                        .params(Arrays.<@Nullable Object>asList(
                                by, columns.periods(), columns.annualRate(), request.id(), request.version()))
                        .update());
    }

    /** A request waits again as it was asked for; fails if somebody else moved it since it was read. */
    void askAgain(LoanRequest request) {
        requireMoved(
                request, jdbc.sql("""
                        update loan_request
                        set state = 'ASKED', version = version + 1, proposed_by = null, periods = asked_periods, annual_rate = null
                        where id = ? and version = ? and state = 'PROPOSED'""").params(request.id(), request.version()).update());
    }

    /** Ends a request; fails if somebody else moved it since it was read. */
    void close(
            LoanRequest request,
            LoanRequest.State state,
            @Nullable UUID by,
            LoanChange.@Nullable Refusal refusal,
            @Nullable Integer eventNumber,
            Instant now) {
        requireMoved(
                request,
                jdbc.sql("""
                        update loan_request
                        set state = ?, version = version + 1, decided_by = ?, refusal = ?, event_number = ?, closed_at = ?
                        where id = ? and version = ? and closed_at is null""")
                        .params(Arrays.<@Nullable Object>asList(
                                state.name(),
                                by,
                                name(refusal),
                                eventNumber,
                                Timestamp.from(now),
                                request.id(),
                                request.version()))
                        .update());
    }

    private static void requireMoved(LoanRequest request, int rows) {
        if (rows != 1) {
            throw new OptimisticLockingFailureException(
                    "request " + request.id() + " was changed since version " + request.version() + " was read");
        }
    }

    private static LoanRequest read(ResultSet row, int number) throws SQLException {
        String refusal = row.getString("refusal");
        return new LoanRequest(
                row.getObject("id", UUID.class),
                row.getObject("loan_id", UUID.class),
                change(row),
                LoanRequest.State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("proposed_by", UUID.class),
                row.getObject("decided_by", UUID.class),
                refusal == null ? null : LoanChange.Refusal.valueOf(refusal));
    }

    private static LoanChange change(ResultSet row) throws SQLException {
        return switch (LoanChange.Kind.valueOf(row.getString("kind"))) {
            case EARLY_REPAYMENT ->
                new LoanChange.EarlyRepayment(
                        row.getLong("amount_minor"),
                        Excess.valueOf(row.getString("excess")),
                        row.getDate("planned_on").toLocalDate());
            case EXTENSION -> new LoanChange.Extension(row.getInt("periods"), reason(row));
            case HOLIDAY -> new LoanChange.Holiday(row.getInt("periods"), reason(row));
            case RESTRUCTURING ->
                new LoanChange.Restructuring(
                        row.getLong("amount_minor"),
                        row.getInt("periods"),
                        row.getBigDecimal("annual_rate"),
                        reason(row));
            case WRITE_OFF -> new LoanChange.WriteOff(LoanChange.Ground.valueOf(row.getString("reason")));
        };
    }

    private static LoanChange.Reason reason(ResultSet row) throws SQLException {
        return LoanChange.Reason.valueOf(row.getString("reason"));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
