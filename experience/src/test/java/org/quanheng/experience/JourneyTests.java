package org.quanheng.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyTests {
    private static final Duration IDLE = Duration.ofMinutes(2);

    @Test
    void effortIsTheMeasuredTimeButNeverMoreThanPassed() {
        Journey journey = new Told("a")
                .shown("loan")
                .seconds(40)
                .submitted("loan", 25_000)
                .shown("you")
                .seconds(10)
                .submitted("you", 99_000)
                .journey();
        assertThat(journey.effort(IDLE)).isEqualTo(Duration.ofSeconds(25 + 10));
    }

    @Test
    void withoutMeasurementGapsCountUpToTheIdleCap() {
        Journey journey = new Told("a")
                .shown("loan")
                .seconds(30)
                .answered("loan", "purpose")
                .after(Duration.ofHours(3))
                .answered("loan", "credit_amount")
                .seconds(20)
                .submitted("loan")
                .journey();
        assertThat(journey.effort(IDLE)).isEqualTo(Duration.ofSeconds(30 + 120 + 20));
    }

    @Test
    void aViewThatWasNeverLeftCountsUpToItsLastAct() {
        Journey journey = new Told("a")
                .shown("loan")
                .seconds(15)
                .answered("loan", "purpose")
                .after(Duration.ofDays(3))
                .shown("loan")
                .seconds(5)
                .submitted("loan")
                .shown("you")
                .journey();
        assertThat(journey.effort(IDLE)).isEqualTo(Duration.ofSeconds(15 + 5));
    }

    @Test
    void waitingIsNoEffort() {
        Journey journey = new Told("a")
                .shown("loan")
                .seconds(5)
                .submitted("loan")
                .turnOf(Court.BANK)
                .went(JourneyEventType.SUBMITTED, Actor.CUSTOMER)
                .after(Duration.ofDays(2))
                .went(JourneyEventType.FINAL_YES, Actor.STAFF)
                .journey();
        assertThat(journey.effort(IDLE)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void questionsCountOnceAndNotWhenFilledIn() {
        Journey journey = new Told("a")
                .shown("loan")
                .asked("loan", "purpose", false)
                .asked("loan", "credit_amount", true)
                .shown("loan")
                .asked("loan", "purpose", false)
                .asked("loan", "duration_months", false)
                .journey();
        assertThat(journey.questionsAsked()).isEqualTo(2);
    }

    @Test
    void timeToYesRunsFromTheFirstSubmission() {
        Journey journey = new Told("a")
                .went(JourneyEventType.SUBMITTED, Actor.CUSTOMER)
                .seconds(3)
                .went(JourneyEventType.OFFER_SENT, Actor.SYSTEM)
                .seconds(60)
                .went(JourneyEventType.FINAL_YES, Actor.SYSTEM)
                .journey();
        assertThat(journey.timeToConditionalYes()).contains(Duration.ofSeconds(3));
        assertThat(journey.timeToFinalYes()).contains(Duration.ofSeconds(63));
        assertThat(journey.timeToCash()).isEmpty();
    }

    @Test
    void theTurnIsThatOfTheLastEvent() {
        Told told = new Told("a")
                .shown("loan")
                .seconds(100)
                .turnOf(Court.BANK)
                .went(JourneyEventType.SUBMITTED, Actor.CUSTOMER)
                .seconds(50)
                .turnOf(Court.CUSTOMER)
                .went(JourneyEventType.OFFER_SENT, Actor.SYSTEM);
        Journey journey = told.journey();
        assertThat(journey.courtAt(Told.START.minusSeconds(1))).isEmpty();
        assertThat(journey.courtAt(Told.START.plusSeconds(99))).contains(Court.CUSTOMER);
        assertThat(journey.courtAt(Told.START.plusSeconds(100))).contains(Court.BANK);
        assertThat(journey.courtAt(Told.START.plusSeconds(150))).contains(Court.CUSTOMER);
        assertThat(journey.timeInCourt(Told.START.plusSeconds(170)))
                .containsEntry(Court.CUSTOMER, Duration.ofSeconds(120))
                .containsEntry(Court.BANK, Duration.ofSeconds(50))
                .containsEntry(Court.THIRD_PARTY, Duration.ZERO);
        assertThat(journey.timeInCourt(Told.START.plusSeconds(120)))
                .containsEntry(Court.CUSTOMER, Duration.ofSeconds(100))
                .containsEntry(Court.BANK, Duration.ofSeconds(20));
    }

    @Test
    void aJourneyIsOfOneApplication() {
        List<JourneyEvent> mixed = List.of(
                new Told("a").shown("loan").journey().events().getFirst(),
                new Told("b").shown("loan").journey().events().getFirst());
        assertThatThrownBy(() -> Journey.of(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("journey: expected the events of one application, got those of 2: a, b");
        assertThatThrownBy(() -> Journey.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("journey: expected the events of one application, got those of 0");
        assertThatThrownBy(() -> new Told("a").shown("loan").journey().effort(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
