package org.quanheng.experience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the story of one application in the words of the trade, for tests. */
final class Told {
    static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final String application;
    private final List<JourneyEvent> events = new ArrayList<>();
    private Instant now = START;
    private Court court = Court.CUSTOMER;

    Told(String application) {
        this.application = application;
    }

    Told after(Duration wait) {
        now = now.plus(wait);
        return this;
    }

    Told seconds(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    Told turnOf(Court next) {
        court = next;
        return this;
    }

    Told shown(String step) {
        return event(JourneyEventType.STEP_SHOWN, Actor.SYSTEM, new Step(step, 1), Map.of());
    }

    Told asked(String step, String question, boolean prefilled) {
        return event(
                JourneyEventType.QUESTION_SHOWN,
                Actor.SYSTEM,
                new Step(step, 1),
                Map.of(Detail.QUESTION, question, Detail.PREFILLED, Boolean.toString(prefilled)));
    }

    Told answered(String step, String question) {
        return event(
                JourneyEventType.QUESTION_ANSWERED,
                Actor.CUSTOMER,
                new Step(step, 1),
                Map.of(Detail.QUESTION, question, Detail.PREFILLED, "false", Detail.SOURCE, "applicant"));
    }

    Told submitted(String step) {
        return event(JourneyEventType.STEP_SUBMITTED, Actor.CUSTOMER, new Step(step, 1), Map.of());
    }

    Told submitted(String step, long activeMillis) {
        return event(
                JourneyEventType.STEP_SUBMITTED,
                Actor.CUSTOMER,
                new Step(step, 1),
                Map.of(Detail.ACTIVE_MS, Long.toString(activeMillis)));
    }

    Told went(JourneyEventType type, Actor actor) {
        return event(type, actor, null, Map.of());
    }

    Told withdrew(String reason) {
        return event(JourneyEventType.WITHDRAWN, Actor.CUSTOMER, null, Map.of(Detail.REASON, reason));
    }

    Journey journey() {
        return Journey.of(events);
    }

    Instant now() {
        return now;
    }

    private Told event(JourneyEventType type, Actor actor, @Nullable Step step, Map<String, String> detail) {
        events.add(JourneyEvent.of(
                application + "-" + events.size(),
                application,
                "person",
                now,
                type,
                actor,
                Channel.WEB,
                DeviceClass.PHONE,
                step,
                court,
                detail));
        return this;
    }
}
