package org.quanheng.app.decision;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Sha256;
import org.quanheng.app.model.Models;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.lending.terms.Fee;
import org.quanheng.policy.Policy;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.risk.ScorecardModel;
import org.quanheng.scoring.scorecard.Scorecard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Credit policies. One is live; a published version is never changed. */
@Component
public class Policies {
    private static final int MOST_CACHED = 20;

    /** How long another server may go on with the policy that was live before. */
    private static final Duration LIVE_KNOWN_FOR = Duration.ofSeconds(1);

    private static final String LIVE = "live";

    private final JdbcClient jdbc;
    private final Models models;
    private final AuditRecords audit;
    private final Clock clock;
    private final LoadingCache<String, Policy> compiled =
            Caffeine.newBuilder().maximumSize(MOST_CACHED).build(this::load);
    private final LoadingCache<String, Optional<String>> liveVersion =
            Caffeine.newBuilder().expireAfterWrite(LIVE_KNOWN_FOR).build(_ -> liveVersion());

    Policies(JdbcClient jdbc, Models models, AuditRecords audit, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Publishes a policy on a registered model and makes it live.
     *
     * @throws IllegalArgumentException that names every fault of one of its parts
     */
    @Transactional
    public void publish(String by, PolicySource source) {
        publish(by, null, source);
    }

    /** Publishes what one person proposed and another signed; the database refuses it if they are one. */
    void publish(String by, @Nullable String proposedBy, PolicySource source) {
        Policy policy = compile(source);
        PolicySource.Evidence evidence = source.evidence();
        @Nullable String people = evidence == null ? null : keep(evidence.people());
        jdbc.sql("update policy_version set live = false where live").update();
        jdbc.sql("""
                        insert into policy_version (version, model_id, document, eligibility, sha256, live, published_by, published_at,
                                evidence, people_sha256, proposed_by)
                        values (?, ?, ?, ?, ?, true, ?, ?, ?, ?, ?)""")
                .params(Arrays.<@Nullable Object>asList(
                        policy.document().version(),
                        source.modelId(),
                        source.document(),
                        source.eligibility(),
                        policy.document().hash(),
                        by,
                        Timestamp.from(clock.instant()),
                        evidence == null ? null : evidence.document(),
                        people,
                        proposedBy))
                .update();
        audit.write(
                by,
                "policy.publish",
                "policy:" + policy.document().version(),
                Map.of(
                        "sha256", policy.document().hash(),
                        "model", policy.model().hash(),
                        "proposedBy", proposedBy == null ? by : proposedBy));
        liveVersion.invalidateAll();
    }

    private String keep(String people) {
        String sha256 = HexFormat.of().formatHex(Sha256.of(people.getBytes(StandardCharsets.UTF_8)));
        jdbc.sql("insert into evidence_people (sha256, document) values (?, ?) on conflict do nothing")
                .params(sha256, people)
                .update();
        return sha256;
    }

    /** The policy that decides now. */
    public Optional<Policy> live() {
        return liveVersion.get(LIVE).map(this::version);
    }

    /** The fees of what is offered now; none before there is a policy. */
    public List<Fee> fees() {
        return live().map(policy -> policy.document().charges().fees()).orElse(List.of());
    }

    /** A published version, compiled. */
    public Policy version(String version) {
        return compiled.get(version);
    }

    private Optional<String> liveVersion() {
        return jdbc.sql("select version from policy_version where live")
                .query((row, n) -> row.getString("version"))
                .optional();
    }

    private Policy load(String version) {
        return compile(source(version));
    }

    /** What a published version was made of. */
    public PolicySource source(String version) {
        return jdbc.sql("""
                        select p.model_id, p.document, p.eligibility, p.evidence, e.document as people
                        from policy_version p left join evidence_people e on e.sha256 = p.people_sha256 where p.version = ?""")
                .param(version)
                .query((row, n) -> new PolicySource(
                        row.getString("document"),
                        row.getString("eligibility"),
                        row.getString("model_id"),
                        row.getString("evidence") == null
                                ? null
                                : new PolicySource.Evidence(row.getString("evidence"), row.getString("people"))))
                .optional()
                .orElseThrow(
                        () -> new IllegalStateException("expected a published policy " + version + ", found none"));
    }

    private Policy compile(PolicySource source) {
        PolicyDocument document = PolicyDocument.parse(source.document(), source.eligibility());
        ScorecardModel model = model(source.modelId());
        PolicySource.Evidence evidence = source.evidence();
        Policy policy = Policy.of(document, model);
        return evidence == null ? policy : EvidenceModels.of(policy, model, evidence);
    }

    /** The version that a change made today gets. */
    String nextVersion(LocalDate today) {
        Set<String> taken = Set.copyOf(jdbc.sql("select version from policy_version where version like ?")
                .param(today + ".%")
                .query((row, n) -> row.getString("version"))
                .list());
        int number = 1;
        while (taken.contains(today + "." + number)) {
            number++;
        }
        return today + "." + number;
    }

    private ScorecardModel model(String id) {
        Scorecard card = models.find(id)
                .flatMap(RegisteredModel::scorecard)
                .orElseThrow(() -> new IllegalArgumentException("expected a registered scorecard, came " + id
                        + ". Maybe register it first: the registry holds " + models.ids()));
        return new ScorecardModel(id, card);
    }
}
