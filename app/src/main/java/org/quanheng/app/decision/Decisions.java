package org.quanheng.app.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Ids;
import org.quanheng.balance.live.StagedModel;
import org.quanheng.policy.Answer;
import org.quanheng.policy.LoanRequest;
import org.quanheng.policy.Outcome;
import org.quanheng.policy.Policy;
import org.quanheng.policy.Receipt;
import org.quanheng.policy.Receipts;
import org.quanheng.policy.fact.Facts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every decision: facts in, an answer out, kept with its receipt. */
@Component
public class Decisions {
    /** The maker of a decision that no person made. */
    public static final String POLICY = "policy";

    private static final String COLUMNS =
            "id, application_id, sequence, maker, outcome, pd, policy_version, receipt, receipt_sha256, note, at";

    private final JdbcClient jdbc;
    private final Policies policies;
    private final AuditRecords audit;
    private final Ids ids;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Policies policies, AuditRecords audit, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** An answer and the version of the policy that gave it. */
    public record PolicyAnswer(String policyVersion, Answer answer) {}

    /** Asks the live policy. Nothing is kept yet. */
    public PolicyAnswer ask(Facts facts, LocalDate on) {
        Policy policy = livePolicy();
        LoanRequest request = policy.request(facts, on);
        return new PolicyAnswer(policy.document().version(), policy.decide(request, facts));
    }

    /**
     * What to do next with an application of which everything required is known. Nothing is kept yet.
     *
     * @param facts a value for each fact that the policy cannot do without
     */
    public NextAct next(Facts facts, LocalDate on) {
        PolicyAnswer given = ask(facts, on);
        if (given.answer().eligibility().declines() || !(livePolicy().model() instanceof StagedModel staged)) {
            return new NextAct.Answer(given);
        }
        return staged.next(facts)
                .<NextAct>map(advice -> new NextAct.Ask(advice, staged.worthAlone(facts)))
                .orElseGet(() -> new NextAct.Answer(given));
    }

    /** Facts that the live policy can decide without, so that they are asked only where they are worth it. */
    public Set<String> optionalFacts() {
        return livePolicy().model() instanceof StagedModel staged ? staged.optional() : Set.of();
    }

    /** The share of applicants whom chance chooses to be asked everything. */
    public double askEverythingShare() {
        return livePolicy().model() instanceof StagedModel staged
                ? staged.plan().rules().askAllShare()
                : 0;
    }

    private Policy livePolicy() {
        return policies.live().orElseThrow(() -> new IllegalStateException("no policy is live"));
    }

    /** The answer behind a decision, computed again from its receipt. */
    public Answer answerOf(Decision decision) {
        return Receipts.answer(decision.receipt(), policies.version(decision.policyVersion()));
    }

    /** The policy under which a decision was made. */
    public Policy policyOf(Decision decision) {
        return policies.version(decision.policyVersion());
    }

    /** Keeps the policy's own answer as the first decision of an application. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID applicationId, PolicyAnswer given) {
        Answer answer = given.answer();
        Decision.Kind kind = switch (answer.outcome()) {
            case Outcome.Approve _ -> Decision.Kind.APPROVE;
            case Outcome.Decline _ -> Decision.Kind.DECLINE;
            case Outcome.Refer _ -> Decision.Kind.REFER;
        };
        insert(new Decision(
                ids.next(),
                applicationId,
                1,
                POLICY,
                kind,
                answer.pd(),
                given.policyVersion(),
                answer.receipt(),
                null,
                clock.instant()));
    }

    /** Keeps what a person decided, or asked to have looked at again, after an earlier decision. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepFollowing(Decision earlier, String maker, Decision.Kind kind, @Nullable String note) {
        insert(new Decision(
                ids.next(),
                earlier.applicationId(),
                earlier.sequence() + 1,
                maker,
                kind,
                earlier.pd(),
                earlier.policyVersion(),
                earlier.receipt(),
                note,
                clock.instant()));
    }

    private void insert(Decision decision) {
        jdbc.sql("insert into decision (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.<@Nullable Object>asList(
                        decision.id(),
                        decision.applicationId(),
                        decision.sequence(),
                        decision.maker(),
                        decision.kind().name(),
                        decision.pd(),
                        decision.policyVersion(),
                        decision.receipt().json(),
                        decision.receipt().sha256(),
                        decision.note(),
                        Timestamp.from(decision.at())))
                .update();
    }

    /** All decisions about an application, in order. */
    public List<Decision> of(UUID applicationId) {
        return jdbc.sql("select " + COLUMNS + " from decision where application_id = ? order by sequence")
                .param(applicationId)
                .query(Decisions::read)
                .list();
    }

    /** All decisions about each of several applications, in order. */
    public Map<UUID, List<Decision>> of(Collection<UUID> applicationIds) {
        String[] wanted = applicationIds.stream().map(UUID::toString).toArray(String[]::new);
        return jdbc
                .sql("select " + COLUMNS + " from decision where application_id = any(?::uuid[]) order by sequence")
                .param(wanted)
                .query(Decisions::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Decision::applicationId));
    }

    private static Decision read(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getInt("sequence"),
                row.getString("maker"),
                Decision.Kind.valueOf(row.getString("outcome")),
                row.getBigDecimal("pd"),
                row.getString("policy_version"),
                new Receipt(row.getString("receipt"), row.getString("receipt_sha256")),
                row.getString("note"),
                row.getTimestamp("at").toInstant());
    }

    /** Records how applications turned out; what was recorded first stays. */
    @Transactional
    public void recordOutcomes(String by, String source, Map<UUID, Boolean> badByApplication) {
        Instant now = clock.instant();
        badByApplication.forEach((applicationId, bad) -> jdbc.sql("""
                        insert into outcome (application_id, bad, source, recorded_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(applicationId, bad, source, Timestamp.from(now))
                .update());
        audit.write(by, "outcome.record", "outcomes:" + source, Map.of("count", badByApplication.size()));
    }
}
