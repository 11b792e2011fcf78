package org.quanheng.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanheng.cli.shell.OperatingFailure;

class EmbeddedDatabaseTests {
    @TempDir
    Path temporary = Path.of("");

    /** Starts a database in a process of its own and writes a row, for a test to kill. */
    static final class Victim {
        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database =
                    EmbeddedDatabase.start(DataFolder.take(Path.of(arguments[0])), new SecureRandom());
            write(database.address(), "acknowledged");
            System.out.println("written");
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static void write(DatabaseAddress address, String text) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text varchar primary key)");
            try (PreparedStatement insert = connection.prepareStatement("insert into note values (?)")) {
                insert.setString(1, text);
                insert.executeUpdate();
            }
        }
    }

    private static List<String> ask(DatabaseAddress address, String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = connect(address);
                PreparedStatement select = connection.prepareStatement(question);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static long postmaster(Path folder) throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("database/postmaster.pid")).getFirst());
    }

    @Test
    void keepsRowsOverAStopAndCommitsDurably() throws Exception {
        Path folder = temporary.resolve("data");
        try (DataFolder taken = DataFolder.take(folder);
                EmbeddedDatabase database = EmbeddedDatabase.start(taken, new SecureRandom())) {
            write(database.address(), "kept");
            assertThat(
                            ask(
                                    database.address(),
                                    "select setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')"))
                    .containsExactly("on", "on", "on");
            assertThat(ask(database.address(), "select rolsuper::text from pg_roles where rolname = current_user"))
                    .containsExactly("false");
            DatabaseAddress wrong = new DatabaseAddress(database.address().url(), "quanheng", "guess");
            assertThatThrownBy(() -> connect(wrong)).hasMessageContaining("password authentication failed");
        }
        assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("keys/database.password"))))
                .isEqualTo("rw-------");
        try (DataFolder taken = DataFolder.take(folder);
                EmbeddedDatabase database = EmbeddedDatabase.start(taken, new SecureRandom())) {
            assertThat(ask(database.address(), "select text from note")).containsExactly("kept");
        }
    }

    @Test
    void startsAgainOnTheSamePortWhenPostgresIsKilled() throws Exception {
        try (DataFolder taken = DataFolder.take(temporary.resolve("data"));
                EmbeddedDatabase database = EmbeddedDatabase.start(taken, new SecureRandom())) {
            write(database.address(), "before");
            long first = postmaster(taken.path());
            ProcessHandle killed = ProcessHandle.of(first).orElseThrow();
            killed.destroyForcibly();
            killed.onExit().get(10, TimeUnit.SECONDS);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            List<String> rows = List.of();
            while (rows.isEmpty() && System.nanoTime() < deadline) {
                try {
                    rows = ask(database.address(), "select text from note");
                } catch (SQLException e) {
                    Thread.sleep(100);
                }
            }
            assertThat(rows).containsExactly("before");
            assertThat(postmaster(taken.path())).isNotEqualTo(first);
        }
    }

    @Test
    void stopsWhatAKilledProcessLeftRunningAndKeepsItsRows() throws Exception {
        Path folder = temporary.resolve("data");
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("written");
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(OperatingFailure.class)
                    .hasMessageContaining("in use by process " + victim.pid());
        } finally {
            victim.destroyForcibly().waitFor();
        }
        long orphan = postmaster(folder);
        assertThat(EmbeddedDatabase.runsIn(orphan, folder.resolve("database"))).isTrue();
        try (DataFolder taken = DataFolder.take(folder);
                EmbeddedDatabase database = EmbeddedDatabase.start(taken, new SecureRandom())) {
            assertThat(EmbeddedDatabase.runsIn(orphan, folder.resolve("database")))
                    .isFalse();
            assertThat(ask(database.address(), "select text from note")).containsExactly("acknowledged");
        }
    }

    @Test
    void leavesAStrangerAloneWhoseNumberStandsInTheOldPidFile() throws Exception {
        Path folder = temporary.resolve("data");
        try (DataFolder taken = DataFolder.take(folder);
                EmbeddedDatabase database = EmbeddedDatabase.start(taken, new SecureRandom())) {
            write(database.address(), "kept");
        }
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Files.writeString(
                    folder.resolve("database/postmaster.pid"),
                    stranger.pid() + "\n" + folder.resolve("database") + "\n1\n5432\n\n127.0.0.1\n  1 1\nready   \n");
            try (DataFolder taken = DataFolder.take(folder);
                    EmbeddedDatabase database = EmbeddedDatabase.start(taken, new SecureRandom())) {
                assertThat(ask(database.address(), "select text from note")).containsExactly("kept");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void oneFolderHasOneUser() {
        Path folder = temporary.resolve("data");
        DataFolder taken = DataFolder.take(folder);
        assertThatThrownBy(() -> DataFolder.take(folder))
                .hasMessageContaining(
                        "in use by process " + ProcessHandle.current().pid());
        taken.close();
        DataFolder.take(folder).close();
    }
}
