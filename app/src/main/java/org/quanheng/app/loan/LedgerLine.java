package org.quanheng.app.loan;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.ledger.Posting;

/**
 * One double entry as it stands in the ledger.
 *
 * @param posting names the entry
 * @param entry its postings, which sum to zero, and the event that they are of
 * @param eventNumber the event that was recorded when it was booked; null if time alone booked it, as with interest that falls due
 * @param reverses the entry that it undoes, or null
 * @param at when it was booked
 */
public record LedgerLine(
        UUID posting,
        LedgerEntry entry,
        @Nullable Integer eventNumber,
        @Nullable UUID reverses,
        Instant at) {
    private static final Set<LedgerAccount> OWED = Set.of(
            LedgerAccount.PRINCIPAL_RECEIVABLE,
            LedgerAccount.INTEREST_RECEIVABLE,
            LedgerAccount.FEE_RECEIVABLE,
            LedgerAccount.PENALTY_RECEIVABLE);
    private static final Set<LedgerAccount> RECOVERED = Set.of(LedgerAccount.RECOVERY_INCOME);
    private static final Set<LedgerAccount> HELD = Set.of(LedgerAccount.HELD_FOR_BORROWERS);

    /**
     * What an entry adds to what the borrower owes; below zero if it takes away. What is written off leaves the books and stays owed,
     * and what is recovered pays it.
     */
    public static Money change(LedgerEntry entry) {
        return switch (entry.kind()) {
            case WRITE_OFF -> sum(entry, Set.of());
            case RECOVERY -> sum(entry, RECOVERED);
            default -> sum(entry, OWED);
        };
    }

    /** What an entry adds to what is held for the borrower; below zero if it takes away. */
    static Money heldMore(LedgerEntry entry) {
        return sum(entry, HELD).negate();
    }

    private static Money sum(LedgerEntry entry, Set<LedgerAccount> accounts) {
        Money sum = Money.zero(entry.postings().getFirst().amount().currency());
        for (Posting posting : entry.postings()) {
            if (accounts.contains(posting.account())) {
                sum = sum.plus(posting.amount());
            }
        }
        return sum;
    }
}
