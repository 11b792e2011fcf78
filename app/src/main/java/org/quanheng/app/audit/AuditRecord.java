package org.quanheng.app.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** What was done, by whom, to what, and when. */
public record AuditRecord(long id, Instant at, String actor, String act, String subject, String detail) {

    static AuditRecord read(ResultSet row, int number) throws SQLException {
        return new AuditRecord(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("detail"));
    }

    /** The hash that links this record behind the one with the previous hash: SHA-256 over length-prefixed fields. */
    byte[] hashAfter(byte[] previous) {
        return Sha256.of(
                previous,
                ByteBuffer.allocate(Long.BYTES).putLong(id).array(),
                field(at.toString()),
                field(actor),
                field(act),
                field(subject),
                field(detail));
    }

    private static byte[] field(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
