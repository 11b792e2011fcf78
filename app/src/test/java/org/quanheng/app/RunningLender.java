package org.quanheng.app;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.sample.SampleLender;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole platform on a real PostgreSQL with the sample lender, started once for all tests that ask for it. */
public final class RunningLender {
    private static @Nullable RunningLender running;

    private final EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext context;
    private final Path log;

    private RunningLender() throws IOException {
        Path folder = Files.createTempDirectory("quanheng-test");
        log = folder.resolve("server.log");
        postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        SpringApplication application = new SpringApplication(QuanhengApplication.class);
        application.setRegisterShutdownHook(false);
        context = application.run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--quanheng.key-dir=" + folder.resolve("keys"),
                "--logging.file.name=" + log,
                "--logging.threshold.console=OFF");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        context.getBean(SampleLender.class).open();
    }

    /** The platform of this test run. */
    public static synchronized RunningLender get() {
        if (running == null) {
            try {
                running = new RunningLender();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    private void stop() {
        context.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of the platform. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of a kind, by name. */
    public <T> Map<String, T> parts(Class<T> type) {
        return context.getBeansOfType(type);
    }

    /** Does something while no more than so many connections to the database can be had at once. */
    public void withConnections(int most, Callable<?> work) throws Exception {
        HikariDataSource pool = part(DataSource.class).unwrap(HikariDataSource.class);
        int usual = pool.getMaximumPoolSize();
        limit(pool, most);
        try {
            work.call();
        } finally {
            limit(pool, usual);
        }
    }

    private static void limit(HikariDataSource pool, int most) {
        pool.getHikariConfigMXBean().setMinimumIdle(most);
        pool.getHikariConfigMXBean().setMaximumPoolSize(most);
        // Those beyond the limit go now, or when they are given back.
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** How many statements the server asks of its database while it answers requests, whatever goes on beside them. */
    public int statements(Callable<?> requests) throws Exception {
        LoggingSystem logging = part(LoggingSystem.class);
        int before = log().length();
        logging.setLogLevel(JdbcTemplate.class.getName(), LogLevel.DEBUG);
        try {
            requests.call();
        } finally {
            logging.setLogLevel(JdbcTemplate.class.getName(), LogLevel.INFO);
        }
        return Math.toIntExact(log().substring(before)
                .lines()
                .filter(line -> line.contains("tomcat-handler") && line.contains("Executing prepared SQL"))
                .count());
    }

    /** Where it serves. */
    public URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** A browser without cookies. */
    public Visitor visitor() {
        return new Visitor(address());
    }

    /** What the server has logged so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** The sign-in of a role of the staff. */
    public SampleLender.SignIn signInOf(String role) {
        Optional<SampleLender.SignIn> found = part(SampleLender.class).signIns().stream()
                .filter(signIn -> signIn.role().name().equals(role))
                .findFirst();
        return found.orElseThrow();
    }

    /** One column of a query's rows, as text. */
    public List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Changes rows behind the platform's back, with every trigger and constraint of the tables off. */
    public int tamper(String change) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            return statement.executeUpdate(change);
        }
    }

    private Connection superuser() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }
}
