package org.quanheng.app.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
import org.quanheng.app.decision.Decision;
import org.quanheng.app.decision.Decisions;
import org.quanheng.app.journey.JourneyEvents;
import org.quanheng.experience.Actor;
import org.quanheng.experience.Court;
import org.quanheng.experience.Detail;
import org.quanheng.experience.JourneyEventType;
import org.quanheng.policy.Answer;
import org.quanheng.policy.Policy;
import org.springframework.stereotype.Component;

/** What the policy leaves to a person, and what an applicant asks a person to look at again. */
@Component
public class CaseWork {
    private static final int MOST_LISTED = 200;

    private final ApplicationRows rows;
    private final Decisions decisions;
    private final Acts acts;
    private final AuditRecords audit;
    private final JourneyEvents journey;
    private final Ids ids;
    private final Clock clock;

    CaseWork(
            ApplicationRows rows,
            Decisions decisions,
            Acts acts,
            AuditRecords audit,
            JourneyEvents journey,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.decisions = decisions;
        this.acts = acts;
        this.audit = audit;
        this.journey = journey;
        this.ids = ids;
        this.clock = clock;
    }

    /** A person's decision on a case: yes or no, the reasons of a no, and why. */
    public record Verdict(boolean approve, List<String> reasons, String note) {
        public Verdict {
            reasons = List.copyOf(reasons);
        }
    }

    /** Cases that wait, the nearest promise first. */
    public List<Application> waiting() {
        return rows.waiting(MOST_LISTED);
    }

    /** Cases that a person decided, the newest first. */
    public List<Application> done() {
        return rows.decidedByPeople(MOST_LISTED);
    }

    /** A case that is or was a person's to decide. */
    public Application find(UUID id) {
        return rows.find(id)
                .filter(application -> application.state() == Application.State.REFERRED
                        || decisions.of(id).size() > 1)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such case"));
    }

    /** The most that a person may approve is data of the policy; this says whether the case is within it. */
    public boolean mayDecide(StaffMember member, Decision decision) {
        Policy policy = decisions.policyOf(decision);
        Answer answer = decisions.answerOf(decision);
        return !answer.offers().isEmpty()
                && policy.mayDecide(
                        member.role().name().toLowerCase(Locale.ROOT),
                        answer.offers().getFirst().amount(),
                        decision.pd());
    }

    /** Decides a case; refused if it is not within the person's authority, or if it does not wait any more. */
    public void decide(ActKey key, Application application, StaffMember member, Verdict verdict, Visit visit) {
        acts.once(key, application.id(), () -> {
            if (application.state() != Application.State.REFERRED) {
                throw new Refusal(ErrorCode.NOT_NOW, "expected a case that waits, it is " + application.state());
            }
            Decision latest = decisions.of(application.id()).getLast();
            if (verdict.approve() && !mayDecide(member, latest)) {
                throw new Refusal(ErrorCode.NOT_ALLOWED, "the case is not within the authority of " + member.role());
            }
            Instant now = clock.instant();
            decisions.keepFollowing(
                    latest,
                    "account:" + member.id(),
                    verdict.approve() ? Decision.Kind.APPROVE : Decision.Kind.DECLINE,
                    verdict.reasons().isEmpty()
                            ? verdict.note()
                            : String.join(",", verdict.reasons()) + " — " + verdict.note());
            rows.update(application.decided(
                    verdict.approve() ? Application.State.OFFERED : Application.State.DECLINED, now, null));
            journey.append(told(application, verdict, visit, now).events());
            audit.write(
                    "account:" + member.id(),
                    "case.decide",
                    "application:" + application.id(),
                    Map.of(
                            "outcome", verdict.approve() ? "APPROVE" : "DECLINE",
                            "reasons", verdict.reasons(),
                            "receipt", latest.receipt().sha256()));
        });
    }

    private JourneyLog told(Application application, Verdict verdict, Visit visit, Instant now) {
        JourneyLog log = new JourneyLog(application, visit, ids, clock)
                .add(
                        JourneyEventType.TASK_COMPLETED,
                        Actor.STAFF,
                        Court.BANK,
                        Map.of(Detail.TASK, Submission.REVIEW_TASK));
        Instant promised = application.promisedAt();
        boolean kept = promised == null || !now.isAfter(promised);
        log.add(
                kept ? JourneyEventType.PROMISE_KEPT : JourneyEventType.PROMISE_BROKEN,
                Actor.STAFF,
                Court.BANK,
                Map.of(Detail.WHAT, Submission.REVIEW_TASK));
        return verdict.approve()
                ? log.add(JourneyEventType.CONDITIONAL_YES, Actor.STAFF, Court.CUSTOMER, Map.of())
                        .add(JourneyEventType.OFFER_SENT, Actor.STAFF, Court.CUSTOMER, Map.of())
                : log.add(
                        JourneyEventType.DECLINED,
                        Actor.STAFF,
                        Court.CUSTOMER,
                        Map.of(Detail.REASON, String.join(",", verdict.reasons())));
    }

    /** The applicant asks a person to look at a decline that no person has looked at. */
    public void askForPerson(ActKey key, Application application, String note, Visit visit) {
        acts.once(key, application.id(), () -> {
            List<Decision> made = decisions.of(application.id());
            if (application.state() != Application.State.DECLINED || made.size() > 1) {
                throw new Refusal(ErrorCode.NOT_NOW, "expected a decline that no person has looked at yet");
            }
            Instant now = clock.instant();
            Instant promised = now.plus(Submission.PROMISE);
            decisions.keepFollowing(
                    made.getLast(),
                    "customer:" + application.customerId(),
                    Decision.Kind.REFER,
                    note.isBlank() ? null : note);
            rows.update(application.decided(Application.State.REFERRED, now, promised));
            journey.append(new JourneyLog(application, visit, ids, clock)
                    .add(
                            JourneyEventType.TASK_SCHEDULED,
                            Actor.CUSTOMER,
                            Court.BANK,
                            Map.of(Detail.TASK, Submission.REVIEW_TASK, Detail.REASON, "review.asked"))
                    .add(
                            JourneyEventType.PROMISE_MADE,
                            Actor.SYSTEM,
                            Court.BANK,
                            Map.of(Detail.WHAT, Submission.REVIEW_TASK, Detail.DUE, promised.toString()))
                    .events());
            audit.write(
                    "customer:" + application.customerId(), "review.ask", "application:" + application.id(), Map.of());
        });
    }
}
