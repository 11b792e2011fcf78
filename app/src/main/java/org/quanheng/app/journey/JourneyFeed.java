package org.quanheng.app.journey;

import java.util.List;
import java.util.function.Consumer;
import org.quanheng.experience.JourneyEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox: subscribers read every journey event once, in commit order. A subscriber's place moves on in the same transaction
 * in which it keeps what it learnt, so after a crash nothing is missed and nothing is counted twice.
 */
@Component
public class JourneyFeed {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JourneyFeed(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record Place(String txid, long position) {}

    private record Delivery(JourneyEvent event, Place place) {}

    /** Hands the subscriber all that was committed since its last turn; returns how many events that were. */
    public int deliver(String subscriber, Consumer<List<JourneyEvent>> listener) {
        int delivered = 0;
        int last;
        do {
            last = transaction.execute(status -> deliverBatch(subscriber, listener));
            delivered += last;
        } while (last == BATCH);
        return delivered;
    }

    private int deliverBatch(String subscriber, Consumer<List<JourneyEvent>> listener) {
        jdbc.sql("insert into journey_cursor (subscriber, txid, position) values (?, '0', 0) on conflict do nothing")
                .param(subscriber)
                .update();
        Place place = jdbc.sql("select txid, position from journey_cursor where subscriber = ? for update")
                .param(subscriber)
                .query(Place.class)
                .single();
        List<Delivery> deliveries = jdbc.sql("select " + EventRow.COLUMNS + """
                         from journey_event
                        where (txid, position) > (?::xid8, ?) and txid < pg_snapshot_xmin(pg_current_snapshot())
                        order by txid, position limit ?""")
                .params(place.txid(), place.position(), BATCH)
                .query((row, n) ->
                        new Delivery(EventRow.read(row, n), new Place(row.getString("txid"), row.getLong("position"))))
                .list();
        if (!deliveries.isEmpty()) {
            listener.accept(deliveries.stream().map(Delivery::event).toList());
            Place end = deliveries.getLast().place();
            jdbc.sql("update journey_cursor set txid = ?::xid8, position = ? where subscriber = ?")
                    .params(end.txid(), end.position(), subscriber)
                    .update();
        }
        return deliveries.size();
    }
}
