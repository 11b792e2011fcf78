package org.quanheng.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JourneyEventTests {
    @Test
    void everythingMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> event(" ", JourneyEventType.QUESTION_ANSWERED, null, Map.of(Detail.QUESTION, "age")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("journey event QUESTION_ANSWERED: expected id, got nothing;"
                        + " expected the step on which it happened, got none;"
                        + " expected detail 'prefilled', got nothing; expected detail 'source', got nothing");
    }

    @Test
    void everyTypeCanBeMadeWithWhatItRequires() {
        for (JourneyEventType type : JourneyEventType.values()) {
            Map<String, String> detail = new TreeMap<>();
            type.required().forEach(key -> detail.put(key, "x"));
            JourneyEvent event = event("1", type, new Step("loan", 2), detail);
            assertThat(event.type().group()).isNotNull();
            for (String key : type.required()) {
                Map<String, String> less = new TreeMap<>(detail);
                less.remove(key);
                assertThatThrownBy(() -> event("1", type, new Step("loan", 2), less))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("detail '" + key + "'");
            }
        }
        assertThat(JourneyEventType.values()).hasSize(46);
    }

    @Test
    void aStepHasANameAndAVersion() {
        assertThatThrownBy(() -> new Step("", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step: expected a name and a version of 1 or more, got id '' and version 0");
        assertThat(new Step("loan", 1)).isLessThan(new Step("loan", 2)).isLessThan(new Step("you", 1));
    }

    private static JourneyEvent event(
            String id, JourneyEventType type, @Nullable Step step, Map<String, String> detail) {
        return JourneyEvent.of(
                id,
                "application",
                "person",
                Told.START,
                type,
                Actor.CUSTOMER,
                Channel.WEB,
                DeviceClass.DESKTOP,
                step,
                Court.CUSTOMER,
                detail);
    }
}
