package org.quanheng.app.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The append-only record of every act. It never holds personal data: it names people by their ids. */
@Component
public class AuditRecords {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes a record in the transaction of the act that it tells of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(String actor, String act, String subject, Map<String, ?> detail) {
        // Microseconds are what the database keeps; the chain is verified over what it gives back.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("insert into audit_record (at, actor, act, subject, detail) values (?, ?, ?, ?, ?)")
                .params(Timestamp.from(at), actor, act, subject, JSON.writeValueAsString(new TreeMap<>(detail)))
                .update();
    }

    /**
     * Records with a number below {@code before}, newest first.
     *
     * @param subject only records about this, or null for all
     */
    public List<LinkedRecord> newest(@Nullable String subject, long before, int most) {
        return jdbc.sql("""
                        select r.id, r.at, r.actor, r.act, r.subject, r.detail, l.hash
                        from audit_record r left join audit_link l on l.record_id = r.id
                        where r.id < ? and (?::text is null or r.subject = ?) order by r.id desc limit ?""")
                .params(Arrays.<@Nullable Object>asList(before, subject, subject, most))
                .query((row, n) -> new LinkedRecord(AuditRecord.read(row, n), row.getBytes("hash")))
                .list();
    }

    /** How many records there are. */
    public long count() {
        return jdbc.sql("select count(*) from audit_record").query(Long.class).single();
    }
}
