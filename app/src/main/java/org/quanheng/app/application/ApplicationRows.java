package org.quanheng.app.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Language;
import org.quanheng.experience.Channel;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How applications stand in the database. */
@Component
class ApplicationRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, Application.Answered>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ApplicationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a new application; gives it with the number by which people name it. */
    Application insert(Application application) {
        long number = jdbc.sql("""
                        insert into application (id, customer_id, product_id, product_version, channel, language, state, answers,
                                step, version, ask_everything, started_at, submitted_at, decided_at, promised_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning number""")
                .params(Arrays.<@Nullable Object>asList(
                        application.id(),
                        application.customerId(),
                        application.productId(),
                        application.productVersion(),
                        application.channel().name(),
                        application.language().name(),
                        application.state().name(),
                        JSON.writeValueAsString(application.answers()),
                        application.step(),
                        application.version(),
                        application.askEverything(),
                        timestamp(application.startedAt()),
                        timestamp(application.submittedAt()),
                        timestamp(application.decidedAt()),
                        timestamp(application.promisedAt())))
                .query((row, n) -> row.getLong("number"))
                .single();
        return application.numbered(number);
    }

    /** Writes what follows a version and gives it as it then stands; refuses if somebody else wrote first. */
    Application update(Application next) {
        int rows = jdbc.sql("""
                        update application set state = ?, answers = ?, step = ?, version = version + 1, submitted_at = ?,
                                decided_at = ?, promised_at = ?, loan_id = ?
                        where id = ? and version = ?""")
                .params(Arrays.<@Nullable Object>asList(
                        next.state().name(),
                        JSON.writeValueAsString(next.answers()),
                        next.step(),
                        timestamp(next.submittedAt()),
                        timestamp(next.decidedAt()),
                        timestamp(next.promisedAt()),
                        next.loanId(),
                        next.id(),
                        next.version()))
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("expected application " + next.number() + " at version "
                    + next.version() + ", it was changed meanwhile. Maybe load it again.");
        }
        return next.written();
    }

    Optional<Application> find(UUID id) {
        return jdbc.sql("select * from application where id = ?")
                .param(id)
                .query(ApplicationRows::read)
                .optional();
    }

    Optional<Application> findByNumber(long number) {
        return jdbc.sql("select * from application where number = ?")
                .param(number)
                .query(ApplicationRows::read)
                .optional();
    }

    List<Application> ofCustomer(UUID customerId) {
        return jdbc.sql("select * from application where customer_id = ? order by number desc limit 100")
                .param(customerId)
                .query(ApplicationRows::read)
                .list();
    }

    /** Applications that wait for a person, the nearest promise first. */
    List<Application> waiting(int most) {
        return jdbc.sql("select * from application where state = 'REFERRED' order by promised_at, number limit ?")
                .param(most)
                .query(ApplicationRows::read)
                .list();
    }

    /** Applications that a person has decided, the newest first. */
    List<Application> decidedByPeople(int most) {
        return jdbc.sql("""
                        select a.* from application a
                        where a.state <> 'REFERRED'
                          and exists (select 1 from decision d where d.application_id = a.id and d.sequence > 1 and d.outcome <> 'REFER')
                        order by a.decided_at desc limit ?""").param(most).query(ApplicationRows::read).list();
    }

    private static Application read(ResultSet row, int number) throws SQLException {
        return new Application(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("customer_id", UUID.class),
                row.getString("product_id"),
                row.getInt("product_version"),
                Channel.valueOf(row.getString("channel")),
                Language.valueOf(row.getString("language")),
                Application.State.valueOf(row.getString("state")),
                JSON.readValue(row.getString("answers"), ANSWERS),
                row.getString("step"),
                row.getInt("version"),
                row.getBoolean("ask_everything"),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("submitted_at")),
                instant(row.getTimestamp("decided_at")),
                instant(row.getTimestamp("promised_at")),
                row.getObject("loan_id", UUID.class));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
