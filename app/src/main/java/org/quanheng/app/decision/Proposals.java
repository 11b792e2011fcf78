package org.quanheng.app.decision;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes of the live policy's exchange rate: proposed by one person, signed or refused by another. */
@Component
public class Proposals {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS =
            "id, base_version, evidence, effect, reason, proposed_by, proposed_at, ended_by, ended_at, became";

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Acts acts;
    private final AuditRecords audit;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId zone;

    Proposals(
            JdbcClient jdbc,
            Policies policies,
            Acts acts,
            AuditRecords audit,
            Ids ids,
            Clock clock,
            @Value("${quanheng.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.acts = acts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * One proposal.
     *
     * @param baseVersion the policy that was live when it was made, and must still be live when it is signed
     * @param evidence the plan of evidence as it would be
     * @param effect what the proposer saw of its effect, JSON
     * @param endedBy who signed or refused it, or null while it is open
     * @param became the version that it became, or null if it has not been signed
     */
    public record Proposal(
            UUID id,
            String baseVersion,
            EvidenceDocument evidence,
            String effect,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            @Nullable String became) {
        /** Whether it waits for a second person. */
        public boolean open() {
            return endedBy == null;
        }
    }

    /**
     * Proposes another exchange rate for the live policy.
     *
     * @param effect what the proposer sees of its effect, JSON
     * @return the proposal's id; the same for the same key
     */
    public UUID propose(ActKey key, String by, BigDecimal exchangeRate, String effect, String reason) {
        UUID id = ids.next();
        return acts.once(key, id, () -> {
            String base = policies.live()
                    .orElseThrow(() -> new IllegalStateException("no policy is live"))
                    .document()
                    .version();
            EvidenceDocument evidence = evidenceOf(base)
                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_NOW, "the live policy has no plan of evidence"));
            jdbc.sql("""
                            insert into policy_proposal (id, base_version, evidence, effect, reason, proposed_by, proposed_at)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            base,
                            evidence.at(exchangeRate).toJson(),
                            effect,
                            reason,
                            by,
                            Timestamp.from(clock.instant()))
                    .update();
            audit.write(
                    by,
                    "policy.propose",
                    "proposal:" + id,
                    Map.of(
                            "base", base,
                            "exchangeRate", exchangeRate.toPlainString(),
                            "instead", evidence.exchangeRate().toPlainString()));
        });
    }

    /** The plan of evidence of a published version, if it has one. */
    public Optional<EvidenceDocument> evidenceOf(String version) {
        return Optional.ofNullable(policies.source(version).evidence())
                .map(PolicySource.Evidence::document)
                .map(EvidenceDocument::parse);
    }

    /**
     * Signs a proposal: from the next application on it is the policy.
     *
     * @throws Refusal if the same person proposed it, it has ended, or another policy has become live since
     */
    public void sign(ActKey key, String by, UUID id) {
        acts.once(key, id, () -> {
            Proposal proposal = endable(by, id);
            PolicySource base = policies.source(proposal.baseVersion());
            requireStillLive(proposal);
            Instant now = clock.instant();
            String version = policies.nextVersion(LocalDate.ofInstant(now, zone));
            ObjectNode document = (ObjectNode) JSON.readTree(base.document());
            document.put("version", version);
            PolicySource.Evidence evidence = new PolicySource.Evidence(
                    proposal.evidence().toJson(),
                    base.evidence() == null ? "" : base.evidence().people());
            policies.publish(
                    by,
                    proposal.proposedBy(),
                    new PolicySource(
                            JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document),
                            base.eligibility(),
                            base.modelId(),
                            evidence));
            end(id, by, now, version);
            audit.write(
                    by,
                    "policy.sign",
                    "proposal:" + id,
                    Map.of("became", version, "proposedBy", proposal.proposedBy()));
        });
    }

    private void requireStillLive(Proposal proposal) {
        String live = policies.live().orElseThrow().document().version();
        if (!live.equals(proposal.baseVersion())) {
            throw new Refusal(
                    ErrorCode.NOT_NOW,
                    "the proposal changes policy " + proposal.baseVersion() + ", by now " + live
                            + " is live. Maybe refuse it and propose the change again.");
        }
    }

    /** Refuses a proposal; the policy stays as it is. */
    public void refuse(ActKey key, String by, UUID id) {
        acts.once(key, id, () -> {
            Proposal proposal = endable(by, id);
            end(id, by, clock.instant(), null);
            audit.write(by, "policy.refuse", "proposal:" + id, Map.of("proposedBy", proposal.proposedBy()));
        });
    }

    private Proposal endable(String by, UUID id) {
        Proposal proposal = find(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such proposal"));
        if (proposal.proposedBy().equals(by)) {
            throw new Refusal(ErrorCode.NOT_ALLOWED, "whoever proposes a change does not sign or refuse it");
        }
        if (!proposal.open()) {
            throw new Refusal(ErrorCode.NOT_NOW, "the proposal has been signed or refused before");
        }
        return proposal;
    }

    private void end(UUID id, String by, Instant now, @Nullable String became) {
        int rows = jdbc.sql(
                        "update policy_proposal set ended_by = ?, ended_at = ?, became = ? where id = ? and ended_by is null")
                .param(by)
                .param(Timestamp.from(now))
                .param(became)
                .param(id)
                .update();
        if (rows != 1) {
            throw new Refusal(ErrorCode.NOT_NOW, "the proposal has been signed or refused meanwhile");
        }
    }

    /** The proposal with this id. */
    public Optional<Proposal> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from policy_proposal where id = ?")
                .param(id)
                .query(Proposals::read)
                .optional();
    }

    /** Proposals, the newest first. */
    public List<Proposal> newest(int most) {
        return jdbc.sql("select " + COLUMNS + " from policy_proposal order by proposed_at desc, id limit ?")
                .param(most)
                .query(Proposals::read)
                .list();
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("base_version"),
                EvidenceDocument.parse(row.getString("evidence")),
                row.getString("effect"),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("ended_by"),
                ended == null ? null : ended.toInstant(),
                row.getString("became"));
    }
}
