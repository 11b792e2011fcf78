package org.quanheng.app.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One walk along the chain. Each link is checked against the stored hash before it, so one altered record is one fault. */
final class ChainVerifier {
    private static final int MOST_FAULTS = 100;

    private final JdbcClient jdbc;
    private final List<String> faults = new ArrayList<>();
    private byte[] previous;
    private long expectedSequence = 1;
    private long linked;
    private @Nullable Long firstFaulty;

    ChainVerifier(JdbcClient jdbc, byte[] start) {
        this.jdbc = jdbc;
        this.previous = start;
    }

    private record LinkedRecord(
            long sequence,
            long recordId,
            byte[] hash,
            @Nullable AuditRecord record) {}

    ChainVerification verify() {
        try (var links = jdbc
                .sql("""
                        select l.sequence, l.record_id, l.hash, r.id, r.at, r.actor, r.act, r.subject, r.detail
                        from audit_link l left join audit_record r on r.id = l.record_id order by l.sequence""")
                .withFetchSize(1_000)
                .query((row, n) -> new LinkedRecord(
                        row.getLong("sequence"),
                        row.getLong("record_id"),
                        row.getBytes("hash"),
                        row.getObject("id") == null ? null : AuditRecord.read(row, n)))
                .stream()) {
            links.forEach(this::check);
        }
        checkNothingSlippedIn();
        long records =
                jdbc.sql("select count(*) from audit_record").query(Long.class).single();
        return new ChainVerification(records, linked, List.copyOf(faults), firstFaulty);
    }

    private void check(LinkedRecord link) {
        if (link.sequence() != expectedSequence) {
            fault(link.recordId(), "links " + expectedSequence + " to " + (link.sequence() - 1) + " are missing");
        }
        AuditRecord record = link.record();
        if (record == null) {
            fault(link.recordId(), "audit_record " + link.recordId() + " (link " + link.sequence() + ") is missing");
        } else {
            linked++;
            if (!Arrays.equals(record.hashAfter(previous), link.hash())) {
                fault(
                        record.id(),
                        "audit_record " + record.id() + " (link " + link.sequence()
                                + ") is not what was linked: it, or the link before it, was altered");
            }
        }
        previous = link.hash();
        expectedSequence = link.sequence() + 1;
    }

    private void checkNothingSlippedIn() {
        jdbc.sql("""
                        select r.id from audit_record r
                        where (r.txid, r.id) <= (select txid, record_id from audit_link order by sequence desc limit 1)
                          and not exists (select 1 from audit_link l where l.record_id = r.id)
                        order by r.id limit ?""")
                .param(MOST_FAULTS)
                .query((row, n) -> row.getLong(1))
                .list()
                .forEach(id ->
                        fault(id, "audit_record " + id + " stands behind the end of the chain and was never linked"));
    }

    private void fault(long recordId, String text) {
        firstFaulty = firstFaulty == null ? Long.valueOf(recordId) : firstFaulty;
        if (faults.size() < MOST_FAULTS) {
            faults.add(text);
        }
    }
}
