package org.quanheng.app.loan;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.audit.Acts;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Ids;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** What a borrower can ask for. Asking changes nothing on the loan. */
@Component
public class Asking {
    private final LoanRequests requests;
    private final Servicing servicing;
    private final Acts acts;
    private final AuditRecords audit;
    private final Ids ids;
    private final Clock clock;

    Asking(LoanRequests requests, Servicing servicing, Acts acts, AuditRecords audit, Ids ids, Clock clock) {
        this.requests = requests;
        this.servicing = servicing;
        this.acts = acts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks for a change; an early repayment happens when the money is here, any other one when two people agree.
     *
     * @return the request's id
     */
    public UUID ask(ActKey key, Loan loan, LoanChange change) {
        LoanRequest request = LoanRequest.asked(ids.next(), loan.id(), change, clock.instant());
        return acts.once(key, request.id(), () -> {
            servicing.preview(loan, change.event(loan, servicing.today()));
            requests.insert(request);
            tell(loan, change.kind().name().toLowerCase(Locale.ROOT) + ".ask", request);
        });
    }

    /** Takes a request back that is still open. */
    public UUID withdraw(ActKey key, Loan loan, LoanRequest request, int version) {
        return acts.once(key, request.id(), () -> {
            if (!request.isOpen()) {
                throw new Refusal(ErrorCode.NOT_NOW, "expected a request that is open, it is " + request.state());
            }
            if (request.version() != version) {
                throw new OptimisticLockingFailureException(
                        "expected version " + request.version() + " of the request, came " + version);
            }
            requests.close(request, LoanRequest.State.WITHDRAWN, null, null, null, clock.instant());
            tell(loan, "request.withdraw", request);
        });
    }

    private void tell(Loan loan, String act, LoanRequest request) {
        audit.write(
                "customer:" + loan.contract().customerId(), act, "loan:" + loan.id(), Map.of("request", request.id()));
    }
}
