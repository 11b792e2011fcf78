package org.quanheng.app.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Performs each act at most once, in one transaction with its state, events and audit record. */
@Component
public class Acts {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Acts(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Does the work unless this key has been acknowledged before. Of many equal requests at once, one does the work and the
     * others wait for it and get its subject.
     *
     * @param subject what the act is about, if it is done now
     * @return the subject of the first performance
     * @throws KeyReusedException if the key came before with another request
     */
    public UUID once(ActKey key, UUID subject, Runnable work) {
        return once(
                key,
                subject,
                () -> {
                    work.run();
                    return subject;
                },
                first -> first);
    }

    /**
     * The same for work that has a result.
     *
     * @param repeated the result for a key that has been acknowledged before, found by the subject of its first performance
     */
    public <T> T once(ActKey key, UUID subject, Supplier<T> work, Function<UUID, T> repeated) {
        byte[] request = Sha256.of(key.request().getBytes(StandardCharsets.UTF_8));
        return transaction.execute(status -> {
            int first = jdbc.sql("""
                            insert into performed_act (scope, key, request_sha256, subject, at) values (?, ?, ?, ?, ?)
                            on conflict do nothing""")
                    .params(key.scope(), key.key(), request, subject, Timestamp.from(clock.instant()))
                    .update();
            return first == 1 ? work.get() : repeated.apply(subjectOfFirst(key, request));
        });
    }

    private UUID subjectOfFirst(ActKey key, byte[] request) {
        record Performed(byte[] requestSha256, UUID subject) {}
        Performed performed = jdbc.sql("select request_sha256, subject from performed_act where scope = ? and key = ?")
                .params(key.scope(), key.key())
                .query(Performed.class)
                .single();
        if (!Arrays.equals(performed.requestSha256(), request)) {
            throw new KeyReusedException(key.key());
        }
        return performed.subject();
    }
}
