package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.FieldError;
import org.quanheng.lending.account.LoanState;

/**
 * One loan as the staff see it.
 *
 * @param loan what the borrower sees of it
 * @param version of the loan, which every act names
 * @param standing how it stands on the day
 * @param events everything recorded
 * @param mayRecord whether this person records payments and puts changes forward
 * @param mayApprove whether this person approves changes and undoes events
 * @param payment the payment that is being recorded
 * @param refund the return of held money that is being recorded, or null if none is held
 * @param open the requests that wait, an early repayment first
 * @param writeOff what an officer may put forward, or null
 * @param undo what undoing an event would do, or null if that is not asked or cannot be
 */
public record ServicingView(
        LoanView loan,
        String borrower,
        int version,
        Standing standing,
        List<Event> events,
        boolean mayRecord,
        boolean mayApprove,
        PaymentForm payment,
        @Nullable RefundForm refund,
        List<Open> open,
        @Nullable WriteOff writeOff,
        @Nullable Undo undo,
        List<FieldError> errors,
        String idempotencyKey) {

    public ServicingView {
        events = List.copyOf(events);
        open = List.copyOf(open);
        errors = List.copyOf(errors);
    }

    /**
     * How the loan stands at the end of the day.
     *
     * @param accrued interest of the running period up to the day
     * @param tier {@code tier.<code>}, of the five-tier classification
     * @param observedUntil how long a restructured loan is watched, or null
     */
    public record Standing(
            BigDecimal duePrincipal,
            BigDecimal dueInterest,
            BigDecimal dueFees,
            BigDecimal duePenalty,
            BigDecimal accrued,
            @Nullable LocalDate oldestDue,
            String bucket,
            String tier,
            @Nullable LocalDate observedUntil) {}

    /**
     * One event: {@code loan_event.<kind>}.
     *
     * @param count {@code loan_event.count.<kind>}: how many months or instalments
     * @param reversible whether it can be undone
     * @param reversed whether it was
     */
    public record Event(
            int number,
            String kind,
            LocalDate countsFrom,
            @Nullable BigDecimal amount,
            @Nullable String excess,
            @Nullable Integer count,
            @Nullable Integer undoes,
            @Nullable String reference,
            String recordedBy,
            Instant recordedAt,
            boolean reversible,
            boolean reversed) {}

    /**
     * A payment as typed.
     *
     * @param excess one of the ways
     * @param ways {@code change.way.<code>}: where its excess can go
     * @param change what it would do to the plan, or null if nothing or something faulty is typed
     * @param parts what it would pay, or null as before
     * @param recovery what it would do on a loan that was written off, or null
     */
    public record PaymentForm(
            String amount,
            String on,
            String reference,
            String excess,
            List<String> ways,
            @Nullable PlanChange change,
            @Nullable PaymentParts parts,
            @Nullable Recovery recovery) {
        public PaymentForm {
            ways = List.copyOf(ways);
        }
    }

    /**
     * The return of held money as typed.
     *
     * @param heldBefore held on its day, or null if nothing or something faulty is typed
     * @param heldAfter what is still held then
     */
    public record RefundForm(
            String amount,
            String on,
            String reference,
            @Nullable BigDecimal heldBefore,
            @Nullable BigDecimal heldAfter) {}

    /** What was written off and is still owed, before and after a recovery. */
    public record Recovery(BigDecimal before, BigDecimal after) {}

    /**
     * What giving a loan up would do.
     *
     * @param charges fees and penalties
     * @param held what is held for the borrower, which pays first
     * @param lost what leaves the books and stays owed
     */
    public record Loss(
            BigDecimal principal, BigDecimal interest, BigDecimal charges, BigDecimal held, BigDecimal lost) {}

    /**
     * A write-off that can be put forward.
     *
     * @param loss what it would do, or null if that was not asked
     * @param grounds {@code request.reason.<code>}
     * @param ground the one that was chosen, or empty
     */
    public record WriteOff(@Nullable Loss loss, List<String> grounds, String ground) {
        public WriteOff {
            grounds = List.copyOf(grounds);
        }
    }

    /**
     * An event that is to be undone.
     *
     * @param number of the event
     * @param before how the loan stands today
     * @param after how it would stand
     * @param change what that does to the plan
     */
    public record Undo(int number, LoanState before, LoanState after, PlanChange change) {
        /** Whether there is a plan, before or after; one that stays written off has none. */
        public boolean planned() {
            return before.status() != LoanState.Status.WRITTEN_OFF || after.status() != LoanState.Status.WRITTEN_OFF;
        }

        /** Whether money is held for the borrower, before or after. */
        public boolean holds() {
            return before.held().isPositive() || after.held().isPositive();
        }

        /** Whether something was written off and is still owed, before or after. */
        public boolean lost() {
            return before.lost().isPositive() || after.lost().isPositive();
        }
    }

    /** The terms of a new plan as typed; {@code rate} in per cent, empty to keep it. */
    public record Terms(String instalments, String rate) {}

    /**
     * A request that waits.
     *
     * @param takesTwo whether an officer puts it forward and somebody else decides
     * @param terms the terms of a restructuring that an officer sets, or null
     * @param change what it would do to the plan, or null if it cannot be or happens when the money is here
     * @param loss what a write-off would do, or null
     * @param own whether the person who looks at it put it forward
     * @param refusals {@code request.refusal.<code>}: why it can be refused
     */
    public record Open(
            LoanView.Request request,
            boolean takesTwo,
            @Nullable Terms terms,
            @Nullable PlanChange change,
            @Nullable Loss loss,
            boolean own,
            List<String> refusals) {
        public Open {
            refusals = List.copyOf(refusals);
        }
    }
}
