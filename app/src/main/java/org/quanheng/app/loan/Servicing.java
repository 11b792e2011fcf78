package org.quanheng.app.loan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.audit.Acts;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.account.Effect;
import org.quanheng.lending.account.LoanEvent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What changes a loan: a payment that came in, held money that went back, an event undone, a change of the plan approved. Each is one more event,
 * and what it does is what its preview said, because both are {@link #preview}.
 */
@Component
public class Servicing {
    private final Loans loans;
    private final LoanRequests requests;
    private final LoanEvents events;
    private final LoanLedger ledger;
    private final JdbcClient jdbc;
    private final Acts acts;
    private final AuditRecords audit;
    private final Clock clock;
    private final ZoneId zone;

    Servicing(
            Loans loans,
            LoanRequests requests,
            LoanLedger ledger,
            JdbcClient jdbc,
            Acts acts,
            AuditRecords audit,
            Clock clock,
            @Value("${quanheng.zone}") ZoneId zone) {
        this.loans = loans;
        this.requests = requests;
        this.events = new LoanEvents(jdbc);
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** The day it is at the lender. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /**
     * What an event would do to a loan.
     *
     * @throws Refusal with every fault if it cannot be
     */
    public Effect preview(Loan loan, LoanEvent event) {
        try {
            return loan.account().preview(event);
        } catch (FaultyInputException e) {
            boolean own = e.input().equals(Phrase.of("loan event {0}", event.id()));
            throw Refusal.of(e.faults().stream()
                    .map(fault -> own ? fault(fault, event) : ofOther(e.input(), fault))
                    .toList());
        }
    }

    /** What lending finds wrong with another event once this one happened, such as the refund of a payment that is undone. */
    private static Fault ofOther(Phrase input, org.quanheng.fault.Fault found) {
        boolean several = input.equals(Phrase.of("account"));
        Phrase where = several ? found.where() : Phrase.of("{0}: {1}", input, found.where());
        return new Fault("loan", "other_event", List.of(where), found.came().toString());
    }

    /** What lending finds wrong with an event, as a fault of the field in which a person can mend it. */
    static Fault fault(org.quanheng.fault.Fault found, LoanEvent event) {
        String where = found.where().toString();
        String came = found.came().toString();
        boolean plan = event instanceof LoanEvent.Extended
                || event instanceof LoanEvent.HolidayGranted
                || event instanceof LoanEvent.Rescheduled;
        if (plan && where.equals("date")) {
            // Nobody chooses the day of a new plan: what is wrong with it is that too little falls due after it.
            return new Fault("loan", "nothing_to_change", List.of(), came);
        }
        String field = switch (where) {
            case "date" -> "on";
            case "amount", "instalments", "rate" -> where;
            case "periods" -> "months";
            default -> "loan";
        };
        return found.maybe().isEmpty()
                ? new Fault(field, "lending", List.of(found.expected(), found.came()), came)
                : new Fault(field, "lending_maybe", List.of(found.expected(), found.came(), found.maybe()), came);
    }

    /**
     * Records a payment that came in; an open request for an early repayment of the same kind is done with it.
     *
     * @param version of the loan that the officer looked at
     * @return the loan's id
     */
    public UUID record(ActKey key, UUID loanId, int version, Payment payment, StaffMember officer) {
        return acts.once(key, loanId, () -> {
            Loan loan = locked(loanId, version);
            requireNewReference(payment.reference());
            LoanEvent event = payment.event(loan.account());
            Instant now = append(loan, event, payment.reference(), officer);
            openEarlyRepayment(loan, payment)
                    .ifPresent(request -> requests.close(
                            request, LoanRequest.State.DONE, officer.id(), null, Integer.valueOf(event.id()), now));
            tell(
                    officer,
                    "payment.record",
                    loan,
                    Map.of(
                            "event",
                            event.id(),
                            "amount",
                            payment.amount().toString(),
                            "on",
                            payment.receivedOn().toString(),
                            "reference",
                            payment.reference(),
                            "excess",
                            String.valueOf(payment.excess())));
        });
    }

    /**
     * Records that held money went back to the borrower.
     *
     * @param version of the loan that the officer looked at
     * @return the loan's id
     */
    public UUID refund(ActKey key, UUID loanId, int version, Refund refund, StaffMember officer) {
        return acts.once(key, loanId, () -> {
            Loan loan = locked(loanId, version);
            requireNewReference(refund.reference());
            LoanEvent event = refund.event(loan.nextEventId());
            append(loan, event, refund.reference(), officer);
            tell(
                    officer,
                    "refund.record",
                    loan,
                    Map.of(
                            "event",
                            event.id(),
                            "amount",
                            refund.amount().toString(),
                            "on",
                            refund.paidOn().toString(),
                            "reference",
                            refund.reference()));
        });
    }

    private void requireNewReference(String reference) {
        int known = jdbc.sql("select count(*) from loan_event where reference = ?")
                .param(reference)
                .query(Integer.class)
                .single();
        if (known > 0) {
            throw referenceUsed(reference);
        }
    }

    private static Refusal referenceUsed(String reference) {
        return Refusal.of(List.of(new Fault("reference", "reference_used", List.of(reference), reference)));
    }

    private Optional<LoanRequest> openEarlyRepayment(Loan loan, Payment payment) {
        return requests.of(loan.id()).stream()
                .filter(LoanRequest::isOpen)
                .filter(request -> request.change() instanceof LoanChange.EarlyRepayment early
                        && early.excess() == payment.excess())
                .findFirst();
    }

    /**
     * The event that undoes a recorded one, and of which the preview is made.
     *
     * @throws Refusal if there is no event of this number that can be undone
     */
    public LoanEvent undoing(Loan loan, int eventNumber) {
        if (eventNumber <= 1 || eventNumber > loan.version()) {
            throw new Refusal(
                    ErrorCode.NOT_FOUND, "expected an event from 2 to " + loan.version() + ", came " + eventNumber);
        }
        return new LoanEvent.Reversed(loan.nextEventId(), today(), Integer.toString(eventNumber));
    }

    /** Undoes a payment or an extension as if it had never been; everything after it is computed again. */
    public UUID reverse(ActKey key, UUID loanId, int version, int eventNumber, StaffMember head) {
        return acts.once(key, loanId, () -> {
            Loan loan = locked(loanId, version);
            LoanEvent event = undoing(loan, eventNumber);
            RecordedEvent undone = loan.events().get(eventNumber - 1);
            requireOther(undone.recordedBy().equals(account(head)), "an event", "recorded");
            append(loan, event, null, head);
            tell(head, "event.reverse", loan, Map.of("event", event.id(), "reverses", eventNumber));
        });
    }

    static void requireOther(boolean same, String what, String done) {
        if (same) {
            throw new Refusal(
                    ErrorCode.NOT_ALLOWED,
                    "expected " + what + " that somebody else " + done + ", it was you. Maybe ask a colleague.");
        }
    }

    /** The loan, which nobody else changes until the caller's transaction ends, if it is of this version. */
    Loan locked(UUID loanId, int version) {
        Loan loan = loans.lock(loanId).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such loan"));
        if (loan.version() != version) {
            throw new OptimisticLockingFailureException(
                    "expected version " + loan.version() + " of the loan, came " + version);
        }
        return loan;
    }

    /** One more event: its row, its postings, and where the loan stands in the lists; all in the caller's transaction. */
    Instant append(Loan loan, LoanEvent event, @Nullable String reference, StaffMember by) {
        Effect effect = preview(loan, event);
        Instant now = clock.instant();
        try {
            events.append(loan.id(), new RecordedEvent(event, reference, account(by), now));
        } catch (DuplicateKeyException e) {
            // Only a reference can meet itself here: the loan is locked.
            throw referenceUsed(String.valueOf(reference));
        }
        ledger.keep(loan.id(), effect.after(), Integer.valueOf(event.id()), today(), now);
        return now;
    }

    private void tell(StaffMember member, String act, Loan loan, Map<String, ?> detail) {
        audit.write(account(member), act, subject(loan.id()), new LinkedHashMap<>(detail));
    }

    private static String account(StaffMember member) {
        return "account:" + member.id();
    }

    private static String subject(UUID loanId) {
        return "loan:" + loanId;
    }
}
