package org.quanheng.app.loan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a loan that is asked for, and how far it is.
 *
 * @param version goes up with every change
 * @param proposedBy the officer who put it forward
 * @param decidedBy who approved or refused it, or recorded the early repayment
 * @param refusal why it was refused
 */
public record LoanRequest(
        UUID id,
        UUID loanId,
        LoanChange change,
        State state,
        int version,
        Instant askedAt,
        @Nullable UUID proposedBy,
        @Nullable UUID decidedBy,
        LoanChange.@Nullable Refusal refusal) {

    /** How far it is. */
    public enum State {
        /** Nobody has looked at it yet. */
        ASKED,
        /** An officer has put it forward; somebody else decides. */
        PROPOSED,
        /** It was done. */
        DONE,
        /** It was refused. */
        REFUSED,
        /** The borrower took it back, or of what nobody asked for the officer. */
        WITHDRAWN
    }

    /** A change that is asked for now. */
    static LoanRequest asked(UUID id, UUID loanId, LoanChange change, Instant now) {
        return new LoanRequest(id, loanId, change, State.ASKED, 0, now, null, null, null);
    }

    /** A change that an officer puts forward now, and nobody asked for. */
    static LoanRequest proposed(UUID id, UUID loanId, LoanChange change, UUID officer, Instant now) {
        return new LoanRequest(id, loanId, change, State.PROPOSED, 0, now, officer, null, null);
    }

    /** What kind of change is asked for. */
    public LoanChange.Kind kind() {
        return change.kind();
    }

    /** Whether it still waits for somebody. */
    public boolean isOpen() {
        return state == State.ASKED || state == State.PROPOSED;
    }
}
