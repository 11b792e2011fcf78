package org.quanheng.app.decision;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.model.Models;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.policy.Policy;
import org.quanheng.policy.document.PolicyDocument;
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

    /** Publishes a policy on a registered model and makes it live; a policy with faults is refused with all of them. */
    @Transactional
    public void publish(String by, String documentJson, String eligibilityDmn, String modelId) {
        PolicyDocument document = PolicyDocument.parse(documentJson, eligibilityDmn);
        Policy policy = Policy.of(document, model(modelId).model());
        jdbc.sql("update policy_version set live = false where live").update();
        jdbc.sql("""
                        insert into policy_version (version, model_id, document, eligibility, sha256, live, published_by, published_at)
                        values (?, ?, ?, ?, ?, true, ?, ?)""")
                .params(
                        document.version(),
                        modelId,
                        documentJson,
                        eligibilityDmn,
                        policy.document().hash(),
                        by,
                        Timestamp.from(clock.instant()))
                .update();
        audit.write(
                by,
                "policy.publish",
                "policy:" + document.version(),
                Map.of("sha256", policy.document().hash(), "model", modelId));
        liveVersion.invalidateAll();
    }

    /** The policy that decides now. */
    public Optional<Policy> live() {
        return liveVersion.get(LIVE).map(this::version);
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
        return jdbc.sql("select model_id, document, eligibility from policy_version where version = ?")
                .param(version)
                .query((row, n) -> Policy.of(
                        PolicyDocument.parse(row.getString("document"), row.getString("eligibility")),
                        model(row.getString("model_id")).model()))
                .optional()
                .orElseThrow(
                        () -> new IllegalStateException("expected a published policy " + version + ", found none"));
    }

    private RegisteredModel model(String id) {
        return models.find(id)
                .orElseThrow(() -> new IllegalArgumentException("expected a registered model, came " + id
                        + ". Maybe register it first: the registry holds " + models.ids()));
    }
}
