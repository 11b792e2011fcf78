package org.quanheng.cli.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.fault.Phrase;

/**
 * A PostgreSQL of our own on a data folder that survives restarts: durable commits, reachable only from this machine and only with a
 * password. What a killed process left running is stopped at the next start; a killed PostgreSQL is started again.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String CLUSTER = "database";
    private static final String PASSWORD = "database.password";
    private static final int PORTS_TRIED_MAX = 5;
    private static final Duration STOPPING_MAX = Duration.ofSeconds(20);
    private static final String SETTINGS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on"
            + " -c synchronous_commit=on -c full_page_writes=on -c max_connections=80 -c shared_buffers=256MB"
            + " -c timezone=UTC -c log_timezone=UTC -c password_encryption=scram-sha-256";

    private final DataFolder folder;
    private final Path programs;
    private final Path cluster;
    private final int port;
    private final String password;
    private final Thread watch;
    private boolean closing;

    private EmbeddedDatabase(DataFolder folder, Path programs, String password) {
        this.folder = folder;
        this.programs = programs;
        this.cluster = folder.path().resolve(CLUSTER);
        this.password = password;
        clearLeftovers();
        this.port = startOnFreePort();
        this.watch = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
    }

    /**
     * Starts PostgreSQL on the data folder, made at the first start.
     *
     * @param chance where the first start takes the database's password from
     * @throws OperatingFailure when it cannot start; the message names the log
     */
    public static EmbeddedDatabase start(DataFolder folder, SecureRandom chance) {
        if (!Files.isDirectory(folder.path().resolve(CLUSTER))) {
            Path secret = folder.keys().resolve(PASSWORD);
            byte[] bytes = new byte[24];
            chance.nextBytes(bytes);
            DataFolder.writeSecret(secret, HexFormat.of().formatHex(bytes));
            initialise(PostgresPrograms.unpacked(PostgresPrograms.cache(System.getenv())), folder, secret);
        }
        return open(folder);
    }

    private static EmbeddedDatabase open(DataFolder folder) {
        Path programs = PostgresPrograms.unpacked(PostgresPrograms.cache(System.getenv()));
        EmbeddedDatabase database =
                new EmbeddedDatabase(folder, programs, passwordIn(folder.keys().resolve(PASSWORD)));
        try {
            DatabaseSetup.ensure(
                    address(database.port, "postgres", "postgres", database.password),
                    folder.path(),
                    database.password);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        database.watch.start();
        return database;
    }

    /**
     * Lends the database that a data folder has for one piece of work: started and stopped for it, or the running one of a server.
     *
     * @throws OperatingFailure when it cannot start
     */
    public static <T> T borrow(Path data, Function<DatabaseAddress, T> work) {
        try (DataFolder folder = DataFolder.takeIfFree(data)) {
            if (folder == null) {
                return work.apply(running(data));
            }
            try (EmbeddedDatabase database = open(folder)) {
                return work.apply(database.address());
            }
        }
    }

    private static DatabaseAddress running(Path data) {
        Path pidFile = data.resolve("database/postmaster.pid");
        try {
            // Its lines: process, folder, start, port …
            int port = Integer.parseInt(Files.readAllLines(pidFile).get(3).strip());
            return address(
                    port,
                    "quanheng",
                    "quanheng",
                    passwordIn(data.resolve("keys").resolve(PASSWORD)));
        } catch (IOException | RuntimeException e) {
            throw new OperatingFailure(
                    Phrase.of(
                            "the database: expected the server that uses {0} to have one running, came {1}. Maybe wait until the server has started",
                            data, e),
                    e);
        }
    }

    private static String passwordIn(Path secret) {
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new OperatingFailure(
                    Phrase.of(
                            "the database's password: expected it in {0}, came {1}. Maybe restore that file from a backup of the data folder",
                            secret, e),
                    e);
        }
    }

    /** Makes the cluster beside its place and then renames it, so that a killed first start leaves nothing half made. */
    private static void initialise(Path programs, DataFolder folder, Path secret) {
        Path part = folder.path().resolve("database.part");
        try {
            PostgresPrograms.delete(part);
            Path log = folder.logs().resolve("database-setup.log");
            List<String> call = List.of(
                    programs.resolve("bin/initdb").toString(),
                    "--pgdata=" + part,
                    "--username=postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=" + secret,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
            if (call(call, log, Duration.ofMinutes(2)) != 0) {
                throw failed(log);
            }
            Files.move(part, folder.path().resolve(CLUSTER));
        } catch (IOException e) {
            throw new OperatingFailure(
                    Phrase.of("the database: expected to make its files in {0}, came {1}", part, e), e);
        }
    }

    /** Where the application finds the database. */
    public DatabaseAddress address() {
        return address(port, "quanheng", "quanheng", password);
    }

    private static DatabaseAddress address(int port, String user, String database, String password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    private int startOnFreePort() {
        for (int tried = 1; ; tried++) {
            int free = freePort();
            if (startOn(free)) {
                return free;
            }
            if (tried == PORTS_TRIED_MAX) {
                throw failed(folder.logs().resolve("database.log"));
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new OperatingFailure(Phrase.of("the database: expected a free port on 127.0.0.1, came {0}", e), e);
        }
    }

    private boolean startOn(int wanted) {
        return call(
                        List.of(
                                programs.resolve("bin/pg_ctl").toString(),
                                "start",
                                "--pgdata=" + cluster,
                                "--wait",
                                "--timeout=120",
                                "--log=" + folder.logs().resolve("database.log"),
                                "--options=-p " + wanted + " " + SETTINGS),
                        folder.logs().resolve("database-control.log"),
                        Duration.ofMinutes(3))
                == 0;
    }

    private boolean stop(String mode) {
        return call(
                        List.of(
                                programs.resolve("bin/pg_ctl").toString(),
                                "stop",
                                "--pgdata=" + cluster,
                                "--mode=" + mode,
                                "--wait",
                                "--timeout=" + STOPPING_MAX.toSeconds()),
                        folder.logs().resolve("database-control.log"),
                        STOPPING_MAX.plusSeconds(10))
                == 0;
    }

    /**
     * Stops a PostgreSQL that a killed process left on this folder. Its processes are known by their working folder, which is the
     * cluster: the number in the pid file may by now belong to a stranger.
     */
    private void clearLeftovers() {
        Path pidFile = cluster.resolve("postmaster.pid");
        List<ProcessHandle> left = processesOfCluster();
        if (left.isEmpty()) {
            try {
                Files.deleteIfExists(pidFile);
            } catch (IOException e) {
                throw new OperatingFailure(
                        Phrase.of("the database: cannot delete the left-over {0}: {1}", pidFile, e), e);
            }
            return;
        }
        if (left.stream().anyMatch(process -> Long.toString(process.pid()).equals(firstLine(pidFile)))
                && (stop("fast") || stop("immediate"))) {
            left = processesOfCluster();
        }
        for (ProcessHandle process : left) {
            try {
                process.onExit().get(STOPPING_MAX.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperatingFailure(Phrase.of("interrupted while an earlier database stops"), e);
            } catch (Exception e) {
                throw new OperatingFailure(
                        Phrase.of(
                                "the database: expected the earlier one on {0} to stop, but its process {1} is still there. Maybe stop it by hand",
                                cluster, process.pid()),
                        e);
            }
        }
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException e) {
            return "";
        }
    }

    private List<ProcessHandle> processesOfCluster() {
        List<ProcessHandle> found = new ArrayList<>();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            all.filter(process -> runsIn(process.pid(), cluster)).forEach(found::add);
        }
        return found;
    }

    /** True when the process lives and works in the folder; false too for one that ended and nobody has buried. */
    static boolean runsIn(long pid, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(folder);
        } catch (IOException e) {
            // Ended meanwhile, or another user's process: either way not one that we started.
            return false;
        }
    }

    /** Starts PostgreSQL again on the same port when it dies without our asking. */
    private synchronized void watch() {
        while (!closing) {
            try {
                wait(300);
            } catch (InterruptedException e) {
                return;
            }
            if (!closing && !alive()) {
                clearLeftovers();
                startOn(port);
            }
        }
    }

    private boolean alive() {
        String pid = firstLine(cluster.resolve("postmaster.pid"));
        return pid.matches("\\d{1,10}") && runsIn(Long.parseLong(pid), cluster);
    }

    /** Stops PostgreSQL in good order: open transactions are rolled back, everything committed is on disk. */
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        notifyAll();
        if (!stop("fast")) {
            stop("immediate");
        }
    }

    /** Runs one of PostgreSQL's programs, which refuse to run as root: root gives up its rights in a user namespace. */
    private static int call(List<String> program, Path log, Duration limit) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of("unshare", "--user"));
        }
        whole.addAll(program);
        try {
            ProcessBuilder builder = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
            Process process = builder.start();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new OperatingFailure(
                    Phrase.of("the database: expected to run {0}, came {1}", whole.getFirst(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatingFailure(Phrase.of("interrupted while waiting for the database"), e);
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static OperatingFailure failed(Path log) {
        String last = "";
        try {
            List<String> lines = Files.readAllLines(log);
            last = String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        } catch (IOException e) {
            last = e.toString();
        }
        String pattern = isRoot()
                ? "the database: expected it to start, it failed: {0} (whole log: {1}). Maybe run as an ordinary user, or set QUANHENG_DATABASE_URL to a PostgreSQL of your own"
                : "the database: expected it to start, it failed: {0} (whole log: {1}). Maybe set QUANHENG_DATABASE_URL to a PostgreSQL of your own";
        return new OperatingFailure(Phrase.of(pattern, last, log));
    }
}
