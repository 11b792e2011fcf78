package org.quanheng.app.model;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.policy.canonical.CanonicalJson;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.validation.Cases;
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
    private static final String COLUMNS =
            "id, name, book, training_id, about, document, figures, sha256, registered_by, registered_at";

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

    /**
     * What a model is registered as.
     *
     * @param trainingId where it comes from, or null
     */
    public record Entry(
            String id, String name, String book, @Nullable UUID trainingId, AboutModel about) {}

    /** Registers a model with its measures on the sample it was trained on. */
    @Transactional
    public void register(String by, Entry entry, PdModel model, Sample development) {
        String document = model.toJson();
        String hash = CanonicalJson.sha256(document);
        Figures figures = Figures.of(Cases.of(model.pds(development.table()), development));
        jdbc.sql("""
                        insert into model (id, name, book, training_id, about, document, figures, sha256,
                                           registered_by, registered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.<@Nullable Object>asList(
                        entry.id(),
                        entry.name(),
                        entry.book(),
                        entry.trainingId(),
                        JSON.writeValueAsString(entry.about()),
                        document,
                        JSON.writeValueAsString(figures),
                        hash,
                        by,
                        Timestamp.from(clock.instant())))
                .update();
        audit.write(by, "model.register", "model:" + entry.id(), Map.of("sha256", hash, "book", entry.book()));
        registered.invalidate(entry.id());
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

    /** All models, newest first. */
    public List<RegisteredModel> all() {
        return ids().stream().flatMap(id -> find(id).stream()).toList();
    }

    /** The model that a training became, if it was registered. */
    public Optional<String> ofTraining(UUID trainingId) {
        return jdbc.sql("select id from model where training_id = ?")
                .param(trainingId)
                .query((row, n) -> row.getString("id"))
                .optional();
    }

    private Optional<RegisteredModel> load(String id) {
        return jdbc.sql("select " + COLUMNS + " from model where id = ?")
                .param(id)
                .query(Models::read)
                .optional();
    }

    private static RegisteredModel read(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        PdModel model = ModelDocument.read(row.getString("document"));
        String hash = CanonicalJson.sha256(model.toJson());
        if (!hash.equals(row.getString("sha256"))) {
            throw new IllegalStateException("model " + id + ": expected SHA-256 " + row.getString("sha256")
                    + ", the stored document has " + hash + ". Maybe it was altered.");
        }
        return new RegisteredModel(
                id,
                row.getString("name"),
                row.getString("book"),
                row.getObject("training_id", UUID.class),
                JSON.readValue(row.getString("about"), AboutModel.class),
                model,
                hash,
                JSON.readValue(row.getString("figures"), Figures.class),
                row.getString("registered_by"),
                row.getTimestamp("registered_at").toInstant());
    }
}
