package org.quanheng.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;

class ActsTests {
    private final RunningLender lender = RunningLender.get();
    private final Acts acts = lender.part(Acts.class);
    private final Ids ids = lender.part(Ids.class);

    @Test
    void fiftyEqualActsAtOnceAreOne() throws InterruptedException, ExecutionException {
        ActKey key = new ActKey("test", ids.nextKey(), "same");
        AtomicInteger performed = new AtomicInteger();
        List<Future<UUID>> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                results.add(threads.submit(() -> acts.once(key, ids.next(), performed::incrementAndGet)));
            }
        }

        UUID first = results.getFirst().get();
        for (Future<UUID> result : results) {
            assertThat(result.get()).isEqualTo(first);
        }
        assertThat(performed).hasValue(1);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        String key = ids.nextKey();
        acts.once(new ActKey("test", key, "one"), ids.next(), () -> {});

        assertThatThrownBy(() -> acts.once(new ActKey("test", key, "two"), ids.next(), () -> {}))
                .isInstanceOf(KeyReusedException.class)
                .hasMessageContaining(key);
        assertThat(acts.once(new ActKey("other scope", key, "two"), new UUID(1, 2), () -> {}))
                .isEqualTo(new UUID(1, 2));
    }

    @Test
    void anActThatFailsLeavesNothingAndMayBeTriedAgain() throws SQLException {
        ActKey key = new ActKey("test", ids.nextKey(), "r");

        assertThatThrownBy(() -> acts.once(key, ids.next(), () -> {
                    lender.part(AuditRecords.class)
                            .write("test", "test.act", "half-done:" + key.key(), java.util.Map.of());
                    throw new IllegalStateException("stopped half-way");
                }))
                .hasMessage("stopped half-way");

        assertThat(lender.column("select id from audit_record where subject = 'half-done:" + key.key() + "'"))
                .isEmpty();
        UUID subject = ids.next();
        assertThat(acts.once(key, subject, () -> {})).isEqualTo(subject);
    }
}
