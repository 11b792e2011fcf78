package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.application.Application;
import org.quanheng.app.application.Applications;
import org.quanheng.app.application.CaseWork;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.customer.Customers;
import org.quanheng.app.decision.Decision;
import org.quanheng.app.decision.Decisions;
import org.quanheng.app.journey.JourneyEvents;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Said;
import org.quanheng.app.product.Product;
import org.quanheng.experience.Actor;
import org.quanheng.experience.JourneyEvent;
import org.quanheng.experience.JourneyEventType;
import org.quanheng.policy.Answer;
import org.quanheng.policy.Offer;
import org.quanheng.policy.Outcome;
import org.quanheng.policy.document.Layer;
import org.quanheng.policy.document.PolicyDocument.Authority;
import org.quanheng.policy.document.PolicyDocument.Cutoffs;
import org.quanheng.policy.reason.Reason;
import org.springframework.stereotype.Component;

/** Puts cases into the words and figures of the staff's pages. */
@Component
class CaseViews {
    private static final String BETWEEN_CUTOFFS = "pd.between_cutoffs";

    /** Reasons that only a person can have; the others come from the answer. */
    private static final List<String> PERSONS_REASONS = List.of("unable_to_verify", "person_judgement");

    private final Applications applications;
    private final CaseWork cases;
    private final Accounts accounts;
    private final Customers customers;
    private final Decisions decisions;
    private final JourneyEvents journey;
    private final Ids ids;
    private final Clock clock;

    CaseViews(
            Applications applications,
            CaseWork cases,
            Accounts accounts,
            Customers customers,
            Decisions decisions,
            JourneyEvents journey,
            Ids ids,
            Clock clock) {
        this.applications = applications;
        this.cases = cases;
        this.accounts = accounts;
        this.customers = customers;
        this.decisions = decisions;
        this.journey = journey;
        this.ids = ids;
        this.clock = clock;
    }

    WorkListView list(String scope, List<Application> waiting, List<Application> done, StaffMember member) {
        List<Application> shown = scope.equals("done") ? done : waiting;
        Map<UUID, List<Decision>> made =
                decisions.of(shown.stream().map(Application::id).toList());
        Map<UUID, Map<String, String>> applicants =
                customers.personal(shown.stream().map(Application::customerId).toList());
        return new WorkListView(
                scope,
                List.of(new WorkListView.Scope("team", waiting.size()), new WorkListView.Scope("done", done.size())),
                shown.stream()
                        .map(application -> row(
                                application,
                                made.getOrDefault(application.id(), List.of()),
                                applicants.getOrDefault(application.customerId(), Map.of())))
                        .toList(),
                clock.instant());
    }

    private WorkListView.Case row(Application application, List<Decision> made, Map<String, String> applicant) {
        Product product = applications.productOf(application);
        Map<String, String> values = application.values();
        return new WorkListView.Case(
                application.id().toString(),
                Long.toString(application.number()),
                name(applicant),
                values.get(product.request().purpose()),
                amount(product, values),
                product.currency(),
                months(product, values),
                made.getFirst().pd().doubleValue(),
                whyCode(made),
                made.getFirst().at(),
                application.promisedAt(),
                null,
                state(application));
    }

    private static String name(Map<String, String> applicant) {
        return applicant.getOrDefault("full_name", "–");
    }

    private String whyCode(List<Decision> made) {
        if (CaseWork.proposal(made).isPresent()) {
            return "approval_proposed";
        }
        if (made.stream().anyMatch(decision -> decision.maker().startsWith("customer:"))) {
            return "review_requested";
        }
        return decisions.answerOf(made.getFirst()).outcome() instanceof Outcome.Refer refer
                        && refer.why().stream()
                                .anyMatch(reason -> !reason.code().equals(BETWEEN_CUTOFFS))
                ? "rule"
                : "near_cutoff";
    }

    private static String state(Application application) {
        return switch (application.state()) {
            case REFERRED, DRAFT -> "open";
            case OFFERED, ACCEPTED -> "approved";
            case DECLINED -> "declined";
        };
    }

    CaseView of(Application application, StaffMember member, String note, List<FieldError> errors, Page page) {
        Product product = applications.productOf(application);
        Map<String, String> values = application.values();
        List<Decision> made = decisions.of(application.id());
        Decision first = made.getFirst();
        Answer answer = decisions.answerOf(first);
        return new CaseView(
                application.id().toString(),
                Long.toString(application.number()),
                name(customers.personal(application.customerId())),
                product.currency(),
                amount(product, values),
                months(product, values),
                values.get(product.request().purpose()),
                values.entrySet().stream()
                        .filter(entry -> page.has("fact." + entry.getKey()))
                        .map(entry -> new FactValue(entry.getKey(), entry.getValue()))
                        .toList(),
                why(made, answer, page),
                layers(answer),
                evidence(answer, first.at()),
                answer.points().intValue(),
                answer.pd().doubleValue(),
                null,
                null,
                answer.assessment().notAsked().stream()
                        .flatMap(left -> left.facts().stream())
                        .toList(),
                application.promisedAt(),
                clock.instant(),
                timeline(application),
                application.state() == Application.State.REFERRED ? decision(made, answer, member, note, errors) : null,
                decided(made, application),
                first.policyVersion(),
                first.receipt().sha256());
    }

