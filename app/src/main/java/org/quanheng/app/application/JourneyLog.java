package org.quanheng.app.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.product.Step;
import org.quanheng.experience.Actor;
import org.quanheng.experience.Court;
import org.quanheng.experience.JourneyEvent;
import org.quanheng.experience.JourneyEventType;

/** Builds the journey events of one act on one application; all of them have the same moment, channel and device. */
final class JourneyLog {
    private final Application application;
    private final Visit visit;
    private final Ids ids;
    private final Instant at;
    private final List<JourneyEvent> events = new ArrayList<>();

    JourneyLog(Application application, Visit visit, Ids ids, Clock clock) {
        this.application = application;
        this.visit = visit;
        this.ids = ids;
        this.at = clock.instant();
    }

    JourneyLog add(JourneyEventType type, Actor actor, Court court, Map<String, String> detail) {
        return add(type, actor, court, null, detail);
    }

    JourneyLog add(JourneyEventType type, Actor actor, Court court, @Nullable Step step, Map<String, String> detail) {
        events.add(JourneyEvent.of(
                ids.nextKey(),
                application.id().toString(),
                application.customerId().toString(),
                at,
                type,
                actor,
                visit.channel(),
                visit.device(),
                step == null ? null : new org.quanheng.experience.Step(step.id(), step.version()),
                court,
                detail));
        return this;
    }

    List<JourneyEvent> events() {
        return List.copyOf(events);
    }
}
