package org.quanheng.app.loan;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.lending.account.Excess;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What borrowers ask for, and how far it is. */
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
        try {
            jdbc.sql("""
                            insert into loan_request (id, loan_id, kind, amount_minor, excess, planned_on, periods, reason, state, asked_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.<@Nullable Object>asList(
                            request.id(),
                            request.loanId(),
                            request.kind().name(),
                            request.amountMinor(),
                            name(request.excess()),
                            request.plannedOn() == null ? null : Date.valueOf(request.plannedOn()),
                            request.periods(),
                            name(request.reason()),
                            request.state().name(),
                            Timestamp.from(request.askedAt())))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal(
                    ErrorCode.NOT_NOW,
                    "one request of this kind is open on the loan already. Maybe withdraw it first.");
        }
    }

    /** Moves a request on; fails if somebody else moved it since this version was read. */
    void move(
            LoanRequest request,
            LoanRequest.State state,
            @Nullable UUID by,
            LoanRequest.@Nullable Refusal refusal,
            @Nullable Integer eventNumber,
            Instant now) {
        boolean closes = state != LoanRequest.State.PROPOSED;
        int moved = jdbc.sql("""
                        update loan_request set state = ?, version = version + 1, refusal = ?, event_number = ?, closed_at = ?,
                                proposed_by = case when ? then proposed_by else ? end,
                                decided_by = case when ? then ? else decided_by end
                        where id = ? and version = ? and closed_at is null""")
                .params(Arrays.<@Nullable Object>asList(
                        state.name(),
                        name(refusal),
                        eventNumber,
                        closes ? Timestamp.from(now) : null,
                        closes,
                        by,
                        closes,
                        by,
                        request.id(),
                        request.version()))
                .update();
        if (moved != 1) {
            throw new OptimisticLockingFailureException(
                    "request " + request.id() + " was changed since version " + request.version() + " was read");
        }
    }

    private static LoanRequest read(ResultSet row, int number) throws SQLException {
        String excess = row.getString("excess");
        String reason = row.getString("reason");
        String refusal = row.getString("refusal");
        Date plannedOn = row.getDate("planned_on");
        return new LoanRequest(
                row.getObject("id", UUID.class),
                row.getObject("loan_id", UUID.class),
                LoanRequest.Kind.valueOf(row.getString("kind")),
                (Long) row.getObject("amount_minor"),
                excess == null ? null : Excess.valueOf(excess),
                plannedOn == null ? null : plannedOn.toLocalDate(),
                (Integer) row.getObject("periods"),
                reason == null ? null : LoanRequest.Reason.valueOf(reason),
                LoanRequest.State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("proposed_by", UUID.class),
                row.getObject("decided_by", UUID.class),
                refusal == null ? null : LoanRequest.Refusal.valueOf(refusal));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
