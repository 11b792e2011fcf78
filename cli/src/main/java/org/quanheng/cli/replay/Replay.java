package org.quanheng.cli.replay;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** Takes people through the journey, a few at once; interrupted journeys are taken up again until the server stays away too long. */
public final class Replay {
    /** How often a server that answers may send a person back before that counts as a failure and not as a restart. */
    private static final int REFUSALS_MAX = 12;

    private final URI server;
    private final int atOnce;
    private final Duration patience;
    private final ReplayKeys keys;
    private final Latencies latencies = new Latencies();

    /**
     * A replay against a server.
     *
     * @param server its address
     * @param atOnce how many people apply at the same time
     * @param patience how long the server may be away before the replay gives up
     * @param keys idempotency keys, the same for the same person in every run
     */
    public Replay(URI server, int atOnce, Duration patience, ReplayKeys keys) {
        this.server = server;
        this.atOnce = atOnce;
        this.patience = patience;
        this.keys = keys;
    }

    /**
     * What one person met.
     *
     * @param application the application's id, by which the outcome is recorded
     * @param answer APPROVED, DECLINED or REFERRED
     * @param questions how many questions the pages asked in this run
     * @param decisionMillis from the last answer to the decision's page, -1 when an earlier run had that
     */
    public record Met(int row, String application, String answer, int questions, long decisionMillis) {}

    /**
     * Lets everybody apply.
     *
     * @param progress told after each person how many are through, and what each answer counts
     * @return what each met, in the order of the people
     * @throws ReplayFailure when a page cannot be answered or the server stays away
     */
    public List<Met> run(List<Person> people, BiConsumer<Integer, Map<String, Integer>> progress) {
        Map<Integer, Met> met = new TreeMap<>();
        Map<String, Integer> answers = new TreeMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                atOnce, Thread.ofVirtual().name("applicant-", 0).factory())) {
            CompletionService<Met> running = new ExecutorCompletionService<>(pool);
            people.forEach(person -> running.submit(() -> apply(person)));
            try {
                for (int done = 1; done <= people.size(); done++) {
                    Met one = running.take().get();
                    met.put(one.row(), one);
                    answers.merge(one.answer(), 1, Integer::sum);
                    progress.accept(done, answers);
                }
            } catch (ExecutionException e) {
                pool.shutdownNow();
                throw e.getCause() instanceof ReplayFailure failure
                        ? failure
                        : new ReplayFailure("an applicant's program failed: " + e.getCause(), e);
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new ReplayFailure("interrupted", e);
            }
        }
        return new ArrayList<>(met.values());
    }

    /** How long pages took so far. */
    public Latencies latencies() {
        return latencies;
    }

    private Met apply(Person person) {
        String language = person.row() % 2 == 0 ? "zh-CN" : "en";
        Journey journey = new Journey(person, keys.of(person.row()), () -> new Browser(server, language, latencies));
        long away = 0;
        int refusals = 0;
        for (long pause = 100; ; pause = Math.min(2 * pause, 2_000)) {
            try {
                Journey.End end = journey.goOn();
                return new Met(
                        end.row(), end.application(), end.answer().name(), end.questions(), end.decisionMillis());
            } catch (Journey.Interruption e) {
                refusals += e.getCause() == null ? 1 : 0;
                if (refusals > REFUSALS_MAX) {
                    throw new ReplayFailure("the server answers, but the journey cannot go on: " + e.getMessage(), e);
                }
                if (away > patience.toMillis()) {
                    throw new ReplayFailure(
                            "the server stayed away for " + patience.toSeconds() + " s: " + e.getMessage(), e);
                }
                away += pause;
                sleep(pause);
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayFailure("interrupted", e);
        }
    }
}
