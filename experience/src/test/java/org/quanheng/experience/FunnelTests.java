package org.quanheng.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelTests {
    @Test
    void visitsAreCompletedAbandonedOrOpen() {
        Told done = new Told("done").shown("loan").seconds(9).submitted("loan");
        Told gone = new Told("gone").shown("loan").seconds(9);
        Told thinking = new Told("thinking").after(Duration.ofHours(40)).shown("loan");
        List<Funnel.StepCount> funnel = Funnel.of(
                List.of(done.journey(), gone.journey(), thinking.journey()), Told.START.plus(Duration.ofHours(50)));
        assertThat(funnel).containsExactly(new Funnel.StepCount(new Step("loan", 1), 3, 1, 1, 1));
        assertThat(funnel.getFirst().completion()).isEqualTo(new Share(1, 2));
        assertThat(funnel.getFirst().abandonment()).isEqualTo(new Share(1, 2));
    }

    @Test
    void aSessionEndsAfterADay() {
        Journey back = new Told("a")
                .shown("loan")
                .after(Duration.ofHours(25))
                .shown("loan")
                .seconds(5)
                .submitted("loan")
                .journey();
        assertThat(Funnel.of(List.of(back), Told.START.plus(Duration.ofDays(9))))
                .containsExactly(new Funnel.StepCount(new Step("loan", 1), 2, 1, 1, 0));
        Journey inTime = new Told("a")
                .shown("loan")
                .after(Duration.ofHours(24))
                .submitted("loan")
                .journey();
        assertThat(Funnel.of(List.of(inTime), Told.START.plus(Duration.ofDays(9))))
                .containsExactly(new Funnel.StepCount(new Step("loan", 1), 1, 1, 0, 0));
    }

    @Test
    void whoWithdrewIsNotOpen() {
        Journey withdrawn = new Told("a").shown("loan").withdrew("other_lender").journey();
        assertThat(Funnel.of(List.of(withdrawn), Told.START.plusSeconds(10)))
                .containsExactly(new Funnel.StepCount(new Step("loan", 1), 1, 0, 1, 0));
    }

    @Test
    void whatHappensLaterIsNotKnown() {
        Journey journey =
                new Told("a").shown("loan").seconds(60).submitted("loan").journey();
        assertThat(Funnel.of(List.of(journey), Told.START.plusSeconds(30)))
                .containsExactly(new Funnel.StepCount(new Step("loan", 1), 1, 0, 0, 1));
    }

    @Test
    void eventsAreGroupedByApplication() {
        List<JourneyEvent> events = new ArrayList<>();
        events.addAll(new Told("b").shown("loan").journey().events());
        events.addAll(new Told("a").shown("loan").submitted("loan").journey().events());
        assertThat(Funnel.journeys(events)).extracting(Journey::applicationId).containsExactly("b", "a");
    }
}
