package org.quanheng.app.audit;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links audit records into a hash chain in commit order, and verifies it.
 *
 * <p>Acts do not wait for each other to be linked: a sealer links what has been committed, a moment later. Records of
 * finished transactions only, ordered by transaction and id, so nothing can slip in behind what is already linked.
 */
@Component
public class AuditChain {
    private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);
    private static final byte[] START = new byte[32];
    private static final int BATCH = 1_000;
    private static final long SEALER_LOCK = 0x5153_4541_4CL;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;

    AuditChain(JdbcClient jdbc, JdbcTemplate batches, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
    }

    private record Link(long sequence, String txid, long recordId, byte[] hash) {}

    private record Unlinked(long id, String txid, AuditRecord record) {}

    /** Links what has been committed since the last time. A database that is away is tried again at the next turn. */
    @Scheduled(fixedDelayString = "${quanheng.audit.seal-every:250ms}")
    void sealInTheBackground() {
        try {
            seal();
        } catch (DataAccessException e) {
            LOG.warn("audit records wait to be linked, the database does not answer: {}", e.getMessage());
        }
    }

    /** Links all that has been committed; returns how many records were linked now. */
    public int seal() {
        int linked = 0;
        int last;
        do {
            last = transaction.execute(status -> sealBatch());
            linked += last;
        } while (last == BATCH);
        return linked;
    }

    private int sealBatch() {
        // One sealer at a time, also among several servers on one database.
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(SEALER_LOCK)
                .query((row, n) -> 0)
                .single();
        Link tail = tail();
        List<Unlinked> records = jdbc.sql("""
                        select id, txid, at, actor, act, subject, detail from audit_record
                        where (txid, id) > (?::xid8, ?) and txid < pg_snapshot_xmin(pg_current_snapshot())
                        order by txid, id limit ?""")
                .params(tail.txid(), tail.recordId(), BATCH)
                .query((row, n) -> new Unlinked(row.getLong("id"), row.getString("txid"), AuditRecord.read(row, n)))
                .list();
        List<Object[]> links = new ArrayList<>();
        byte[] hash = tail.hash();
        long sequence = tail.sequence();
        for (Unlinked unlinked : records) {
            hash = unlinked.record().hashAfter(hash);
            links.add(new Object[] {++sequence, unlinked.id(), unlinked.txid(), hash});
        }
        if (!links.isEmpty()) {
            batches.batchUpdate(
                    "insert into audit_link (sequence, record_id, txid, hash) values (?, ?, ?::xid8, ?)", links);
        }
        return records.size();
    }

    private Link tail() {
        return jdbc.sql("select sequence, txid, record_id, hash from audit_link order by sequence desc limit 1")
                .query((row, n) -> new Link(
                        row.getLong("sequence"), row.getString("txid"), row.getLong("record_id"), row.getBytes("hash")))
                .optional()
                .orElse(new Link(0, "0", 0, START));
    }

    /** Recomputes the whole chain, record by record, and names every record or link that does not fit. */
    public ChainVerification verify() {
        return verify(jdbc, transaction);
    }

    /** Verifies the chain of a database from outside the running application. */
    public static ChainVerification verify(DataSource database) {
        return verify(JdbcClient.create(database), new TransactionTemplate(new DataSourceTransactionManager(database)));
    }

    private static ChainVerification verify(JdbcClient jdbc, TransactionTemplate transaction) {
        return transaction.execute(status -> new ChainVerifier(jdbc, START).verify());
    }
}
