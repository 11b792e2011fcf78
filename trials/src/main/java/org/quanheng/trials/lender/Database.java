package org.quanheng.trials.lender;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Questions to the database from outside the platform. */
public final class Database {
    /** Tables that only acts fill; sealing and projecting, which go on by themselves, fill the others. */
    static final List<String> OF_ACTS = List.of(
            "application",
            "customer",
            "decision",
            "loan",
            "instalment",
            "loan_event",
            "loan_request",
            "ledger_entry",
            "performed_act",
            "journey_event",
            "audit_record");

    private static final int HASH_BYTES = 32;

    private final Connection connection;

    /** Reads over a connection that the caller closes. */
    public Database(Connection connection) {
        this.connection = connection;
    }

    /** One number. */
    public long number(String query, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** How many rows each table of acts has. */
    public Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : OF_ACTS) {
            counts.put(table, number("select count(*) from " + table));
        }
        return counts;
    }

    /**
     * Recomputes the audit chain by our own reading of its definition: SHA-256 over the hash before, the id as eight bytes, and each
     * of time, actor, act, subject and detail with its length as four bytes before it.
     *
     * @return what does not fit; empty when all does
     */
    public List<String> chainFaults() throws SQLException {
        List<String> faults = new ArrayList<>();
        byte[] previous = new byte[HASH_BYTES];
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select l.hash, r.id, r.at, r.actor, r.act, r.subject, r.detail
                        from audit_link l left join audit_record r on r.id = l.record_id order by l.sequence""")) {
            while (row.next()) {
                byte[] expected = hash(previous, row);
                previous = row.getBytes("hash");
                if (!Arrays.equals(expected, previous)) {
                    faults.add("audit_record " + row.getLong("id") + " is not what was linked");
                }
            }
        }
        return faults;
    }

    private static byte[] hash(byte[] previous, ResultSet row) throws SQLException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(previous);
            sha.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(row.getLong("id")).array());
            String at = String.valueOf(row.getTimestamp("at").toInstant());
            for (String field : List.of(
                    at,
                    row.getString("actor"),
                    row.getString("act"),
                    row.getString("subject"),
                    row.getString("detail"))) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                sha.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                sha.update(bytes);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
