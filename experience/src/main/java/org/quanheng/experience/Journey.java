package org.quanheng.experience;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All events of one application in the order of their time, and the measures made of them.
 *
 * <p>Events of the same moment keep the order in which they were given. Nothing is stored: every figure is derived.
 */
public final class Journey {
    private final String applicationId;
    private final List<JourneyEvent> events;

    private Journey(String applicationId, List<JourneyEvent> events) {
        this.applicationId = applicationId;
        this.events = events;
    }

    /** The journey of one application; refuses no events at all, and events of several applications. */
    public static Journey of(Collection<JourneyEvent> events) {
        TreeSet<String> ids = new TreeSet<>();
        events.forEach(event -> ids.add(event.applicationId()));
        if (ids.size() != 1) {
            throw new IllegalArgumentException("journey: expected the events of one application, got those of "
                    + ids.size() + (ids.isEmpty() ? "" : ": " + String.join(", ", ids)));
        }
        List<JourneyEvent> ordered =
                events.stream().sorted(Comparator.comparing(JourneyEvent::at)).toList();
        return new Journey(ids.first(), ordered);
    }

    /** The application whose journey it is. */
    public String applicationId() {
        return applicationId;
    }

    /** The events in the order of their time. */
    public List<JourneyEvent> events() {
        return events;
    }

    /**
     * Time in which the customer was active on the steps (customer effort).
     *
     * <p>A view of a step runs from its STEP_SHOWN to the STEP_SUBMITTED or STEP_BACK of the same step. If the page
     * measured its active milliseconds ({@link Detail#ACTIVE_MS}), they count, but never more than the time that
     * passed. If it did not (no JavaScript), the gaps between the events of the view count, each up to the idle cap. A
     * view that was never left by an act of the customer has no known end and counts up to its last event.
     *
     * @param idleCap longest gap that still counts as work, more than zero
     */
    public Duration effort(Duration idleCap) {
        if (idleCap.isNegative() || idleCap.isZero()) {
            throw new IllegalArgumentException("effort: expected an idle cap above zero, got " + idleCap);
        }
        Duration total = Duration.ZERO;
        Map<Step, View> open = new HashMap<>();
        for (JourneyEvent event : events) {
            Step step = event.step();
            if (step == null || (event.actor() != Actor.CUSTOMER && event.type() != JourneyEventType.STEP_SHOWN)) {
                continue;
            }
            if (event.type() == JourneyEventType.STEP_SHOWN) {
                View before = open.put(step, new View(event.at()));
                total = total.plus(before == null ? Duration.ZERO : before.gaps);
                continue;
            }
            View view = open.get(step);
            if (view != null) {
                view.add(event.at(), idleCap);
                if (leaves(event)) {
                    total = total.plus(view.active(event));
                    open.remove(step);
                }
            }
        }
        for (View view : open.values()) {
            total = total.plus(view.gaps);
        }
        return total;
    }

    /** Questions asked: distinct questions that were shown and not filled in beforehand. */
    public int questionsAsked() {
        return Math.toIntExact(events.stream()
                .filter(event -> event.type() == JourneyEventType.QUESTION_SHOWN)
                .filter(event -> !"true".equals(event.detail().get(Detail.PREFILLED)))
                .map(event -> event.detail().get(Detail.QUESTION))
                .distinct()
                .count());
    }

    /** Time to the conditional yes: from the first SUBMITTED to the first OFFER_SENT after it. */
    public Optional<Duration> timeToConditionalYes() {
        return submittedUntil(JourneyEventType.OFFER_SENT);
    }

    /** Time to the final yes: from the first SUBMITTED to the first FINAL_YES after it. */
    public Optional<Duration> timeToFinalYes() {
        return submittedUntil(JourneyEventType.FINAL_YES);
    }

    /** Time to cash: from the first SUBMITTED to the first DISBURSED after it. */
    public Optional<Duration> timeToCash() {
        return submittedUntil(JourneyEventType.DISBURSED);
    }

    /** Whose turn it was at a moment: the court of the last event up to it; empty before the first. */
    public Optional<Court> courtAt(Instant moment) {
        Court court = null;
        for (JourneyEvent event : events) {
            if (event.at().isAfter(moment)) {
                break;
            }
            court = event.court();
        }
        return Optional.ofNullable(court);
    }

    /** How long each side had the turn, from the first event until a moment; a side that never had it counts zero. */
    public Map<Court, Duration> timeInCourt(Instant until) {
        Map<Court, Duration> spent = new EnumMap<>(Court.class);
        for (Court court : Court.values()) {
            spent.put(court, Duration.ZERO);
        }
        for (int i = 0; i < events.size(); i++) {
            Instant from = events.get(i).at();
            Instant to = i + 1 < events.size() ? events.get(i + 1).at() : until;
            Instant end = to.isBefore(until) ? to : until;
            if (from.isBefore(end)) {
                spent.merge(events.get(i).court(), Duration.between(from, end), Duration::plus);
            }
        }
        return spent;
    }

    private Optional<Duration> submittedUntil(JourneyEventType end) {
        Instant submitted = null;
        for (JourneyEvent event : events) {
            if (submitted == null && event.type() == JourneyEventType.SUBMITTED) {
                submitted = event.at();
            } else if (submitted != null && event.type() == end) {
                return Optional.of(Duration.between(submitted, event.at()));
            }
        }
        return Optional.empty();
    }

    private static boolean leaves(JourneyEvent event) {
        return event.type() == JourneyEventType.STEP_SUBMITTED || event.type() == JourneyEventType.STEP_BACK;
    }

    /** One view of a step while its events are read. */
    private static final class View {
        private final Instant shown;
        private Instant last;
        private Duration gaps = Duration.ZERO;

        View(Instant shown) {
            this.shown = shown;
            this.last = shown;
        }

        void add(Instant at, Duration idleCap) {
            Duration gap = Duration.between(last, at);
            gaps = gaps.plus(gap.compareTo(idleCap) > 0 ? idleCap : gap);
            last = at;
        }

        Duration active(JourneyEvent leaving) {
            String measured = leaving.detail().get(Detail.ACTIVE_MS);
            if (measured == null) {
                return gaps;
            }
            Duration active = Duration.ofMillis(Math.max(0, Long.parseLong(measured)));
            Duration elapsed = Duration.between(shown, last);
            return active.compareTo(elapsed) > 0 ? elapsed : active;
        }
    }
}
