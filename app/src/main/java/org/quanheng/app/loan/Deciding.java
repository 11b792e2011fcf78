package org.quanheng.app.loan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.audit.Acts;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Ids;
import org.quanheng.lending.account.LoanEvent;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** What the staff do with a change that takes two: an officer puts it forward, somebody else decides. */
@Component
public class Deciding {
    private final LoanRequests requests;
    private final Servicing servicing;
    private final Acts acts;
    private final AuditRecords audit;
    private final Ids ids;
    private final Clock clock;

    Deciding(LoanRequests requests, Servicing servicing, Acts acts, AuditRecords audit, Ids ids, Clock clock) {
        this.requests = requests;
        this.servicing = servicing;
        this.acts = acts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Puts a change forward: an officer has looked at it, somebody else decides.
     *
     * @param change what was asked for, a restructuring in the terms of the officer
     */
    public UUID propose(
            ActKey key, Loan loan, LoanRequest request, int version, LoanChange change, StaffMember officer) {
        return acts.once(key, request.loanId(), () -> {
            requireVersion(request, version);
            if (request.state() != LoanRequest.State.ASKED || !request.kind().takesTwo()) {
                throw new Refusal(
                        ErrorCode.NOT_NOW,
                        "expected a change that was asked for and takes two people, it is " + request.kind() + ", "
                                + request.state());
            }
            if (change.kind() != request.kind()) {
                throw new IllegalArgumentException("expected " + request.kind() + ", came " + change.kind());
            }
            servicing.preview(loan, change.event(loan, servicing.today()));
            requests.propose(request, change, officer.id());
            tell(officer, "propose", request, Map.of());
        });
    }

    /**
     * Puts forward that a loan is given up as lost, which no borrower asks for.
     *
     * @param loanVersion of the loan that the officer looked at
     * @return the request's id
     */
    public UUID writeOff(ActKey key, UUID loanId, int loanVersion, LoanChange.Ground ground, StaffMember officer) {
        LoanRequest request = LoanRequest.proposed(
                ids.next(), loanId, new LoanChange.WriteOff(ground), officer.id(), clock.instant());
        return acts.once(key, request.id(), () -> {
            Loan loan = servicing.locked(loanId, loanVersion);
            servicing.preview(loan, request.change().event(loan, servicing.today()));
            requests.insert(request);
            tell(officer, "propose", request, Map.of("ground", ground));
        });
    }

    /** Takes back what the same officer put forward: what a borrower asked for waits again, anything else is withdrawn. */
    public UUID takeBack(ActKey key, LoanRequest request, int version, StaffMember officer) {
        return acts.once(key, request.loanId(), () -> {
            requireProposed(request, version);
            if (!officer.id().equals(request.proposedBy())) {
                throw new Refusal(
                        ErrorCode.NOT_ALLOWED,
                        "expected a change that you put forward, it was a colleague. Maybe ask them.");
            }
            if (request.kind().isOfBorrower()) {
                requests.askAgain(request);
            } else {
                requests.close(request, LoanRequest.State.WITHDRAWN, null, null, null, clock.instant());
            }
            tell(officer, "take_back", request, Map.of());
        });
    }

    /**
     * Approves a change that somebody else put forward, and changes the loan.
     *
     * @param on the day for which its preview was made; it must be today, or what was shown is not what would happen
     */
    public UUID approve(ActKey key, LoanRequest request, int version, int loanVersion, LocalDate on, StaffMember head) {
        return acts.once(key, request.loanId(), () -> {
            Loan loan = servicing.locked(request.loanId(), loanVersion);
            requireProposed(request, version, head);
            if (!on.equals(servicing.today())) {
                throw new OptimisticLockingFailureException(
                        "the preview was for " + on + ", today is " + servicing.today());
            }
            LoanEvent event = request.change().event(loan, on);
            Instant now = servicing.append(loan, event, null, head);
            requests.close(request, LoanRequest.State.DONE, head.id(), null, Integer.valueOf(event.id()), now);
            tell(head, "approve", request, Map.of("event", event.id()));
            if (request.kind() == LoanChange.Kind.WRITE_OFF) {
                refuseOthers(request, head, now);
            }
        });
    }

    /** No plan is left that the other requests could change. */
    private void refuseOthers(LoanRequest writeOff, StaffMember head, Instant now) {
        for (LoanRequest other : requests.of(writeOff.loanId())) {
            if (other.isOpen()) {
                requests.close(other, LoanRequest.State.REFUSED, head.id(), LoanChange.Refusal.OTHER, null, now);
                tell(head, "refuse", other, Map.of("refusal", LoanChange.Refusal.OTHER));
            }
        }
    }

    /** Refuses a change that somebody else put forward. */
    public UUID refuse(ActKey key, LoanRequest request, int version, LoanChange.Refusal refusal, StaffMember head) {
        return acts.once(key, request.loanId(), () -> {
            requireProposed(request, version, head);
            if (!request.kind().refusals().contains(refusal)) {
                throw new IllegalArgumentException(
                        "expected one of " + request.kind().refusals() + ", came " + refusal);
            }
            requests.close(request, LoanRequest.State.REFUSED, head.id(), refusal, null, clock.instant());
            tell(head, "refuse", request, Map.of("refusal", refusal));
        });
    }

    private static void requireProposed(LoanRequest request, int version, StaffMember head) {
        requireProposed(request, version);
        Servicing.requireOther(head.id().equals(request.proposedBy()), "a change", "put forward");
    }

    private static void requireProposed(LoanRequest request, int version) {
        requireVersion(request, version);
        if (request.state() != LoanRequest.State.PROPOSED) {
            throw new Refusal(
                    ErrorCode.NOT_NOW, "expected a change that an officer put forward, it is " + request.state());
        }
    }

    private static void requireVersion(LoanRequest request, int version) {
        if (request.version() != version) {
            throw new OptimisticLockingFailureException(
                    "expected version " + request.version() + " of the request, came " + version);
        }
    }

    private void tell(StaffMember member, String step, LoanRequest request, Map<String, Object> more) {
        Map<String, Object> detail = new LinkedHashMap<>(more);
        detail.put("request", request.id());
        String act = request.kind().name().toLowerCase(Locale.ROOT) + "." + step;
        audit.write("account:" + member.id(), act, "loan:" + request.loanId(), detail);
    }
}
