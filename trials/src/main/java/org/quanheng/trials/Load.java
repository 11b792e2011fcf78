package org.quanheng.trials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.fault.Phrase;
import org.quanheng.trials.lender.Applicant;
import org.quanheng.trials.lender.Lender;
import org.quanheng.trials.lender.Web;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decisions a second over HTTP with durable commit, beside the same rows inserted and committed by plain JDBC. */
@Command(
        name = "load",
        description = {
            "Decisions a second through POST /api/applications, and their ratio to plain inserts of the same rows.",
            "Each decision is durably committed. The reference goes by turns with it: the rows of one decision inserted and",
            "committed by plain JDBC over as many connections into copies of the tables."
        })
final class Load extends Trial {
    private static final double LEAST_RATIO = 0.25;
    private static final int TURNS = 5;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "16",
            description = "at once, on both sides (default: 16)")
    String connections = "16";

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "measured on each side (default: 20)")
    String seconds = "20";

    @Option(names = "--warm-up", paramLabel = "N", defaultValue = "30", description = "seconds before (default: 30)")
    String warmUp = "30";

    @Override
    void check(CallFaults faults) {
        faults.whole("--connections", connections, 1, 64);
        faults.whole("--seconds", seconds, 1, 3_600);
        faults.whole("--warm-up", warmUp, 0, 3_600);
    }

    /** What one side did: latencies in nanoseconds, sorted once they are joined, and over how long. */
    private record Measured(List<Long> nanos, long elapsed) {
        static final Measured NOTHING = new Measured(List.of(), 0);

        Measured and(Measured more) {
            List<Long> all = new ArrayList<>(nanos);
            all.addAll(more.nanos);
            Collections.sort(all);
            return new Measured(all, elapsed + more.elapsed);
        }

        double perSecond() {
            return nanos.size() * 1e9 / elapsed;
        }

        double millis(double share) {
            int rank = Math.clamp((int) Math.ceil(share * nanos.size()), 1, Math.max(1, nanos.size()));
            return nanos.isEmpty() ? 0 : Math.round(nanos.get(rank - 1) / 1e4) / 1e2;
        }
    }

    @Override
    ObjectNode attempt(Consumer<Phrase> progress) throws IOException, InterruptedException, SQLException {
        progress.accept(Phrase.of("opening a lender"));
        try (Lender lender = Lender.opened()) {
            return load(lender, progress);
        }
    }

    private ObjectNode load(Lender lender, Consumer<Phrase> progress)
            throws IOException, InterruptedException, SQLException {
        int many = Integer.parseInt(connections);
        List<byte[]> bodies = bodies(lender);
        AtomicLong number = new AtomicLong();
        List<AutoCloseable> opened = new ArrayList<>();
        try (Connection connection = lender.sql()) {
            List<Callable<@Nullable Void>> decisions = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                Wire wire = new Wire(lender.address());
                opened.add(wire);
                decisions.add(() -> decide(wire, bodies, number.incrementAndGet()));
            }
            progress.accept(Phrase.of("{0} s to warm up", warmUp));
            measure(decisions, Integer.parseInt(warmUp));
            Reference.Rows rows = Reference.prepare(connection);
            List<Callable<@Nullable Void>> inserts = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                Reference reference = new Reference(lender.sql(), rows);
                opened.add(reference);
                inserts.add(reference::insertOnce);
            }
            measure(inserts, Math.min(5, Integer.parseInt(warmUp)));
            return inTurns(decisions, inserts, connection, progress)
                    .put("connections", many)
                    .put("rowsPerDecision", rows.count())
                    .put("bytesPerDecision", rows.bytes());
        } finally {
            for (AutoCloseable each : opened) {
                close(each);
            }
        }
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            throw new IllegalStateException("a connection could not be closed", e);
        }
    }

    /** Measures both sides in turns, so that whatever else the machine does meets both alike. */
    private ObjectNode inTurns(
            List<Callable<@Nullable Void>> decisions,
            List<Callable<@Nullable Void>> inserts,
            Connection connection,
            Consumer<Phrase> progress)
            throws InterruptedException, SQLException {
        int turns = Math.min(TURNS, Integer.parseInt(seconds));
        int length = Integer.parseInt(seconds) / turns;
        Measured ours = Measured.NOTHING;
        Measured reference = Measured.NOTHING;
        for (int turn = 1; turn <= turns; turn++) {
            progress.accept(
                    Phrase.of("turn {0} of {1}, {2} s over HTTP and then {2} s of plain JDBC", turn, turns, length));
            ours = ours.and(measure(decisions, length));
            // What the server still does after its answers shall not slow the reference.
            awaitSealed(connection);
            reference = reference.and(measure(inserts, length));
        }
        double ratio = ours.perSecond() / reference.perSecond();
        ObjectNode seen = Web.JSON.createObjectNode();
        seen.put("turns", turns).put("secondsPerTurn", length);
        seen.put("decisionsPerSecond", Math.round(10 * ours.perSecond()) / 10.0);
        seen.put("p50Millis", ours.millis(0.5)).put("p99Millis", ours.millis(0.99));
        seen.put("referencePerSecond", Math.round(10 * reference.perSecond()) / 10.0);
        seen.put("referenceP50Millis", reference.millis(0.5)).put("referenceP99Millis", reference.millis(0.99));
        return seen.put("ratio", Math.round(1e4 * ratio) / 1e4).put(HELD, ratio >= LEAST_RATIO);
    }

    /** Waits until every audit record is linked into the chain. */
    private static void awaitSealed(Connection connection) throws InterruptedException, SQLException {
        try (PreparedStatement unsealed = connection.prepareStatement("""
                select exists (select from audit_record r where not exists (select from audit_link l where l.record_id = r.id))""")) {
            for (boolean waiting = true; waiting; ) {
                try (ResultSet answer = unsealed.executeQuery()) {
                    answer.next();
                    waiting = answer.getBoolean(1);
                }
                Thread.sleep(200);
            }
        }
    }

    private static List<byte[]> bodies(Lender lender) throws IOException, InterruptedException {
        try (Web web = new Web(lender.address(), "en")) {
            JsonNode product = web.open("/api/products").json().get(0);
            List<byte[]> bodies = new ArrayList<>();
            for (Applicant applicant : Applicant.all()) {
                bodies.add(applicant.application(product).toString().getBytes(StandardCharsets.UTF_8));
            }
            return bodies;
        }
    }

    private static @Nullable Void decide(Wire wire, List<byte[]> bodies, long number) throws IOException {
        int status = wire.post(
                "/api/applications", "load-%08d".formatted(number), bodies.get((int) (number % bodies.size())));
        if (status != 201) {
            throw new IllegalStateException("expected 201, came " + status);
        }
        return null;
    }

    /** Runs each of the calls again and again, each on a thread of its own. */
    private static Measured measure(List<Callable<@Nullable Void>> calls, int seconds) throws InterruptedException {
        long begun = System.nanoTime();
        long until = begun + seconds * 1_000_000_000L;
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (Callable<@Nullable Void> call : calls) {
                running.add(pool.submit(() -> {
                    List<Long> own = new ArrayList<>();
                    for (long now = System.nanoTime(); now < until; ) {
                        call.call();
                        long end = System.nanoTime();
                        own.add(end - now);
                        now = end;
                    }
                    return own;
                }));
            }
            for (Future<List<Long>> each : running) {
                nanos.addAll(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("under load: " + e.getCause(), e);
        }
        return new Measured(nanos, System.nanoTime() - begun);
    }
}
