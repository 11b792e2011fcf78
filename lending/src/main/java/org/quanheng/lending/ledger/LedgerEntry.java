package org.quanheng.lending.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.lending.Money;

/**
 * One double entry: postings of one currency that sum to zero, or the entry cannot exist.
 *
 * @param valueDate the day from which the amounts count
 * @param kind what happened
 * @param event the id of the event that it books; null where none brought it, as with interest, which time alone earns
 * @param postings at least two, in the order in which they were made
 */
public record LedgerEntry(
        LocalDate valueDate, Kind kind, @Nullable String event, List<Posting> postings) {
    /** What an entry records. */
    public enum Kind {
        /** The loan is paid out. */
        DISBURSEMENT,
        /** The borrower pays. */
        REPAYMENT,
        /** Money that was held for the borrower pays what falls due. */
        HELD_APPLIED,
        /** Money that was held goes back to the borrower. */
        REFUND,
        /** Interest of a period falls due. */
        INTEREST,
        /** A fee is charged. */
        FEE,
        /** Penalty interest is charged. */
        PENALTY,
        /** A partner takes its share. */
        PARTNER,
        /** The loan is given up as lost. */
        WRITE_OFF,
        /** Something came in on a loan that was given up. */
        RECOVERY
    }

    /** Checks that there are postings, in one currency, and that they sum to zero. */
    public LedgerEntry {
        postings = List.copyOf(postings);
        Faults faults = new Faults("ledger entry");
        if (faults.require(postings.size() >= 2, "postings", "two or more", postings.size())) {
            Money sum = postings.getFirst().amount();
            for (Posting posting : postings.subList(1, postings.size())) {
                sum = sum.plus(posting.amount());
            }
            faults.require(sum.isZero(), "sum of the postings", "zero", sum);
        }
        faults.throwIfAny();
    }

    /** The same entry the other way round, on another day: what undoes it in a ledger that never deletes. */
    public LedgerEntry reversed(LocalDate on) {
        return new LedgerEntry(
                on,
                kind,
                event,
                postings.stream()
                        .map(posting ->
                                new Posting(posting.account(), posting.amount().negate()))
                        .toList());
    }
}
