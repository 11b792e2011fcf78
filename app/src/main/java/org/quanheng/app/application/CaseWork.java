package org.quanheng.app.application;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.quanheng.policy.Offer;
import org.quanheng.policy.Outcome;
import org.springframework.stereotype.Component;

/** What the policy leaves to a person, and what an applicant asks a person to look at again. */
@Component
public class CaseWork {
    private static final int MOST_LISTED = 200;
    private static final String ACCOUNT = "account:";

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

    /** What a person may do with a case that waits. */
    public enum Choice {
        APPROVE,
        /** Propose to approve what the policy declined; another person decides. */
        PROPOSE,
        DECLINE
    }

    /** What a person does with a case, the reasons of a no, and why. */
    public record Verdict(Choice choice, List<String> reasons, String note) {
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

    /** Whether an approval lies within a person's authority, which is data of the policy. */
    public boolean withinAuthority(StaffMember member, Decision decision) {
        Optional<Offer> offer = decisions.answerOf(decision).offers().stream().findFirst();
        return offer.isPresent()
                && decisions
                        .policyOf(decision)
                        .mayDecide(roleOf(member), offer.get().amount(), decision.pd());
    }

    /**
     * What a person may do with a case. What the policy left to a person, one person decides within their authority. What it declined,
     * anybody with an authority may confirm, but only two persons together may approve: one proposes, another decides.
     */
    public Set<Choice> choices(StaffMember member, List<Decision> made) {
        Decision latest = made.getLast();
        if (decisions.policyOf(latest).document().authorityOf(roleOf(member)).isEmpty()) {
            return EnumSet.noneOf(Choice.class);
        }
        boolean within = withinAuthority(member, latest);
        if (!(decisions.answerOf(latest).outcome() instanceof Outcome.Decline decline)) {
            return within ? EnumSet.of(Choice.APPROVE, Choice.DECLINE) : EnumSet.noneOf(Choice.class);
        }
        EnumSet<Choice> choices = EnumSet.of(Choice.DECLINE);
        Optional<Decision> proposal = proposal(made);
        if (proposal.isEmpty()) {
            choices.addAll(decline.offers().isEmpty() ? Set.of() : Set.of(Choice.PROPOSE));
        } else if (within && !proposal.get().maker().equals(makerOf(member))) {
            choices.add(Choice.APPROVE);
        }
        return choices;
    }

    /** The proposal to approve against the policy that waits for a second person, if there is one. */
    public static Optional<Decision> proposal(List<Decision> made) {
        return Optional.of(made.getLast())
                .filter(decision -> decision.kind() == Decision.Kind.REFER
                        && decision.maker().startsWith(ACCOUNT));
    }

    /** Whether a decision or a proposal is this person's. */
    public static boolean madeBy(StaffMember member, Decision decision) {
        return decision.maker().equals(makerOf(member));
    }

    private static String makerOf(StaffMember member) {
        return ACCOUNT + member.id();
    }

    private static String roleOf(StaffMember member) {
        return member.role().name().toLowerCase(Locale.ROOT);
    }

    /** Decides a case or proposes to; refused if the person may not, or if it does not wait any more. */
    public void decide(ActKey key, Application application, StaffMember member, Verdict verdict, Visit visit) {
        acts.once(key, application.id(), () -> {
            if (application.state() != Application.State.REFERRED) {
                throw new Refusal(ErrorCode.NOT_NOW, "expected a case that waits, it is " + application.state());
            }
            List<Decision> made = decisions.of(application.id());
            if (!choices(member, made).contains(verdict.choice())) {
                throw new Refusal(
                        ErrorCode.NOT_ALLOWED, verdict.choice() + " is not within the authority of " + member.role());
            }
            if (verdict.choice() == Choice.PROPOSE) {
                propose(application, made.getLast(), member, verdict, visit);
            } else {
                close(application, made.getLast(), member, verdict, visit);
            }
        });
    }

    private void propose(Application application, Decision latest, StaffMember member, Verdict verdict, Visit visit) {
        decisions.keepFollowing(latest, makerOf(member), Decision.Kind.REFER, verdict.note());
        rows.update(application);
        journey.append(new JourneyLog(application, visit, ids, clock)
                .add(
                        JourneyEventType.TASK_REASSIGNED,
                        Actor.STAFF,
                        Court.BANK,
                        Map.of(
                                Detail.TASK,
                                Submission.REVIEW_TASK,
                                Detail.FROM,
                                makerOf(member),
                                Detail.TO,
                                "second person"))
                .events());
        audit.write(
                makerOf(member),
                "case.propose",
                "application:" + application.id(),
                Map.of("receipt", latest.receipt().sha256()));
    }

    private void close(Application application, Decision latest, StaffMember member, Verdict verdict, Visit visit) {
        Instant now = clock.instant();
        boolean approve = verdict.choice() == Choice.APPROVE;
        decisions.keepFollowing(
                latest,
                makerOf(member),
                approve ? Decision.Kind.APPROVE : Decision.Kind.DECLINE,
                verdict.reasons().isEmpty()
                        ? verdict.note()
                        : String.join(",", verdict.reasons()) + " — " + verdict.note());
        rows.update(application.decided(approve ? Application.State.OFFERED : Application.State.DECLINED, now, null));
        journey.append(told(application, verdict, visit, now).events());
        audit.write(
                makerOf(member),
                "case.decide",
                "application:" + application.id(),
                Map.of(
                        "outcome", verdict.choice().name(),
                        "reasons", verdict.reasons(),
                        "receipt", latest.receipt().sha256()));
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
        return verdict.choice() == Choice.APPROVE
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
