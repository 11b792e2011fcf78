package org.quanheng.cli.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.QuanhengApplication;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.Phrase;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The database and the application, started and stopped as one. */
public final class Server implements AutoCloseable {
    private static final SecureRandom CHANCE = new SecureRandom();

    private final DataFolder folder;
    private final @Nullable EmbeddedDatabase database;
    private final ConfigurableApplicationContext application;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean closed;

    private Server(DataFolder folder, @Nullable EmbeddedDatabase database, ConfigurableApplicationContext application) {
        this.folder = folder;
        this.database = database;
        this.application = application;
    }

    /**
     * Where and how a server is to run.
     *
     * @param data the data folder
     * @param address the address to listen on
     * @param port the port to listen on, 0 for any free one
     * @param external a PostgreSQL of the caller's own; null for the embedded one
     */
    public record Place(
            Path data,
            InetAddress address,
            int port,
            @Nullable DatabaseAddress external) {}

    /** Starts the database, then the application; what was started is stopped again when a later part fails. */
    public static Server start(Place place, Words words, PrintWriter err) {
        requireFreePort(place);
        DataFolder folder = DataFolder.take(place.data());
        EmbeddedDatabase database = null;
        boolean started = false;
        try {
            DatabaseAddress address = place.external();
            if (address == null) {
                err.println(
                        words.say("quanheng: starting PostgreSQL {0} on {1}", PostgresPrograms.VERSION, folder.path()));
                database = EmbeddedDatabase.start(folder, CHANCE);
                address = database.address();
            }
            err.println(words.say("quanheng: starting the application"));
            Server server = new Server(folder, database, application(place, folder, address));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "quanheng-stop"));
            started = true;
            return server;
        } finally {
            if (!started) {
                if (database != null) {
                    database.close();
                }
                folder.close();
            }
        }
    }

    private static void requireFreePort(Place place) {
        if (place.port() == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(place.address(), place.port()));
        } catch (IOException e) {
            throw new OperatingFailure(
                    Phrase.of(
                            "port {0}: expected a free one, came one in use ({1}). Maybe choose another with --port",
                            place.port(), e.getMessage()),
                    e);
        }
    }

    private static ConfigurableApplicationContext application(
            Place place, DataFolder folder, DatabaseAddress database) {
        Path log = folder.logs().resolve("server.log");
        Map<String, Object> settings = Map.of(
                "server.address", place.address().getHostAddress(),
                "server.port", place.port(),
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "quanheng.data-dir", folder.path(),
                "quanheng.key-dir", folder.keys(),
                "logging.file.name", log,
                "logging.threshold.console", "OFF");
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        SpringApplication application = new SpringApplication(QuanhengApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        // Our own hook stops the application before the database; Spring's would run beside it.
        application.setRegisterShutdownHook(false);
        try {
            return application.run(arguments.toArray(new String[0]));
        } catch (RuntimeException e) {
            throw new OperatingFailure(
                    Phrase.of("the application: expected it to start, came {0} (whole log: {1})", rootOf(e), log), e);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The data folder. */
    public DataFolder data() {
        return folder;
    }

    /** A secret of this installation, made at the first asking. */
    public String secret(String name) {
        return folder.secret(name, CHANCE);
    }

    /** The application's parts. */
    public ConfigurableApplicationContext application() {
        return application;
    }

    /** Where a browser finds the application. */
    public String url() {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        String address = application.getEnvironment().getRequiredProperty("server.address");
        String host = address.equals("127.0.0.1") || address.equals("0.0.0.0") ? "localhost" : address;
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Waits until the server is stopped. */
    public void await() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the application, then the database. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        application.close();
        if (database != null) {
            database.close();
        }
        folder.close();
        stopped.countDown();
    }
}
