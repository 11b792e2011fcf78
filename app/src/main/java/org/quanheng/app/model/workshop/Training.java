package org.quanheng.app.model.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Fault;

/**
 * One training, from being asked for to its end.
 *
 * @param share how much is done, 0 to 1
 * @param faults what went wrong, only when it failed
 * @param scorecard the model as JSON, only when it is done
 */
public record Training(
        UUID id,
        long number,
        UUID dataSetId,
        String name,
        Recipe recipe,
        State state,
        double share,
        boolean cancelWanted,
        String askedBy,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String scorecard,
        List<Fault> faults) {
    /** Copies the list. */
    public Training {
        faults = List.copyOf(faults);
    }

    /** Where a training stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        /** The server that ran it is gone. */
        INTERRUPTED;

        /** Whether nothing more will happen to it. */
        public boolean ended() {
            return this != WAITING && this != RUNNING;
        }
    }

    /** How long it will go on if it goes on as so far; empty while that cannot be said. */
    public Optional<Duration> left(Instant now) {
        if (state != State.RUNNING || startedAt == null || share < 0.02) {
            return Optional.empty();
        }
        double passed = Duration.between(startedAt, now).toMillis();
        return Optional.of(Duration.ofMillis(Math.round(passed * (1 - share) / share)));
    }
}
