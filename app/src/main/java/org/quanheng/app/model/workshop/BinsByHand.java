package org.quanheng.app.model.workshop;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.audit.Acts;
import org.quanheng.app.audit.AuditRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Bins that a person has set on top of a training. They change nothing until a training is asked for with them. */
@Component
public class BinsByHand {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Acts acts;
    private final AuditRecords audit;
    private final Clock clock;

    BinsByHand(JdbcClient jdbc, Acts acts, AuditRecords audit, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets the bins of a characteristic. */
    public void set(ActKey key, String by, UUID trainingId, String fact, HandBins bins) {
        acts.once(key, trainingId, () -> {
            jdbc.sql("""
                            insert into bins_by_hand (training_id, fact, bins, set_by, set_at) values (?, ?, ?, ?, ?)
                            on conflict (training_id, fact)
                            do update set bins = excluded.bins, set_by = excluded.set_by, set_at = excluded.set_at""")
                    .params(trainingId, fact, JSON.writeValueAsString(bins), by, Timestamp.from(clock.instant()))
                    .update();
            audit.write(by, "bins.set", "training:" + trainingId, Map.of("fact", fact, "bins", bins));
        });
    }

    /** Goes back to the bins that the training found. */
    public void reset(ActKey key, String by, UUID trainingId, String fact) {
        acts.once(key, trainingId, () -> {
            jdbc.sql("delete from bins_by_hand where training_id = ? and fact = ?")
                    .params(trainingId, fact)
                    .update();
            audit.write(by, "bins.reset", "training:" + trainingId, Map.of("fact", fact));
        });
    }

    /** All bins that were set by hand on a training, by characteristic. */
    public Map<String, HandBins> of(UUID trainingId) {
        Map<String, HandBins> bins = new TreeMap<>();
        jdbc.sql("select fact, bins from bins_by_hand where training_id = ?")
                .param(trainingId)
                .query((row, n) ->
                        bins.put(row.getString("fact"), JSON.readValue(row.getString("bins"), HandBins.class)))
                .list();
        return bins;
    }
}
