package org.quanheng.app.model;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.policy.risk.ScorecardModel;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.validation.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The registry of models. A registered model is never changed; a better one is a new entry. */
@Component
public class Models {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_CACHED = 100;

    private final JdbcClient jdbc;
    private final AuditRecords audit;
    private final Clock clock;
    private final LoadingCache<String, Optional<RegisteredModel>> registered =
            Caffeine.newBuilder().maximumSize(MOST_CACHED).build(this::load);

    Models(JdbcClient jdbc, AuditRecords audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Registers a scorecard with its measures on the sample it was trained on. */
    @Transactional
    public void register(String by, String id, Scorecard scorecard, Figures figures) {
        ScorecardModel model = new ScorecardModel(id, scorecard);
        jdbc.sql("""
                        insert into model (id, document, figures, sha256, registered_by, registered_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        scorecard.toJson(),
                        JSON.writeValueAsString(figures),
                        model.hash(),
                        by,
                        Timestamp.from(clock.instant()))
                .update();
        audit.write(by, "model.register", "model:" + id, Map.of("sha256", model.hash()));
        registered.invalidate(id);
    }

    /** The model with this id. */
    public Optional<RegisteredModel> find(String id) {
        return registered.get(id);
    }

    /** The ids of all models, newest first. */
    public List<String> ids() {
        return jdbc.sql("select id from model order by registered_at desc, id")
                .query((row, n) -> row.getString("id"))
                .list();
    }

    private Optional<RegisteredModel> load(String id) {
        return jdbc.sql("select document, figures, sha256, registered_by, registered_at from model where id = ?")
                .param(id)
                .query((row, n) -> {
                    ScorecardModel model = new ScorecardModel(id, Scorecard.fromJson(row.getString("document")));
                    if (!model.hash().equals(row.getString("sha256"))) {
                        throw new IllegalStateException("model " + id + ": expected SHA-256 " + row.getString("sha256")
                                + ", the stored document has " + model.hash() + ". Maybe it was altered.");
                    }
                    return new RegisteredModel(
                            id,
                            model,
                            JSON.readValue(row.getString("figures"), Figures.class),
                            row.getString("registered_by"),
                            row.getTimestamp("registered_at").toInstant());
                })
                .optional();
    }
}
