package org.quanheng.app.model.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
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
import org.quanheng.fault.Fault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The trainings: what was asked for, how far it is, and what came of it. */
@Component
public class Trainings {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_LISTED = 100;
    private static final String COLUMNS = """
            id, number, data_set_id, name, recipe, state, done_share, cancel_wanted, asked_by, asked_at, started_at,
            ended_at, scorecard, fault""";

    private final JdbcClient jdbc;
    private final Acts acts;
    private final AuditRecords audit;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Trainings(JdbcClient jdbc, Acts acts, AuditRecords audit, Ids ids, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Somebody has asked for a training, or for one to stop. */
    record Asked() {}

    /** Asks for a training; it begins when its turn comes. */
    public UUID ask(ActKey key, String by, UUID dataSetId, String name, Recipe recipe) {
        UUID id = ids.next();
        return acts.once(key, id, () -> {
            jdbc.sql("""
                            insert into training (id, data_set_id, name, recipe, state, asked_by, asked_at)
                            values (?, ?, ?, ?, 'WAITING', ?, ?)""")
                    .params(id, dataSetId, name, JSON.writeValueAsString(recipe), by, Timestamp.from(clock.instant()))
                    .update();
            audit.write(
                    by,
                    "training.ask",
                    "training:" + id,
                    Map.of(
                            "data",
                            dataSetId.toString(),
                            "method",
                            recipe.method().name()));
            events.publishEvent(new Asked());
        });
    }

    /** Asks for a training to stop: at once while it waits, otherwise as soon as the one who runs it looks. */
    public void cancel(ActKey key, String by, UUID id) {
        acts.once(key, id, () -> {
            int open = jdbc.sql("""
                            update training
                            set cancel_wanted = true,
                                state = case when state = 'WAITING' then 'CANCELLED' else state end,
                                ended_at = case when state = 'WAITING' then ?::timestamptz else ended_at end
                            where id = ? and state in ('WAITING', 'RUNNING')""").params(Timestamp.from(clock.instant()), id).update();
            if (open == 0) {
                throw new Refusal(ErrorCode.NOT_NOW, "expected a training that waits or runs, it has ended");
            }
            audit.write(by, "training.cancel", "training:" + id, Map.of());
        });
    }

    /** The training with this id. */
    public Training find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from training where id = ?")
                .param(id)
                .query(Trainings::read)
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such training"));
    }

    /** A training that is done; refused while it is not. */
    public Training done(UUID id) {
        Training training = find(id);
        if (training.state() != Training.State.DONE) {
            throw new Refusal(ErrorCode.NOT_NOW, "expected a training that is done, it is " + training.state());
        }
        return training;
    }

    /** The newest trainings, without their scorecards. */
    public List<Training> newest() {
        return jdbc.sql("select " + COLUMNS + " from training order by number desc limit ?")
                .param(MOST_LISTED)
                .query(Trainings::read)
                .list();
    }

    /** Takes the oldest training that waits; of many who ask at once, each gets another one. */
    Optional<Training> take() {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        update training set state = 'RUNNING', started_at = ?, alive_at = ?
                        where id = (select id from training where state = 'WAITING' order by number limit 1
                                    for update skip locked)
                        returning
                        """ + COLUMNS).params(now, now).query(Trainings::read).optional();
    }

    /** Says how far it is and that its runner is alive; true when somebody wants it to stop. */
    boolean alive(UUID id, double share) {
        return jdbc.sql("""
                        update training set done_share = greatest(done_share, ?), alive_at = ?
                        where id = ? and state = 'RUNNING' returning cancel_wanted""")
                .params(share, Timestamp.from(clock.instant()), id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Ends a training; nothing happens when it was ended by somebody else. */
    void end(UUID id, Training.State state, @Nullable String scorecard, List<Fault> faults) {
        String found = faults.isEmpty() ? null : JSON.writeValueAsString(faults);
        jdbc.sql("""
                        update training set state = ?, scorecard = ?, fault = ?, ended_at = ?,
                                            done_share = case when ? = 'DONE' then 1 else done_share end
                        where id = ? and state = 'RUNNING'""")
                .params(java.util.Arrays.<@Nullable Object>asList(
                        state.name(), scorecard, found, Timestamp.from(clock.instant()), state.name(), id))
                .update();
    }

    /** Marks those whose runner has said nothing since then. */
    int interruptSilentSince(Instant then) {
        return jdbc.sql("""
                        update training set state = 'INTERRUPTED', ended_at = ?
                        where state = 'RUNNING' and alive_at < ?""")
                .params(Timestamp.from(clock.instant()), Timestamp.from(then))
                .update();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static List<Fault> faults(@Nullable String found) {
        return found == null ? List.of() : List.of(JSON.readValue(found, Fault[].class));
    }

    private static Training read(ResultSet row, int number) throws SQLException {
        return new Training(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("data_set_id", UUID.class),
                row.getString("name"),
                JSON.readValue(row.getString("recipe"), Recipe.class),
                Training.State.valueOf(row.getString("state")),
                row.getDouble("done_share"),
                row.getBoolean("cancel_wanted"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("scorecard"),
                faults(row.getString("fault")));
    }
}
