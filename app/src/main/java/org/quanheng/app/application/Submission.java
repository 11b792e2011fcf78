package org.quanheng.app.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.decision.Decision;
import org.quanheng.app.decision.Decisions;
import org.quanheng.app.decision.NextAct;
import org.quanheng.app.journey.JourneyEvents;
import org.quanheng.app.product.AnswerCheck;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Question;
import org.quanheng.balance.live.StagedModel;
import org.quanheng.experience.Actor;
import org.quanheng.experience.Court;
import org.quanheng.experience.Detail;
import org.quanheng.experience.JourneyEventType;
import org.quanheng.policy.Answer;
import org.quanheng.policy.Outcome;
import org.quanheng.policy.fact.Fact;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.reason.Reason;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The moment in which a filled-in application is decided: answers become facts, the policy answers, everybody is told. */
@Component
class Submission {
    /** The source of everything that the applicant says. */
    static final String APPLICANT = "applicant";

    /** The source of what nobody says. */
    static final String CHANCE = "chance";

    /** The fact that follows from a birth date. */
    static final String AGE = "age";

    /** Within what time a person answers a case that the policy leaves to one. */
    static final Duration PROMISE = Duration.ofHours(24);

    static final String REVIEW_TASK = "review";

    private final Decisions decisions;
    private final JourneyEvents journey;
    private final AuditRecords audit;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId zone;

    Submission(
            Decisions decisions,
            JourneyEvents journey,
            AuditRecords audit,
            Ids ids,
            Clock clock,
            @Value("${quanheng.zone}") ZoneId zone) {
        this.decisions = decisions;
        this.journey = journey;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What is to be done next with an application of which all that is required is known; nothing is kept yet.
     *
     * @return one more step to ask, or the policy's answer
     */
    NextAct next(Application application, Product product, Map<String, String> personal) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return decisions.next(facts(application, product, personal, today, now), today);
    }

    /** The application as the policy's answer leaves it. */
    Application decided(Application application, Decisions.PolicyAnswer given) {
        Instant now = clock.instant();
        Application.State state = switch (given.answer().outcome()) {
            case Outcome.Approve _ -> Application.State.OFFERED;
            case Outcome.Decline _ -> Application.State.DECLINED;
            case Outcome.Refer _ -> Application.State.REFERRED;
        };
        @Nullable Instant promised = state == Application.State.REFERRED ? now.plus(PROMISE) : null;
        return application.decided(state, now, promised);
    }

    /** What the policy answered when an application was decided first. */
    Decisions.PolicyAnswer givenTo(Application application) {
        Decision first = decisions.of(application.id()).getFirst();
        return new Decisions.PolicyAnswer(first.policyVersion(), decisions.answerOf(first));
    }

    private static Facts facts(
            Application application, Product product, Map<String, String> personal, LocalDate today, Instant now) {
        List<Fact> facts = new ArrayList<>();
        for (Question question : product.questions()) {
            Application.Answered answered = application.answers().get(question.fact());
            if (question.kind() == Question.Kind.BIRTH_DATE) {
                LocalDate birthDate = LocalDate.parse(String.valueOf(personal.get(question.fact())));
                facts.add(new Fact(AGE, FactValue.of(AnswerCheck.ageOn(birthDate, today)), APPLICANT, now));
            } else if (answered != null && question.kind() != Question.Kind.CONSENT) {
                FactValue value = question.numeric()
                        ? FactValue.of(question.number(answered.value()))
                        : FactValue.of(answered.value());
                facts.add(new Fact(question.fact(), value, APPLICANT, answered.at()));
            }
        }
        if (application.askEverything()) {
            facts.add(new Fact(StagedModel.ASKED_EVERYTHING, FactValue.of(true), CHANCE, application.startedAt()));
        }
        return Facts.of(facts);
    }

    /** Keeps the decision, tells the journey whose turn it is, and writes the record; in the transaction of the act. */
    void keep(Application application, Decisions.PolicyAnswer given, Visit visit) {
        Answer answer = given.answer();
        decisions.keep(application.id(), given);
        JourneyLog log = new JourneyLog(application, visit, ids, clock)
                .add(JourneyEventType.SUBMITTED, Actor.CUSTOMER, Court.BANK, Map.of());
        switch (answer.outcome()) {
            case Outcome.Approve _ ->
                log.add(JourneyEventType.CONDITIONAL_YES, Actor.SYSTEM, Court.CUSTOMER, Map.of())
                        .add(JourneyEventType.OFFER_SENT, Actor.SYSTEM, Court.CUSTOMER, Map.of());
            case Outcome.Decline decline ->
                log.add(
                        JourneyEventType.DECLINED,
                        Actor.SYSTEM,
                        Court.CUSTOMER,
                        Map.of(Detail.REASON, codes(decline.reasons())));
            case Outcome.Refer refer ->
                log.add(
                                JourneyEventType.TASK_SCHEDULED,
                                Actor.SYSTEM,
                                Court.BANK,
                                Map.of(Detail.TASK, REVIEW_TASK, Detail.REASON, codes(refer.why())))
                        .add(
                                JourneyEventType.PROMISE_MADE,
                                Actor.SYSTEM,
                                Court.BANK,
                                Map.of(Detail.WHAT, REVIEW_TASK, Detail.DUE, String.valueOf(application.promisedAt())));
        }
        journey.append(log.events());
        audit.write(
                "customer:" + application.customerId(),
                "application.submit",
                "application:" + application.id(),
                Map.of(
                        "outcome", application.state().name(),
                        "policy", given.policyVersion(),
                        "receipt", answer.receipt().sha256()));
    }

    static String codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).collect(Collectors.joining(","));
    }
}
