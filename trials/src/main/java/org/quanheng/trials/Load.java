package org.quanheng.trials;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decisions a second over HTTP with durable commit, beside the same rows inserted and committed by plain JDBC. */
@Command(
        name = "load",
        description = {
            "Decisions a second through POST /api/applications, each durably committed, beside a reference",
            "in the same run: the rows of one decision inserted and committed by plain JDBC over as many",
            "connections into copies of the tables."
        })
final class Load extends Trial {
    private static final double LEAST_RATIO = 0.25;

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
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        whole("--connections", connections, 1, 64, faults);
        whole("--seconds", seconds, 1, 3_600, faults);
        whole("--warm-up", warmUp, 0, 3_600, faults);
        return faults;
    }

    /** What one side did: latencies in nanoseconds, sorted, and over how long. */
    private record Measured(List<Long> nanos, long elapsed) {
        double perSecond() {
            return nanos.size() * 1e9 / elapsed;
        }

        double millis(double share) {
            int rank = Math.clamp((int) Math.ceil(share * nanos.size()), 1, Math.max(1, nanos.size()));
            return nanos.isEmpty() ? 0 : Math.round(nanos.get(rank - 1) / 1e4) / 1e2;
        }
    }

    @Override
    ObjectNode attempt(PrintWriter progress) throws IOException, InterruptedException, SQLException {
        progress.println("quanheng trials load: opening a lender");
        try (Lender lender = Lender.opened()) {
            return load(lender, progress);
        }
    }

    private ObjectNode load(Lender lender, PrintWriter progress)
            throws IOException, InterruptedException, SQLException {
        int many = Integer.parseInt(connections);
        int length = Integer.parseInt(seconds);
        List<byte[]> bodies = bodies(lender);
        AtomicLong number = new AtomicLong();
        List<Callable<@Nullable Void>> programs = new ArrayList<>();
        List<Wire> clients = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Wire wire = new Wire(lender.address());
            clients.add(wire);
            programs.add(() -> decide(wire, bodies, number.incrementAndGet()));
        }
        progress.println("quanheng trials load: " + warmUp + " s to warm up, then " + length + " s over HTTP");
        measure(programs, Integer.parseInt(warmUp));
        Measured ours = measure(programs, length);
        for (Wire wire : clients) {
            wire.close();
        }
        progress.println("quanheng trials load: " + length + " s of plain JDBC");
        List<Reference> references = new ArrayList<>();
        try (Connection connection = lender.sql()) {
            Reference.Rows rows = Reference.prepare(connection);
            List<Callable<@Nullable Void>> inserts = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                Reference reference = new Reference(lender.sql(), rows);
                references.add(reference);
                inserts.add(() -> {
                    reference.insertOnce();
                    return null;
                });
            }
            measure(inserts, Math.min(5, Integer.parseInt(warmUp)));
            Measured reference = measure(inserts, length);
            double ratio = Math.round(1e3 * ours.perSecond() / reference.perSecond()) / 1e3;
            ObjectNode seen = Web.JSON.createObjectNode();
            seen.put("connections", many).put("seconds", length);
            seen.put("decisionsPerSecond", Math.round(10 * ours.perSecond()) / 10.0);
            seen.put("p50Millis", ours.millis(0.5)).put("p99Millis", ours.millis(0.99));
            seen.put("referencePerSecond", Math.round(10 * reference.perSecond()) / 10.0);
            seen.put("referenceP50Millis", reference.millis(0.5)).put("referenceP99Millis", reference.millis(0.99));
            seen.put("rowsPerDecision", rows.count()).put("bytesPerDecision", rows.bytes());
            return seen.put("ratio", ratio).put(HELD, ratio >= LEAST_RATIO);
        } finally {
            for (Reference reference : references) {
                reference.close();
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
        Collections.sort(nanos);
        return new Measured(nanos, System.nanoTime() - begun);
    }
}
