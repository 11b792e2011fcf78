package org.quanheng.app.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.audit.Acts;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.decision.Decision;
import org.quanheng.app.decision.Decisions;
import org.quanheng.app.journey.JourneyEvents;
import org.quanheng.app.loan.LoanContract;
import org.quanheng.app.loan.Loans;
import org.quanheng.experience.Actor;
import org.quanheng.experience.Court;
import org.quanheng.experience.JourneyEventType;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.policy.Offer;
import org.quanheng.policy.document.Changes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** An accepted offer becomes a loan, in one transaction. */
@Component
public class Acceptance {
    /** How long an offer can be accepted. */
    public static final Duration OFFERS_HOLD = Duration.ofDays(14);

    private final ApplicationRows rows;
    private final Decisions decisions;
    private final Loans loans;
    private final Acts acts;
    private final AuditRecords audit;
    private final JourneyEvents journey;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId zone;

    Acceptance(
            ApplicationRows rows,
            Decisions decisions,
            Loans loans,
            Acts acts,
            AuditRecords audit,
            JourneyEvents journey,
            Ids ids,
            Clock clock,
            @Value("${quanheng.zone}") ZoneId zone) {
        this.rows = rows;
        this.decisions = decisions;
        this.loans = loans;
        this.acts = acts;
        this.audit = audit;
        this.journey = journey;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Accepts an offer and pays it out.
     *
     * @return the loan; the same for the same key
     * @throws Refusal if there is no such offer, it holds no longer, or another was accepted before
     */
    public UUID accept(ActKey key, Application application, String offerId, Visit visit) {
        UUID loanId = ids.next();
        return acts.once(key, loanId, () -> {
            Instant now = clock.instant();
            requireOpenOffers(application, now);
            Decision decision = decisions.of(application.id()).getFirst();
            Offer offer = decisions
                    .answerOf(decision)
                    .offer(offerId)
                    .orElseThrow(
                            () -> new Refusal(ErrorCode.NOT_FOUND, "expected one of the offers made, came " + offerId));
            loans.open(
                    loanId,
                    contract(
                            application,
                            offer,
                            decisions.policyOf(decision).document().changes(),
                            LocalDate.ofInstant(now, zone)));
            rows.update(application.accepted(loanId));
            journey.append(new JourneyLog(application, visit, ids, clock)
                    .add(JourneyEventType.OFFER_ACCEPTED, Actor.CUSTOMER, Court.BANK, Map.of())
                    .add(JourneyEventType.FINAL_YES, Actor.SYSTEM, Court.BANK, Map.of())
                    .add(JourneyEventType.DISBURSED, Actor.SYSTEM, Court.CUSTOMER, Map.of())
                    .events());
            audit.write(
                    "customer:" + application.customerId(),
                    "offer.accept",
                    "application:" + application.id(),
                    Map.of(
                            "offer",
                            offerId,
                            "loan",
                            loanId.toString(),
                            "amount",
                            offer.amount().toString()));
        });
    }

    private static void requireOpenOffers(Application application, Instant now) {
        Instant decidedAt = application.decidedAt();
        if (application.state() != Application.State.OFFERED || decidedAt == null) {
            throw new Refusal(
                    ErrorCode.NOT_NOW, "expected an application with open offers, it is " + application.state());
        }
        if (now.isAfter(decidedAt.plus(OFFERS_HOLD))) {
            throw new Refusal(
                    ErrorCode.NOT_NOW, "the offers held until " + decidedAt.plus(OFFERS_HOLD) + ". Maybe apply again.");
        }
    }

    private static LoanContract contract(Application application, Offer offer, Changes changes, LocalDate today) {
        AnnualCost cost = offer.annualCost(today, AnnualCost.Convention.CHINA);
        return new LoanContract(
                application.customerId(),
                application.productId(),
                application.productVersion(),
                offer.amount(),
                offer.price().rate().perYear(),
                cost.rate(),
                offer.months(),
                offer.method(),
                Excess.HELD,
                offer.charges().fees(),
                offer.charges().penalty(),
                changes,
                today);
    }
}
