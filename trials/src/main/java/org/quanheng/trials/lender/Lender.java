package org.quanheng.trials.lender;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lender of our own: the server as a process of its own on a data folder of its own, started, killed and stopped by its process id. */
public final class Lender implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOPPING_MAX = Duration.ofSeconds(40);
    private static final Pattern SIGN_IN = Pattern.compile("^ {4}([a-z-]{3,30}) +([0-9A-Z-]{10,11})$");
    private static final String LENDER_READY = "the sample lender is set up";
    /** The last line of what the demo says, below all other sign-ins. */
    private static final String DEMO_DONE = "    administrator ";

    private final Path data;
    private final int port;
    private @Nullable Process server;

    private Lender(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** A new lender with its product, policy and staff, before anybody has applied; it serves. */
    public static Lender opened() throws IOException, InterruptedException {
        Lender lender = new Lender(Files.createTempDirectory("quanheng-trial"), freePort());
        try {
            lender.run("demo", "--port", "0", "--data", lender.data.toString());
            lender.waitForOutput(LENDER_READY);
            // The demo's own applicants are not wanted here: it is killed as soon as the lender is set up.
            lender.killServer();
            lender.start();
            return lender;
        } catch (IOException | InterruptedException | RuntimeException e) {
            lender.close();
            throw e;
        }
    }

    /** A lender at which the demo's 300 people have applied; it serves. */
    public static Lender afterDemo() throws IOException, InterruptedException {
        Lender lender = new Lender(Files.createTempDirectory("quanheng-trial"), freePort());
        try {
            lender.run("demo", "--port", Integer.toString(lender.port), "--data", lender.data.toString());
            lender.waitForOutput(DEMO_DONE);
            Thread.sleep(200);
            return lender;
        } catch (IOException | InterruptedException | RuntimeException e) {
            lender.close();
            throw e;
        }
    }

    /** Starts the server again on the same data and port and waits until it is healthy. */
    public void start() throws IOException, InterruptedException {
        run("serve", "--port", Integer.toString(port), "--data", data.toString());
        waitUntilHealthy();
    }

    private void run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.quanheng.cli.Quanheng"));
        command.addAll(List.of(arguments));
        File output = output().toFile();
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        // What is waited for in its output is English, whatever language the trial's caller reads.
        process.environment().put("LC_ALL", "C.UTF-8");
        server = process.start();
    }

    private Path output() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private void waitForOutput(String words) throws IOException, InterruptedException {
        long until = System.nanoTime() + 5 * PATIENCE.toNanos();
        while (!Files.readString(output()).contains(words)) {
            requireAlive();
            if (System.nanoTime() > until) {
                throw new IllegalStateException("expected '" + words + "' in " + output() + ", it did not come");
            }
            Thread.sleep(50);
        }
    }

    /** Waits until the server and its database answer. */
    public void waitUntilHealthy() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (Web web = new Web(address(), "en")) {
            while (!web.healthy()) {
                requireAlive();
                if (System.nanoTime() > until) {
                    throw new IllegalStateException(
                            "expected a healthy server within " + PATIENCE.toSeconds() + " s; its output: " + output());
                }
                Thread.sleep(100);
            }
        }
    }

    private void requireAlive() throws IOException {
        if (server == null || !server.isAlive()) {
            throw new IllegalStateException("the server ended: " + Files.readString(output()));
        }
    }

    /** Where the server is. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** The data folder. */
    Path data() {
        return data;
    }

    /** Login and password of each role, as the demo printed them. */
    public Map<String, String> signIns() throws IOException {
        Map<String, String> signIns = new LinkedHashMap<>();
        for (String line : Files.readAllLines(output())) {
            Matcher signIn = SIGN_IN.matcher(line);
            if (signIn.matches()) {
                signIns.put(signIn.group(1), signIn.group(2));
            }
        }
        return signIns;
    }

    /** kill -9 of the server; the database goes on running without it. */
    public void killServer() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    /** kill -9 of PostgreSQL's postmaster. */
    public void killDatabase() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        if (postmaster == null) {
            throw new IllegalStateException("expected a running PostgreSQL on " + data + ", there is none");
        }
        postmaster.destroyForcibly();
        while (postmaster.isAlive()) {
            Thread.sleep(10);
        }
    }

    /** The postmaster of our cluster, known by its working folder: the number in the pid file may belong to a stranger by now. */
    private @Nullable ProcessHandle postmaster() throws IOException {
        Path cluster = data.resolve("database").toRealPath();
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return null;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Path folder = Path.of("/proc/" + pid + "/cwd");
        return Files.isDirectory(folder) && folder.toRealPath().equals(cluster)
                ? ProcessHandle.of(pid).orElse(null)
                : null;
    }

    /** A connection as the database's superuser. */
    public Connection sql() throws SQLException, IOException {
        String databasePort = Files.readAllLines(data.resolve("database/postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/quanheng?stringtype=unspecified",
                "postgres",
                Files.readString(data.resolve("keys/database.password")).strip());
    }

    /** Stops the server and its database and deletes the data folder. */
    @Override
    public void close() throws IOException {
        Process process = server;
        if (process != null) {
            process.destroy();
            process.onExit()
                    .completeOnTimeout(process, STOPPING_MAX.toSeconds(), TimeUnit.SECONDS)
                    .join();
            if (process.isAlive()) {
                process.destroyForcibly().onExit().join();
            }
        }
        if (Files.isDirectory(data.resolve("database"))) {
            ProcessHandle left = postmaster();
            if (left != null) {
                left.destroy();
                left.onExit().join();
            }
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.deleteIfExists(output());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
