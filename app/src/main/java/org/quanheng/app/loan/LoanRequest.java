package org.quanheng.app.loan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Excess;

/**
 * What a borrower asks for.
 *
 * @param amountMinor of an early repayment, all that is due by then included, in minor units of the loan's currency
 * @param excess of an early repayment: fewer or smaller instalments
 * @param plannedOn the day on which the borrower means to pay
 * @param periods of an extension: how many months more
 * @param reason of an extension
 * @param version goes up with every change
 * @param proposedBy the officer who put an extension forward
 * @param decidedBy who approved or refused it, or recorded the early repayment
 * @param refusal why it was refused
 */
public record LoanRequest(
        UUID id,
        UUID loanId,
        Kind kind,
        @Nullable Long amountMinor,
        @Nullable Excess excess,
        @Nullable LocalDate plannedOn,
        @Nullable Integer periods,
        @Nullable Reason reason,
        State state,
        int version,
        Instant askedAt,
        @Nullable UUID proposedBy,
        @Nullable UUID decidedBy,
        @Nullable Refusal refusal) {
    /** What is asked for. */
    public enum Kind {
        /** To pay more than is due, and what that changes [提前还款]. */
        EARLY_REPAYMENT,
        /** More time [展期]. */
        EXTENSION
    }

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
        /** The borrower took it back. */
        WITHDRAWN
    }

    /** Why somebody needs more time; a code and no free text, which could say more about a person than we may keep. */
    public enum Reason {
        /** Less income for a time. */
        INCOME,
        /** Illness. */
        ILLNESS,
        /** A change in the family. */
        FAMILY,
        /** Something else. */
        OTHER
    }

    /** Why an extension was refused. */
    public enum Refusal {
        /** What is overdue must be settled first. */
        BACKLOG,
        /** It was extended before. */
        REPEATED,
        /** It would run longer than we lend. */
        TOO_LONG,
        /** Another reason, which the officer explains in person. */
        OTHER
    }

    /** An early repayment that is asked for now. */
    static LoanRequest early(UUID id, UUID loanId, Money amount, Excess excess, LocalDate plannedOn, Instant now) {
        return new LoanRequest(
                id,
                loanId,
                Kind.EARLY_REPAYMENT,
                amount.minorUnits(),
                excess,
                plannedOn,
                null,
                null,
                State.ASKED,
                0,
                now,
                null,
                null,
                null);
    }

    /** An extension that is asked for now. */
    static LoanRequest extension(UUID id, UUID loanId, int periods, Reason reason, Instant now) {
        return new LoanRequest(
                id, loanId, Kind.EXTENSION, null, null, null, periods, reason, State.ASKED, 0, now, null, null, null);
    }

    /** The amount in the currency of the loan, or null if it names none. */
    public @Nullable Money amountIn(Currency currency) {
        return amountMinor == null ? null : Money.ofMinor(currency, amountMinor);
    }

    /** Whether it still waits for somebody. */
    public boolean isOpen() {
        return state == State.ASKED || state == State.PROPOSED;
    }
}
