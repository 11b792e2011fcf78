package org.quanheng.app.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.audit.Acts;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which model is the champion of which book: one person proposes, another signs, and all of it stays on record. */
@Component
public class Champions {
    private static final String COLUMNS =
            "id, model_id, book, reason, proposed_by, proposed_at, verdict, decided_by, decided_at, note";

    private final JdbcClient jdbc;
    private final Models models;
    private final ModelUse use;
    private final Acts acts;
    private final AuditRecords audit;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Champions(
            JdbcClient jdbc,
            Models models,
            ModelUse use,
            Acts acts,
            AuditRecords audit,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.models = models;
        this.use = use;
        this.acts = acts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Proposes a model as champion; refused when it is already, while another proposal for its book is open, and for a model that is
     * no table of points, because the policy decides with points.
     */
    public UUID propose(ActKey key, String by, RegisteredModel model, String reason) {
        if (model.scorecard().isEmpty()) {
            throw new Refusal(
                    ErrorCode.NOT_NOW,
                    "expected a scorecard, came boosted trees: they challenge, the policy decides with points. Maybe"
                            + " train a scorecard with pairs.");
        }
        UUID id = ids.next();
        try {
            return acts.once(key, id, () -> {
                if (champion(model.book()).filter(model.id()::equals).isPresent()) {
                    throw new Refusal(ErrorCode.NOT_NOW, "expected a model that is not the champion, it is");
                }
                jdbc.sql("""
                                insert into champion_proposal (id, model_id, book, reason, proposed_by, proposed_at)
                                values (?, ?, ?, ?, ?, ?)""")
                        .params(id, model.id(), model.book(), reason, by, Timestamp.from(clock.instant()))
                        .update();
                audit.write(by, "champion.propose", "model:" + model.id(), Map.of("book", model.book()));
            });
        } catch (DuplicateKeyException open) {
            throw new Refusal(
                    ErrorCode.NOT_NOW,
                    "expected no open proposal for " + model.book() + ", there is one. Maybe decide it first.");
        }
    }

    /** Signs or refuses a proposal; refused for the one who made it, and when it was decided already. */
    public void decide(ActKey key, String by, UUID proposalId, Proposal.Verdict verdict, String note) {
        acts.once(key, proposalId, () -> {
            Proposal proposal = find(proposalId);
            if (proposal.proposedBy().equals(by)) {
                throw new Refusal(ErrorCode.NOT_ALLOWED, "expected a second person, came the one who proposed");
            }
            String former = champion(proposal.book()).orElse("");
            Instant now = clock.instant();
            int decided = jdbc.sql("""
                            update champion_proposal set verdict = ?, decided_by = ?, decided_at = ?, note = ?
                            where id = ? and verdict is null""")
                    .params(verdict.name(), by, Timestamp.from(now), note, proposalId)
                    .update();
            if (decided == 0) {
                throw new Refusal(ErrorCode.NOT_NOW, "expected an open proposal, it was decided already");
            }
            audit.write(
                    by,
                    verdict == Proposal.Verdict.SIGNED ? "champion.sign" : "champion.refuse",
                    "model:" + proposal.modelId(),
                    Map.of("book", proposal.book(), "former", former));
            if (verdict == Proposal.Verdict.SIGNED) {
                events.publishEvent(new ChampionSigned(proposal.proposedBy(), by, proposal.modelId(), former));
            }
        });
    }

    /** The champion of a book: the model signed last, or the one with which the platform decided before anybody signed. */
    public Optional<String> champion(String book) {
        Optional<String> signed = jdbc.sql("""
                        select model_id from champion_proposal where book = ? and verdict = 'SIGNED'
                        order by decided_at desc limit 1""")
                .param(book)
                .query((row, n) -> row.getString("model_id"))
                .optional();
        return signed.or(() -> use.deciding()
                .filter(id -> models.find(id)
                        .filter(model -> model.book().equals(book))
                        .isPresent()));
    }

    /** All proposals for a book, newest first. */
    public List<Proposal> history(String book) {
        return jdbc.sql("select " + COLUMNS + " from champion_proposal where book = ? order by proposed_at desc")
                .param(book)
                .query(Champions::read)
                .list();
    }

    private Proposal find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from champion_proposal where id = ?")
                .param(id)
                .query(Champions::read)
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such proposal"));
    }

    /** The proposal that waits for a second person, if there is one. */
    public Optional<Proposal> open(String book) {
        return history(book).stream()
                .filter(proposal -> proposal.verdict() == null)
                .findFirst();
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        @Nullable String verdict = row.getString("verdict");
        @Nullable Timestamp decidedAt = row.getTimestamp("decided_at");
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("model_id"),
                row.getString("book"),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                verdict == null ? null : Proposal.Verdict.valueOf(verdict),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("note"));
    }
}
