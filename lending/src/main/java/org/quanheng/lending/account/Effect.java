package org.quanheng.lending.account;

import java.util.List;
import org.quanheng.lending.ledger.LedgerEntry;

/**
 * What an event does: the account before and after it, and the entries to book for it.
 *
 * @param before the account without the event
 * @param after the account with it
 * @param entries what to book up to the day of the last event: for a back-dated event also the reversal of what it changed, dated on the day of the entry
 *     that it undoes; each sums to zero
 */
public record Effect(LoanAccount before, LoanAccount after, List<LedgerEntry> entries) {
    /** Makes the list unmodifiable. */
    public Effect {
        entries = List.copyOf(entries);
    }
}
