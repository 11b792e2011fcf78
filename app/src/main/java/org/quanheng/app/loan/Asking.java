package org.quanheng.app.loan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.audit.Acts;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Ids;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanEvent;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** What a borrower can ask for. Asking changes nothing on the loan. */
@Component
public class Asking {
    /** The longest extension that can be asked for, in months. */
    public static final int MOST_EXTENSION_MONTHS = 24;

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

    /** Says that more than is due will be paid, and what that shall change; it happens when the money is here. */
    public UUID earlyRepayment(ActKey key, Loan loan, Money amount, Excess excess, LocalDate plannedOn) {
        return ask(
                key,
                loan,
                Payment.event(loan.nextEventId(), plannedOn, amount, excess),
                LoanRequest.early(ids.next(), loan.id(), amount, excess, plannedOn, clock.instant()),
                "early_repayment.ask");
    }

    /** Asks for so many months more. */
    public UUID extension(ActKey key, Loan loan, int periods, LoanRequest.Reason reason) {
        return ask(
                key,
                loan,
                new LoanEvent.Extended(loan.nextEventId(), servicing.today(), periods),
                LoanRequest.extension(ids.next(), loan.id(), periods, reason, clock.instant()),
                "extension.ask");
    }

    private UUID ask(ActKey key, Loan loan, LoanEvent event, LoanRequest request, String act) {
        return acts.once(key, request.id(), () -> {
            servicing.preview(loan, event);
            requests.insert(request);
            audit.write(
                    "customer:" + loan.contract().customerId(),
                    act,
                    "loan:" + loan.id(),
                    Map.of("request", request.id()));
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
            requests.move(request, LoanRequest.State.WITHDRAWN, null, null, null, clock.instant());
            audit.write(
                    "customer:" + loan.contract().customerId(),
                    "request.withdraw",
                    "loan:" + loan.id(),
                    Map.of("request", request.id()));
        });
    }
}
