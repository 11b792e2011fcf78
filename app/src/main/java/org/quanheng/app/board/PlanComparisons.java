package org.quanheng.app.board;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.quanheng.app.audit.AuditRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What asking everyone everything would have come to for people who were decided; one comparison for each policy. */
@Component
public class PlanComparisons {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final AuditRecords audit;
    private final Clock clock;

    PlanComparisons(JdbcClient jdbc, AuditRecords audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a comparison; what was kept first for a policy stays. */
    @Transactional
    public void keep(String by, PlanComparison comparison) {
        int rows = jdbc.sql("""
                        insert into plan_comparison (policy_version, document, found_at) values (?, ?, ?)
                        on conflict (policy_version) do nothing""")
                .params(
                        comparison.policyVersion(),
                        JSON.writeValueAsString(comparison),
                        Timestamp.from(clock.instant()))
                .update();
        if (rows > 0) {
            audit.write(
                    by,
                    "comparison.keep",
                    "policy:" + comparison.policyVersion(),
                    Map.of("people", comparison.people()));
        }
    }

    /** The newest comparison. */
    public Optional<PlanComparison> newest() {
        return jdbc.sql("select document from plan_comparison order by found_at desc, policy_version desc limit 1")
                .query((row, n) -> JSON.readValue(row.getString("document"), PlanComparison.class))
                .optional();
    }
}
