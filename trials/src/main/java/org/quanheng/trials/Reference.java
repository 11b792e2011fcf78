package org.quanheng.trials;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The rows that one decision wrote, inserted again and again into copies of their tables with one commit for all of them. */
final class Reference implements AutoCloseable {
    private static final Map<String, String> ROWS_OF_ONE = Map.of(
            "performed_act", "subject = ?::uuid",
            "customer", "id = (select customer_id from public.application where id = ?::uuid)",
            "application", "id = ?::uuid",
            "decision", "application_id = ?::uuid",
            "journey_event", "application_id = ?::uuid",
            "audit_record", "subject = 'application:' || ?");

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** Columns that a unique key stands on: each insert gives them a value of its own. */
    private static final List<String> OF_KEYS = List.of("id", "key", "application_id");

    /** One row as the database wrote it in text. */
    record Row(String table, List<String> columns, List<@Nullable String> values) {
        private String insert() {
            String names = String.join(", ", columns);
            String places = String.join(", ", columns.stream().map(_ -> "?").toList());
            return "insert into reference." + table + " (" + names + ") values (" + places + ")";
        }
    }

    /** All rows of one decision. */
    record Rows(List<Row> rows) {
        int count() {
            return rows.size();
        }

        long bytes() {
            return rows.stream()
                    .flatMap(row -> row.values().stream())
                    .mapToLong(value -> value == null ? 0 : value.getBytes(StandardCharsets.UTF_8).length)
                    .sum();
        }
    }

    private final Connection connection;
    private final Rows rows;

    Reference(Connection connection, Rows rows) throws SQLException {
        this.connection = connection;
        this.rows = rows;
        connection.setAutoCommit(false);
    }

    /** Makes empty copies of the tables, with their indexes and checks, and reads the rows of the newest approved application. */
    static Rows prepare(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists reference cascade");
            statement.execute("create schema reference");
            String application;
            try (ResultSet newest = statement.executeQuery(
                    "select id from application where state = 'OFFERED' and channel = 'API' order by number desc limit 1")) {
                if (!newest.next()) {
                    throw new IllegalStateException("expected an application with offers, there is none");
                }
                application = newest.getString(1);
            }
            for (String table : ROWS_OF_ONE.keySet().stream().sorted().toList()) {
                statement.execute("create table reference." + table + " (like public." + table + " including all)");
                read(connection, table, application, rows);
            }
        }
        return new Rows(List.copyOf(rows));
    }

    private static void read(Connection connection, String table, String application, List<Row> rows)
            throws SQLException {
        List<String> generated = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select column_name from information_schema.columns where table_schema = 'public' and table_name = ?"
                        + " and (is_identity = 'YES' or column_name = 'txid')")) {
            statement.setString(1, table);
            try (ResultSet column = statement.executeQuery()) {
                while (column.next()) {
                    generated.add(column.getString(1));
                }
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("select * from public." + table + " where " + ROWS_OF_ONE.get(table))) {
            statement.setString(1, application);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    List<String> columns = new ArrayList<>();
                    List<@Nullable String> values = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String column = row.getMetaData().getColumnName(i);
                        if (!generated.contains(column)) {
                            columns.add(column);
                            values.add(row.getString(i));
                        }
                    }
                    rows.add(new Row(table, columns, values));
                }
            }
        }
    }

    /** Inserts the rows under keys of their own and commits durably. */
    @Nullable Void insertOnce() throws SQLException {
        String fresh = UUID.nameUUIDFromBytes(
                        Long.toString(NUMBERS.incrementAndGet()).getBytes(StandardCharsets.UTF_8))
                .toString();
        int number = 0;
        for (Row row : rows.rows()) {
            number++;
            try (PreparedStatement statement = connection.prepareStatement(row.insert())) {
                for (int i = 0; i < row.values().size(); i++) {
                    boolean key = OF_KEYS.contains(row.columns().get(i));
                    statement.setString(
                            i + 1,
                            key
                                    ? fresh.substring(0, 34) + "%02x".formatted(number)
                                    : row.values().get(i));
                }
                statement.executeUpdate();
            }
        }
        connection.commit();
        return null;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
