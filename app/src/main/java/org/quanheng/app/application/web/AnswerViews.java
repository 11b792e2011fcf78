package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Pages;
import org.quanheng.app.application.Acceptance;
import org.quanheng.app.application.Application;
import org.quanheng.app.application.Applications;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.decision.Decision;
import org.quanheng.app.decision.Decisions;
import org.quanheng.app.journey.JourneyEvents;
import org.quanheng.app.page.ChargeWords;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;
import org.quanheng.app.product.Product;
import org.quanheng.experience.Journey;
import org.quanheng.experience.JourneyEvent;
import org.quanheng.lending.Money;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.policy.Answer;
import org.quanheng.policy.Offer;
import org.quanheng.policy.Outcome;
import org.quanheng.policy.reason.Reason;
import org.quanheng.policy.risk.NotAsked;
import org.springframework.stereotype.Component;

/** Puts a decided application into the words and figures of the answer page. */
@Component
class AnswerViews {
    /** Time on a page beyond this is not counted as effort: the person was away. */
    static final Duration IDLE_CAP = Duration.ofMinutes(5);

    private final Applications applications;
    private final Decisions decisions;
    private final JourneyEvents journey;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    AnswerViews(
            Applications applications, Decisions decisions, JourneyEvents journey, Pages pages, Ids ids, Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.journey = journey;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    AnswerView of(Application application, @Nullable String chosen, List<FieldError> errors, Page page) {
        List<Decision> made = decisions.of(application.id());
        Decision first = made.getFirst();
        Answer answer = decisions.answerOf(first);
        Product product = applications.productOf(application);
        Map<String, String> values = application.values();
        LocalDate today = LocalDate.now(clock.withZone(pages.zone()));
        boolean open = application.state() == Application.State.OFFERED;
        Instant decidedAt = application.decidedAt() == null ? first.at() : application.decidedAt();
        List<AnswerView.Offer> offers = open
                ? answer.offers().stream().map(offer -> offer(offer, today)).toList()
                : List.of();
        return new AnswerView(
                application.id().toString(),
                Long.toString(application.number()),
                outcome(application),
                product.currency(),
                new BigDecimal(String.valueOf(values.get(product.request().amount()))),
                Integer.parseInt(String.valueOf(values.get(product.request().months()))),
                values.get(product.request().purpose()),
                effort(application, first),
                offers,
                open ? decidedAt.plus(Acceptance.OFFERS_HOLD) : null,
                chosen,
                open && chosen != null ? costs(answer, chosen, today, page) : List.of(),
                application.state() == Application.State.DECLINED ? reasons(answer, page) : List.of(),
                application.state() == Application.State.DECLINED ? changes(answer, page) : List.of(),
                referral(application, made),
                application.loanId() == null ? null : application.loanId().toString(),
                contributions(answer),
                spared(answer, page),
                application.state() == Application.State.DECLINED && made.size() == 1,
                errors,
                ids.nextKey());
    }

    private static AnswerView.Outcome outcome(Application application) {
        return switch (application.state()) {
            case OFFERED -> AnswerView.Outcome.APPROVED;
            case DECLINED -> AnswerView.Outcome.DECLINED;
            case REFERRED -> AnswerView.Outcome.REFERRED;
            case ACCEPTED -> AnswerView.Outcome.ACCEPTED;
            case DRAFT -> throw new IllegalStateException("a draft has no answer");
        };
    }

    private AnswerView.Effort effort(Application application, Decision first) {
        List<JourneyEvent> events = journey.of(application.id());
        Journey whole = Journey.of(events);
        Instant decidedAt = application.decidedAt() == null ? first.at() : application.decidedAt();
        long decisionMillis = first.automatic()
                ? Math.abs(Duration.between(decidedAt, first.at()).toMillis())
                : 0;
        return new AnswerView.Effort(
                Math.max(1, decisionMillis),
                whole.questionsAsked(),
                whole.effort(IDLE_CAP).toSeconds());
    }

    private static AnswerView.Offer offer(Offer offer, LocalDate today) {
        Schedule schedule = offer.schedule(today);
        AnnualCost cost = offer.annualCost(today, AnnualCost.Convention.CHINA);
        BigDecimal payment = schedule.instalment(1).payment().amount();
        BigDecimal last = schedule.instalment(schedule.size()).payment().amount();
        boolean level = payment.subtract(last).abs().compareTo(BigDecimal.ONE) < 0;
        return new AnswerView.Offer(
                offer.id(),
                offer.id(),
                offer.method().name().toLowerCase(Locale.ROOT),
                offer.amount().amount(),
                offer.months(),
                payment,
                level ? null : last,
                schedule.totalInterest().amount(),
                schedule.feesUpFront().plus(schedule.totalFees()).amount(),
                schedule.feesUpFront().plus(schedule.totalPayment()).amount(),
                offer.price().rate().perYear(),
                cost.rate(),
                Quotes.balances(schedule, offer.amount().amount()));
    }

    private static List<AnswerView.CostLine> costs(Answer answer, String chosen, LocalDate today, Page page) {
        return answer.offer(chosen).map(offer -> costs(offer, today, page)).orElse(List.of());
    }

    /** Every item of cost with how it is charged and who receives it, and what is owed only if something happens. */
    private static List<AnswerView.CostLine> costs(Offer offer, LocalDate today, Page page) {
        ChargeWords words = new ChargeWords(page);
        BigDecimal nothing = Money.zero(offer.amount().currency()).amount();
        List<AnswerView.CostLine> costs = new ArrayList<>();
        costs.add(new AnswerView.CostLine(
                page.t("cost.interest"),
                page.t(
                        "cost.interest.how",
                        page.formats().percent(offer.price().rate().perYear(), 2)),
                page.lender(),
                offer.schedule(today).totalInterest().amount()));
        Schedule.feeTotals(offer.terms().resolve(today))
                .forEach((fee, amount) -> costs.add(
                        new AnswerView.CostLine(words.name(fee), words.how(fee), words.payee(fee), amount.amount())));
        if (offer.charges().fees().isEmpty()) {
            costs.add(new AnswerView.CostLine(page.t("fee.none"), page.t("fee.none.how"), null, nothing));
        }
        costs.add(new AnswerView.CostLine(
                page.t("late"), words.late(offer.lateRate(), offer.charges().penalty()), page.lender(), null));
        costs.add(new AnswerView.CostLine(page.t("early"), page.t("early.how"), null, nothing));
        return costs;
    }

    private static List<String> reasons(Answer answer, Page page) {
        return told(answer).stream()
                .map(reason -> ReasonWords.reason(reason, page))
                .toList();
    }

    /** What was not asked, one sentence for each reason. */
    private static List<String> spared(Answer answer, Page page) {
        Map<NotAsked.Why, List<String>> byReason = new EnumMap<>(NotAsked.Why.class);
        answer.assessment()
                .notAsked()
                .forEach(left -> byReason.computeIfAbsent(left.why(), _ -> new ArrayList<>())
                        .addAll(left.facts()));
        return byReason.entrySet().stream()
                .map(entry -> page.t(
                        "answer.spared." + entry.getKey().name().toLowerCase(Locale.ROOT),
                        String.join(
                                page.t("list.comma"),
                                entry.getValue().stream().map(page::fact).toList())))
                .toList();
    }

    private static List<String> changes(Answer answer, Page page) {
        return told(answer).stream()
                .flatMap(reason -> ReasonWords.change(reason, page).stream())
                .distinct()
                .toList();
    }

    private static List<Reason> told(Answer answer) {
        return switch (answer.outcome()) {
            case Outcome.Approve approve -> approve.notes();
            case Outcome.Decline decline -> decline.reasons();
            case Outcome.Refer refer -> refer.reasons();
        };
    }

    private static AnswerView.@Nullable Referral referral(Application application, List<Decision> made) {
        if (application.state() != Application.State.REFERRED) {
            return null;
        }
        return new AnswerView.Referral(
                "bank",
                made.size() > 1 ? "review_requested" : "near_cutoff",
                made.getLast().at(),
                application.promisedAt());
    }

    /** What moved the score, the greatest move first. */
    static List<Contribution> contributions(Answer answer) {
        List<Contribution> contributions = new ArrayList<>();
        answer.assessment().contributions().stream()
                .sorted((a, b) -> b.lost().abs().compareTo(a.lost().abs()))
                .forEach(part -> contributions.add(Contribution.of(
                        part.characteristic(),
                        part.answer(),
                        part.lost().negate().doubleValue())));
        return contributions;
    }
}
