package org.quanheng.app.model.workshop;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quanheng.fault.Faults;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.scoring.Progress;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.table.Sample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs trainings, one at a time on each server. The state is in the database: a training that waits is taken by whichever server looks
 * first, and one whose server is gone is marked as interrupted.
 */
@Component
class TrainingRunner implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRunner.class);

    /** How often a training that runs tells how far it is. */
    private static final Duration BEAT = Duration.ofMillis(500);

    /** A runner that has said nothing for so long is gone. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(30);

    private final DataSets data;
    private final Trainings trainings;
    private final Clock clock;

    /** A training computes without a pause, so it has a thread of its own instead of holding up the virtual ones. */
    private final ExecutorService work = Executors.newSingleThreadExecutor(runnable -> {
        Thread thread = new Thread(runnable, "training");
        thread.setDaemon(true);
        return thread;
    });

    private final ExecutorService turn = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("training-turn").factory());

    TrainingRunner(DataSets data, Trainings trainings, Clock clock) {
        this.data = data;
        this.trainings = trainings;
        this.clock = clock;
    }

    /** How far one training is and whether it shall stop, between the one who computes and the one who tells. */
    private static final class Course implements Progress {
        private volatile double share;
        private volatile boolean stop;
        private volatile boolean abandoned;

        @Override
        public boolean reached(double now) {
            share = now;
            return !stop && !abandoned;
        }
    }

    @TransactionalEventListener
    void asked(Trainings.Asked asked) {
        turn.execute(this::runAllThatWait);
    }

    /** Also takes what another server left waiting, and finds out whose runner is gone. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        int gone = trainings.interruptSilentSince(clock.instant().minus(SILENCE_MAX));
        if (gone > 0) {
            LOG.warn("{} trainings were interrupted: their server is gone", gone);
        }
        turn.execute(this::runAllThatWait);
    }

    private void runAllThatWait() {
        for (Optional<Training> next = trainings.take(); next.isPresent(); next = trainings.take()) {
            run(next.get());
        }
    }

    private void run(Training training) {
        Course course = new Course();
        Future<?> job = work.submit(() -> train(training, course));
        while (!job.isDone()) {
            try {
                job.get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException running) {
                course.stop |= trainings.alive(training.id(), course.share);
            } catch (InterruptedException closing) {
                // The server is going down. The row stays as it is until somebody finds its runner silent.
                course.abandoned = true;
                Thread.currentThread().interrupt();
                return;
            } catch (java.util.concurrent.ExecutionException impossible) {
                throw new IllegalStateException("a training ended without saying how", impossible);
            }
        }
    }

    private void train(Training training, Course course) {
        UUID id = training.id();
        try {
            Recipe recipe = training.recipe();
            DataSet set = data.find(training.dataSetId());
            Sample sample = Recipe.development(recipe.card().sample(data.table(set, recipe.card())));
            PdModel model = recipe.train(sample, course);
            trainings.end(id, Training.State.DONE, model.toJson(), List.of());
        } catch (CancellationException stopped) {
            if (!course.abandoned) {
                trainings.end(id, Training.State.CANCELLED, null, List.of());
            }
        } catch (FaultyInputException faulty) {
            trainings.end(id, Training.State.FAILED, null, faulty.faults());
        } catch (RuntimeException | OutOfMemoryError broken) {
            LOG.error("training {} failed", id, broken);
            Faults faults = new Faults("training");
            faults.add("training", "to come to its end", broken.getClass().getSimpleName());
            trainings.end(id, Training.State.FAILED, null, faults.exception().faults());
        }
    }

    @Override
    public void destroy() {
        turn.shutdownNow();
        work.shutdownNow();
    }
}
