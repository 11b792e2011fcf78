package org.quanheng.app.model.workshop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.audit.Acts;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.audit.Sha256;
import org.quanheng.scoring.table.Table;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The imported tables of data. What was imported is never changed; what its columns are may be. */
@Component
public class DataSets {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_LISTED = 100;
    private static final int TABLES_KEPT = 4;
    private static final String COLUMNS =
            "id, name, file_name, sha256, row_count, column_count, card, version, imported_by, imported_at";

    private final JdbcClient jdbc;
    private final Aead personalData;
    private final Acts acts;
    private final AuditRecords audit;
    private final Ids ids;
    private final Clock clock;

    /** Tables as read, by data set and card: pages ask for the same one again and again. */
    private final Cache<Read, Table> tables =
            Caffeine.newBuilder().maximumSize(TABLES_KEPT).softValues().build();

    private record Read(UUID id, DataCard card) {}

    DataSets(JdbcClient jdbc, Aead personalData, Acts acts, AuditRecords audit, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.acts = acts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Imports a file.
     *
     * @param missing texts that mean "missing"
     * @throws org.quanheng.fault.FaultyInputException with every fault of the content
     */
    public UUID add(ActKey key, String by, String name, String fileName, byte[] bytes, Set<String> missing) {
        DataFile file = DataFile.arrived(fileName, bytes);
        DataCard card = file.firstCard(missing);
        Table table = file.table(card);
        UUID id = ids.next();
        return acts.once(key, id, () -> {
            String hash = HexFormat.of().formatHex(Sha256.of(bytes));
            jdbc.sql("""
                            insert into data_set (id, name, file_name, content, sha256, row_count, column_count, card,
                                                  imported_by, imported_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            name,
                            fileName,
                            encrypted(id, file.packed()),
                            hash,
                            table.rows(),
                            table.names().size(),
                            JSON.writeValueAsString(card),
                            by,
                            Timestamp.from(clock.instant()))
                    .update();
            audit.write(by, "data.import", "data:" + id, Map.of("sha256", hash, "rows", table.rows()));
        });
    }

    /** Says what the columns are; refused when somebody has said so meanwhile. */
    public void describe(ActKey key, String by, DataSet set, DataCard card) {
        acts.once(key, set.id(), () -> {
            int changed = jdbc.sql("update data_set set card = ?, version = version + 1 where id = ? and version = ?")
                    .params(JSON.writeValueAsString(card), set.id(), set.version())
                    .update();
            if (changed == 0) {
                throw new OptimisticLockingFailureException("the columns were described by somebody else meanwhile");
            }
            audit.write(by, "data.describe", "data:" + set.id(), Map.of("target", card.target(), "bad", card.bad()));
        });
    }

    /** The data set with this id. */
    public DataSet find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from data_set where id = ?")
                .param(id)
                .query(DataSets::read)
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such data set"));
    }

    /** The newest data sets. */
    public List<DataSet> newest() {
        return jdbc.sql("select " + COLUMNS + " from data_set order by imported_at desc limit ?")
                .param(MOST_LISTED)
                .query(DataSets::read)
                .list();
    }

    /** Its table as a card says; errors as {@link DataFile#table}. */
    public Table table(DataSet set, DataCard card) {
        return tables.get(new Read(set.id(), card), read -> file(set).table(card));
    }

    private DataFile file(DataSet set) {
        byte[] content = jdbc.sql("select content from data_set where id = ?")
                .param(set.id())
                .query(byte[].class)
                .single();
        try {
            return DataFile.kept(set.fileName(), personalData.decrypt(content, context(set.id())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "data set " + set.id()
                            + " could not be decrypted. Maybe the key folder is not the one it was written with.",
                    e);
        }
    }

    private byte[] encrypted(UUID id, byte[] packed) {
        try {
            return personalData.encrypt(packed, context(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("data set " + id + " could not be encrypted", e);
        }
    }

    private static byte[] context(UUID id) {
        return ("data_set:" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static DataSet read(ResultSet row, int number) throws SQLException {
        return new DataSet(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getInt("row_count"),
                row.getInt("column_count"),
                JSON.readValue(row.getString("card"), DataCard.class),
                row.getInt("version"),
                row.getString("imported_by"),
                row.getTimestamp("imported_at").toInstant());
    }
}
