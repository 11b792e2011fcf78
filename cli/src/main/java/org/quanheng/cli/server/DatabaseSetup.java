package org.quanheng.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.fault.Phrase;

/** What a new cluster needs once: a user that is no superuser, and a database that it owns. */
final class DatabaseSetup {
    private static final String USER = """
            do $$ begin
              if not exists (select from pg_roles where rolname = 'quanheng') then
                execute format('create role quanheng login password %L', current_setting('quanheng.password'));
              end if;
            end $$""";

    private DatabaseSetup() {}

    /** Makes the user and the database unless an earlier start did. */
    static void ensure(DatabaseAddress superuser, Path folder, String password) {
        Path done = folder.resolve("database.ready");
        if (Files.exists(done)) {
            return;
        }
        try (Connection connection =
                        DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
                PreparedStatement secret =
                        connection.prepareStatement("select set_config('quanheng.password', ?, false)");
                Statement statement = connection.createStatement()) {
            secret.setString(1, password);
            secret.execute();
            statement.execute(USER);
            boolean there;
            try (ResultSet found =
                    statement.executeQuery("select exists (select from pg_database where datname = 'quanheng')")) {
                there = found.next() && found.getBoolean(1);
            }
            if (!there) {
                statement.execute("create database quanheng owner quanheng");
            }
            Files.writeString(done, PostgresPrograms.VERSION);
        } catch (SQLException | IOException e) {
            throw new OperatingFailure(
                    Phrase.of("the database: expected to make the user and the database 'quanheng', came {0}", e), e);
        }
    }
}
