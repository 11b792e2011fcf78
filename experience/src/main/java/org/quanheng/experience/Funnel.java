package org.quanheng.experience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Completion and abandonment of each step.
 *
 * <p>A visit is one application's stay at one step within one session; a session ends after 24 hours without an act of
 * the customer (experience model 3.2). A visit is completed if the step was submitted in it, open if the session can
 * still go on, and abandoned otherwise. Open visits are censored: they count in no share.
 */
public final class Funnel {
    /** A session ends after this long without an act of the customer. */
    public static final Duration SESSION = Duration.ofHours(24);

    private Funnel() {}

    /**
     * What became of the visits to one step.
     *
     * @param step the step in its version
     * @param shown visits in all
     * @param completed visits in which it was submitted
     * @param abandoned visits that ended without
     * @param open visits that may still be completed
     */
    public record StepCount(Step step, int shown, int completed, int abandoned, int open) {
        /** The share of the closed visits that were completed, with its interval. */
        public Share completion() {
            return new Share(completed, (long) completed + abandoned);
        }

        /** The share of the closed visits that were abandoned, with its interval. */
        public Share abandonment() {
            return new Share(abandoned, (long) completed + abandoned);
        }
    }

    /** The funnel of many journeys as it stands at a moment; steps in the order in which they were first shown. */
    public static List<StepCount> of(Collection<Journey> journeys, Instant asOf) {
        Map<Step, int[]> counts = new LinkedHashMap<>();
        for (Journey journey : journeys) {
            List<JourneyEvent> session = new ArrayList<>();
            for (JourneyEvent event : journey.events()) {
                if (event.actor() != Actor.CUSTOMER && event.type() != JourneyEventType.STEP_SHOWN) {
                    continue;
                }
                if (event.at().isAfter(asOf)) {
                    break;
                }
                if (!session.isEmpty() && ended(session, event.at())) {
                    close(session, counts, false);
                    session.clear();
                }
                session.add(event);
            }
            if (!session.isEmpty()) {
                close(session, counts, !ended(session, asOf) && !withdrawn(session));
            }
        }
        List<StepCount> steps = new ArrayList<>();
        counts.forEach((step, n) -> steps.add(new StepCount(step, n[0] + n[1] + n[2], n[0], n[1], n[2])));
        return List.copyOf(steps);
    }

    private static boolean ended(List<JourneyEvent> session, Instant at) {
        return Duration.between(session.getLast().at(), at).compareTo(SESSION) > 0;
    }

    private static boolean withdrawn(List<JourneyEvent> session) {
        return session.stream().anyMatch(event -> event.type() == JourneyEventType.WITHDRAWN);
    }

    private static void close(List<JourneyEvent> session, Map<Step, int[]> counts, boolean open) {
        Map<Step, Boolean> visits = new LinkedHashMap<>();
        for (JourneyEvent event : session) {
            Step step = event.step();
            if (step == null) {
                continue;
            }
            if (event.type() == JourneyEventType.STEP_SHOWN) {
                visits.putIfAbsent(step, false);
            } else if (event.type() == JourneyEventType.STEP_SUBMITTED) {
                visits.put(step, true);
            }
        }
        visits.forEach((step, completed) -> {
            int[] n = counts.computeIfAbsent(step, key -> new int[3]);
            n[completed ? 0 : open ? 2 : 1]++;
        });
    }

    /** Groups loose events into journeys, one for each application. */
    public static List<Journey> journeys(Collection<JourneyEvent> events) {
        Map<String, List<JourneyEvent>> byApplication = new LinkedHashMap<>();
        for (JourneyEvent event : events) {
            byApplication
                    .computeIfAbsent(event.applicationId(), key -> new ArrayList<>())
                    .add(event);
        }
        return byApplication.values().stream().map(Journey::of).toList();
    }
}
