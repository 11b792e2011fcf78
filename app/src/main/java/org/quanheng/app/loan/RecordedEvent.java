package org.quanheng.app.loan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.account.LoanEvent;

/**
 * Something that happened to a loan, as it was recorded.
 *
 * @param event what happened; its id is its number in the list
 * @param reference the payment's reference at the bank, of a payment only
 * @param recordedBy {@code account:<id>}, {@code customer:<id>} or {@code system}
 * @param recordedAt when, which may be later than the day from which it counts
 */
public record RecordedEvent(LoanEvent event, @Nullable String reference, String recordedBy, Instant recordedAt) {
    /** Its place in the list, from 1. */
    public int number() {
        return Integer.parseInt(event.id());
    }
}
