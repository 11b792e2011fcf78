package org.quanheng.experience;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to one application: who did it, where, and whose turn it was afterwards.
 *
 * @param id identity of the event, given by the recorder
 * @param applicationId application that it happened to
 * @param personId pseudonym of the person: never a name or a number by which somebody could be found
 * @param at when it happened
 * @param type what happened
 * @param actor who did it
 * @param channel how it reached us
 * @param device class of device
 * @param step step of the journey, for events that happen on one
 * @param court whose turn it is once the event has happened
 * @param detail what else is known; holds at least the keys that the type requires
 * @param arms arm of each experiment that the application was in, by name of the experiment
 * @param riskBand band of risk as known at that time
 */
public record JourneyEvent(
        String id,
        String applicationId,
        String personId,
        Instant at,
        JourneyEventType type,
        Actor actor,
        Channel channel,
        DeviceClass device,
        @Nullable Step step,
        Court court,
        SortedMap<String, String> detail,
        SortedMap<String, String> arms,
        @Nullable String riskBand) {

    /** Checks that nothing is missing that the type cannot do without; one error names all that is. */
    public JourneyEvent {
        detail = Collections.unmodifiableSortedMap(new TreeMap<>(detail));
        arms = Collections.unmodifiableSortedMap(new TreeMap<>(arms));
        List<String> faults = new ArrayList<>();
        requireText(faults, "id", id);
        requireText(faults, "applicationId", applicationId);
        requireText(faults, "personId", personId);
        if (type.happensOnStep() && step == null) {
            faults.add("expected the step on which it happened, got none");
        }
        for (String key : type.required()) {
            requireText(faults, "detail '" + key + "'", detail.getOrDefault(key, ""));
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("journey event " + type + ": " + String.join("; ", faults));
        }
    }

    /** An event outside any experiment, of a person whose band of risk is not known yet. */
    public static JourneyEvent of(
            String id,
            String applicationId,
            String personId,
            Instant at,
            JourneyEventType type,
            Actor actor,
            Channel channel,
            DeviceClass device,
            @Nullable Step step,
            Court court,
            Map<String, String> detail) {
        return new JourneyEvent(
                id,
                applicationId,
                personId,
                at,
                type,
                actor,
                channel,
                device,
                step,
                court,
                new TreeMap<>(detail),
                Collections.emptySortedMap(),
                null);
    }

    private static void requireText(List<String> faults, String name, String value) {
        if (value.isBlank()) {
            faults.add("expected " + name + ", got nothing");
        }
    }
}
