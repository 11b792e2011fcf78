package org.quanheng.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.audit.Ids;
import org.quanheng.experience.Actor;
import org.quanheng.experience.Channel;
import org.quanheng.experience.Court;
import org.quanheng.experience.DeviceClass;
import org.quanheng.experience.JourneyEvent;
import org.quanheng.experience.JourneyEventType;
import org.springframework.transaction.support.TransactionTemplate;

class JourneyFeedTests {
    private final RunningLender lender = RunningLender.get();
    private final JourneyFeed feed = lender.part(JourneyFeed.class);
    private final JourneyEvents events = lender.part(JourneyEvents.class);
    private final TransactionTemplate transaction = lender.part(TransactionTemplate.class);
    private final Ids ids = lender.part(Ids.class);

    @Test
    void eachSubscriberGetsEachEventOnceAndInOrder() {
        String application = append(3);
        List<String> heard = new ArrayList<>();

        feed.deliver("test-" + application, batch -> note(batch, application, heard));
        feed.deliver("test-" + application, batch -> note(batch, application, heard));

        assertThat(heard)
                .containsExactlyElementsOf(events.of(java.util.UUID.fromString(application)).stream()
                        .map(JourneyEvent::id)
                        .toList());
        assertThat(heard).hasSize(3);
    }

    @Test
    void whatASubscriberFailedToKeepComesAgain() {
        String application = append(1);
        String subscriber = "failing-" + application;

        assertThatThrownBy(() -> feed.deliver(subscriber, _ -> {
                    throw new IllegalStateException("not kept");
                }))
                .hasMessage("not kept");
        List<String> heard = new ArrayList<>();
        feed.deliver(subscriber, batch -> note(batch, application, heard));

        assertThat(heard).hasSize(1);
    }

    @Test
    void anEventOfATransactionThatIsStillOpenWaitsAndIsNotLost() {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        String[] open = new String[1];
        transaction.executeWithoutResult(_ -> {
            open[0] = appendHere(1);
            String later = append(1);
            deliverElsewhere("open-" + open[0], before);
            assertThat(before).doesNotContain(open[0]);
            assertThat(later).isNotEqualTo(open[0]);
        });
        deliverElsewhere("open-" + open[0], after);

        assertThat(after).contains(open[0]);
    }

    private void deliverElsewhere(String subscriber, List<String> applications) {
        Thread thread = Thread.ofVirtual()
                .start(() -> feed.deliver(
                        subscriber, batch -> batch.forEach(event -> applications.add(event.applicationId()))));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String append(int count) {
        String[] application = new String[1];
        Thread thread = Thread.ofVirtual().start(() -> application[0] = transaction.execute(_ -> appendHere(count)));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return application[0];
    }

    private String appendHere(int count) {
        String application = ids.next().toString();
        List<JourneyEvent> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(JourneyEvent.of(
                    ids.nextKey(),
                    application,
                    ids.nextKey(),
                    Instant.parse("2026-11-22T10:00:00Z").plusSeconds(i),
                    JourneyEventType.APPLICATION_STARTED,
                    Actor.CUSTOMER,
                    Channel.WEB,
                    DeviceClass.PHONE,
                    null,
                    Court.CUSTOMER,
                    Map.of()));
        }
        events.append(batch);
        return application;
    }

    private static void note(List<JourneyEvent> batch, String application, List<String> heard) {
        batch.stream()
                .filter(event -> event.applicationId().equals(application))
                .forEach(event -> heard.add(event.id()));
    }
}
