package org.quanheng.app.board;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.quanheng.app.journey.JourneyFeed;
import org.quanheng.experience.Detail;
import org.quanheng.experience.JourneyEvent;
import org.quanheng.experience.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps one row for each step of each application from what the journey feed tells, so that the board need not read history. */
@Component
public class StepProjection {
    private static final Logger LOG = LoggerFactory.getLogger(StepProjection.class);
    private static final String SUBSCRIBER = "board";

    /** Time on a page beyond this is not effort: the person was away. */
    private static final long IDLE_CAP_MILLIS = 5 * 60 * 1_000L;

    private final JourneyFeed feed;
    private final JdbcClient jdbc;

    StepProjection(JourneyFeed feed, JdbcClient jdbc) {
        this.feed = feed;
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "${quanheng.board.follow-every:500ms}")
    void followInTheBackground() {
        try {
            follow();
        } catch (DataAccessException e) {
            LOG.warn("the board waits for the journey feed, the database does not answer: {}", e.getMessage());
        }
    }

    /** Takes in all that has happened since the last time; returns how many events that were. */
    public int follow() {
        return feed.deliver(SUBSCRIBER, this::takeIn);
    }

    private void takeIn(List<JourneyEvent> events) {
        for (JourneyEvent event : events) {
            Step step = event.step();
            if (step != null) {
                takeIn(event, step.id());
            }
        }
    }

    private void takeIn(JourneyEvent event, String step) {
        UUID application = UUID.fromString(event.applicationId());
        Timestamp at = Timestamp.from(event.at());
        switch (event.type()) {
            case STEP_SHOWN -> jdbc.sql("""
                                insert into board_step (application_id, step, first_shown_at, times_shown, active_millis, faults)
                                values (?, ?, ?, 1, 0, 0)
                                on conflict (application_id, step) do update set times_shown = board_step.times_shown + 1""").params(application, step, at).update();
            case FIELD_ERROR ->
                jdbc.sql("update board_step set faults = faults + 1 where application_id = ? and step = ?")
                        .params(application, step)
                        .update();
            case STEP_SUBMITTED ->
                jdbc.sql("""
                                update board_step set submitted_at = coalesce(submitted_at, ?), active_millis = active_millis + ?
                                where application_id = ? and step = ?""")
                        .params(
                                at,
                                Math.min(
                                        IDLE_CAP_MILLIS,
                                        Long.parseLong(event.detail().getOrDefault(Detail.ACTIVE_MS, "0"))),
                                application,
                                step)
                        .update();
            default -> {
                // Other events on a step do not move the funnel.
            }
        }
    }
}
