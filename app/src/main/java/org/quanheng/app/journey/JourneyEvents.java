package org.quanheng.app.journey;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.experience.JourneyEvent;
import org.quanheng.experience.Step;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Every act of a journey, written in the transaction of the act. */
@Component
public class JourneyEvents {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    JourneyEvents(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** Appends events in the given order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<JourneyEvent> events) {
        batches.batchUpdate("""
                insert into journey_event (id, application_id, person_id, at, type, actor, channel, device, step,
                        step_version, court, detail, arms, risk_band)
                values (?::uuid, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", events.stream().map(JourneyEvents::columns).toList());
    }

    private static @Nullable Object[] columns(JourneyEvent event) {
        Step step = event.step();
        return new @Nullable Object[] {
            event.id(),
            event.applicationId(),
            event.personId(),
            Timestamp.from(event.at()),
            event.type().name(),
            event.actor().name(),
            event.channel().name(),
            event.device().name(),
            step == null ? null : step.id(),
            step == null ? null : step.version(),
            event.court().name(),
            JSON.writeValueAsString(event.detail()),
            JSON.writeValueAsString(event.arms()),
            event.riskBand()
        };
    }

    /** When a step of an application was last shown. */
    public Optional<Instant> lastShown(UUID applicationId, String step) {
        return jdbc.sql("""
                        select max(at) as at from journey_event
                        where application_id = ? and step = ? and type = 'STEP_SHOWN' having max(at) is not null""")
                .params(applicationId, step)
                .query((row, n) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    /** All events of one application, in the order in which they were written. */
    public List<JourneyEvent> of(UUID applicationId) {
        return jdbc.sql("select " + EventRow.COLUMNS + " from journey_event where application_id = ? order by position")
                .param(applicationId)
                .query(EventRow::read)
                .list();
    }
}