    /** Why a person has the case, for that person; what the applicant was told is given as told. */
    private List<String> why(List<Decision> made, Answer answer, Page page) {
        List<String> why = new ArrayList<>();
        for (Decision decision : made) {
            String code = decision.maker().startsWith("customer:") ? "review_requested" : "approval_proposed";
            if (decision.kind() == Decision.Kind.REFER && !decision.automatic()) {
                why.add(page.t("why_short." + code) + (decision.note() == null ? "" : ": “" + decision.note() + "”"));
            }
        }
        if (answer.outcome() instanceof Outcome.Refer refer) {
            refer.why().forEach(reason -> why.add(whyReferred(reason, made.getFirst(), page)));
        } else if (answer.outcome() instanceof Outcome.Decline decline) {
            decline.reasons().forEach(reason -> why.add(page.t("why_person.told", ReasonWords.reason(reason, page))));
        }
        return why;
    }

    private String whyReferred(Reason reason, Decision first, Page page) {
        if (reason.code().equals(BETWEEN_CUTOFFS)) {
            Cutoffs cutoffs = decisions.policyOf(first).document().cutoffs();
            return page.t(
                    "why_person." + BETWEEN_CUTOFFS,
                    page.formats().percent(first.pd(), 1),
                    page.formats().percent(cutoffs.approveAtMost(), 1),
                    page.formats().percent(cutoffs.declineAbove(), 1));
        }
        String key = "why_person." + reason.code();
        // A rule of another policy may have no words for staff; what the applicant is told says it too.
        return page.has(key) ? page.t(key) : page.t("why_person.told", ReasonWords.reason(reason, page));
    }

    private static List<CaseView.Layer> layers(Answer answer) {
        List<CaseView.Layer> layers = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            BigDecimal points = answer.layers().get(layer);
            if (points != null) {
                layers.add(new CaseView.Layer(layer.name().toLowerCase(Locale.ROOT), points.doubleValue()));
            }
        }
        return layers;
    }

    private static List<Contribution> evidence(Answer answer, Instant at) {
        return answer.assessment().contributions().stream()
                .map(part -> new Contribution(
                        part.characteristic(),
                        part.answer(),
                        part.lost().negate().doubleValue(),
                        "applicant",
                        at))
                .toList();
    }

    private List<CaseView.Event> timeline(Application application) {
        return journey.of(application.id()).stream()
                .filter(event -> event.type().group() != JourneyEventType.Group.QUESTION)
                .map(CaseViews::event)
                .toList();
    }

    private static CaseView.Event event(JourneyEvent event) {
        String turn =
                event.actor() == Actor.SYSTEM ? "system" : event.court().name().toLowerCase(Locale.ROOT);
        var step = event.step();
        return new CaseView.Event(
                event.at(),
                event.type().name().toLowerCase(Locale.ROOT),
                turn,
                step == null ? List.of() : List.of(step.id()));
    }

    private CaseView.Decision decision(
            List<Decision> made, Answer answer, StaffMember member, String note, List<FieldError> errors) {
        Decision latest = made.getLast();
        Optional<Authority> authority = decisions
                .policyOf(latest)
                .document()
                .authorityOf(member.role().name().toLowerCase(Locale.ROOT));
        Optional<Offer> offer = answer.offers().stream().findFirst();
        boolean within = cases.withinAuthority(member, latest);
        Set<CaseWork.Choice> choices = cases.choices(member, made);
        return new CaseView.Decision(
                authority.map(a -> a.amountMax().amount()).orElse(BigDecimal.ZERO),
                authority.map(a -> a.pdMax().doubleValue()).orElse(null),
                within,
                choices.stream()
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .toList(),
                notice(authority, offer, within, made, member),
                offer.map(o -> o.price().rate().perYear()).orElse(null),
                offer.map(o -> o.price().capRate()).orElse(null),
                answer.limit().amount().amount(),
                reasonsToDecline(answer),
                note,
                errors,
                ids.nextKey());
    }

    private static @Nullable String notice(
            Optional<Authority> authority,
            Optional<Offer> offer,
            boolean within,
            List<Decision> made,
            StaffMember member) {
        Decision latest = made.getLast();
        Optional<Decision> proposal = CaseWork.proposal(made);
        if (authority.isEmpty()) {
            return "role";
        }
        if (offer.isEmpty()) {
            return "no_offer";
        }
        if (proposal.isPresent() && CaseWork.madeBy(member, proposal.get())) {
            return "own";
        }
        if (proposal.isEmpty() && made.getFirst().kind() == Decision.Kind.DECLINE) {
            return "two";
        }
        if (within) {
            return null;
        }
        return latest.pd().compareTo(authority.get().pdMax()) > 0 ? "pd" : "amount";
    }

    private static List<Said> reasonsToDecline(Answer answer) {
        List<Reason> told = switch (answer.outcome()) {
            case Outcome.Refer refer -> refer.reasons();
            case Outcome.Decline decline -> decline.reasons();
            case Outcome.Approve _ -> List.<Reason>of();
        };
        List<Said> reasons = new ArrayList<>();
        for (Reason reason : told) {
            String fact = reason.parameters().get("fact");
            if (fact != null) {
                reasons.add(Said.of(fact, String.valueOf(reason.parameters().get("answer"))));
            }
        }
        PERSONS_REASONS.forEach(code -> reasons.add(Said.of(code)));
        return reasons;
    }

    private CaseView.@Nullable Decided decided(List<Decision> made, Application application) {
        Decision latest = made.getLast();
        if (application.state() == Application.State.REFERRED || latest.automatic()) {
            return null;
        }
        return new CaseView.Decided(
                state(application), accounts.nameOf(latest.maker()).orElse(latest.maker()), latest.at(), latest.note());
    }

    private static BigDecimal amount(Product product, Map<String, String> values) {
        return new BigDecimal(String.valueOf(values.get(product.request().amount())));
    }

    private static int months(Product product, Map<String, String> values) {
        return Integer.parseInt(String.valueOf(values.get(product.request().months())));
    }
}
