package org.quanheng.cli.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.quanheng.app.board.PlanComparison;
import org.quanheng.app.decision.Decision;
import org.quanheng.app.decision.Decisions;
import org.quanheng.app.decision.Policies;
import org.quanheng.app.sample.SampleLender;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.live.StagedModel;
import org.quanheng.balance.value.Stakes;
import org.quanheng.cli.replay.People;
import org.quanheng.cli.replay.Replay;
import org.quanheng.policy.Answer;
import org.quanheng.policy.Outcome;
import org.quanheng.policy.Policy;
import org.quanheng.policy.fact.Fact;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.risk.NotAsked;
import org.quanheng.scoring.table.Table;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same people asked everything and asked by the plan. Minutes, costs and who leaves are those of the plan's steps, so a figure made
 * of them is as good as their source says; decisions and outcomes are real.
 */
final class ReplayedPlan {
    private static final int RESAMPLES = 1_000;
    private static final long SEED = 20261126;
    private static final double TAIL = 0.025;

    private final StagedModel staged;
    private final Policy everything;
    private final Stakes stakes;

    private ReplayedPlan(Policy policy, StagedModel staged) {
        this.staged = staged;
        this.everything = policy.with(staged.full());
        this.stakes = staged.plan().stakes();
    }

    /**
     * One person under one way of asking.
     *
     * @param completes probability of not leaving on the way
     * @param earned by an approval at once, in the policy's currency: the gain of a good loan or the loss of a bad one, by outcome
     */
    private record Case(
            int questions,
            double minutes,
            double completes,
            boolean approved,
            boolean referred,
            boolean bad,
            double earned) {}

    /** Both ways for each person. */
    private record Pair(Case everything, Case plan) {}

    /** Compares both ways, each figure with its 95 % bootstrap interval over the people; empty if the policy has no plan. */
    static Optional<PlanComparison> compare(ApplicationContext application, List<Replay.Met> met, LocalDate today) {
        Policy policy = application.getBean(Policies.class).live().orElseThrow();
        if (!(policy.model() instanceof StagedModel staged)) {
            return Optional.empty();
        }
        ReplayedPlan replayed = new ReplayedPlan(policy, staged);
        Decisions decisions = application.getBean(Decisions.class);
        Table histories = SampleLender.histories();
        List<Pair> pairs = met.stream()
                .map(one -> replayed.pair(decisions, histories, one, today))
                .toList();
        return Optional.of(new PlanComparison(
                policy.document().version(),
                pairs.size(),
                policy.document().currency().getCurrencyCode(),
                BigDecimal.valueOf(staged.plan().rules().exchangeRate()),
                replayed.grades(),
                replayed.sources(),
                figures(pairs)));
    }

    /** The comparison in the demo's document. */
    static void write(PlanComparison comparison, ObjectNode document) {
        ObjectNode balance = document.putObject("balance")
                .put("exchangeRate", comparison.exchangeRate())
                .put("frictionGrade", comparison.frictionGrade())
                .put("frictionBy", comparison.frictionBy());
        ObjectNode everything = balance.putObject("askEverything");
        ObjectNode plan = balance.putObject("plan");
        for (PlanComparison.Figure figure : comparison.figures()) {
            write(figure.everything(), everything.putObject(figure.key()));
            write(figure.plan(), plan.putObject(figure.key()));
        }
    }

    private static void write(PlanComparison.Bounded figure, ObjectNode node) {
        node.put("value", figure.value()).put("low", figure.low()).put("high", figure.high());
    }

    private String grades() {
        return String.join(
                ",",
                staged.plan().evidence().steps().stream()
                        .map(step -> step.source().grade().name())
                        .distinct()
                        .toList());
    }

    private String sources() {
        return String.join(
                ",",
                staged.plan().evidence().steps().stream()
                        .map(step -> step.source().by())
                        .distinct()
                        .toList());
    }

    private Pair pair(Decisions decisions, Table histories, Replay.Met one, LocalDate today) {
        boolean bad = People.wentBad(histories, one.row());
        Facts facts = facts(histories, one.row());
        Answer whole = everything.decide(everything.request(facts, today), facts);
        Decision first = decisions.of(UUID.fromString(one.application())).getFirst();
        Answer given = decisions.answerOf(first);
        double ead = everything.request(facts, today).amount().amount().doubleValue();
        return new Pair(one(whole, Set.of(), bad, ead), one(given, leftOut(given), bad, ead));
    }

    private static Set<String> leftOut(Answer given) {
        Set<String> steps = new HashSet<>();
        for (NotAsked left : given.assessment().notAsked()) {
            steps.add(left.step());
        }
        return steps;
    }

    private Case one(Answer answer, Set<String> leftOut, boolean bad, double ead) {
        int questions = 0;
        double minutes = 0;
        double completes = 1;
        double handling = 0;
        for (EvidenceStep step : staged.plan().evidence().steps()) {
            if (!leftOut.contains(step.id())) {
                questions += step.facts().size();
                minutes += step.minutes();
                completes *= 1 - step.hazard();
                handling += step.cost().doubleValue();
            }
        }
        boolean approved = answer.outcome() instanceof Outcome.Approve;
        double result = bad ? -stakes.lossOfBad() : stakes.gainOfGood();
        return new Case(
                questions,
                minutes,
                completes,
                approved,
                answer.outcome() instanceof Outcome.Refer,
                bad,
                (approved ? completes * ead * result : 0) - handling);
    }

    private static Facts facts(Table histories, int row) {
        List<Fact> facts = new ArrayList<>();
        for (String name : histories.names()) {
            Object cell = histories.cell(row, name);
            if (!People.neverTold(name) && cell != null) {
                FactValue value = cell instanceof Double number
                        ? FactValue.of(BigDecimal.valueOf(number))
                        : FactValue.of(cell.toString());
                facts.add(new Fact(name, value, "history", Instant.EPOCH));
            }
        }
        return Facts.of(facts);
    }

    private static List<PlanComparison.Figure> figures(List<Pair> pairs) {
        return List.of(
                figure("questions", false, pairs, all -> mean(all, Case::questions)),
                figure("minutes", true, pairs, all -> mean(all, Case::minutes)),
                figure("completion", true, pairs, all -> mean(all, Case::completes)),
                figure("approvals", false, pairs, all -> mean(all, one -> one.approved() ? 1 : 0)),
                figure("untouchedByPerson", false, pairs, all -> mean(all, one -> one.referred() ? 0 : 1)),
                figure(
                        "badRate",
                        false,
                        pairs,
                        all -> mean(all.stream().filter(Case::approved).toList(), one -> one.bad() ? 1 : 0)),
                figure("profitPerApplicant", true, pairs, all -> mean(all, Case::earned)));
    }

    private static PlanComparison.Figure figure(
            String key, boolean onFriction, List<Pair> pairs, ToDoubleFunction<List<Case>> figure) {
        return new PlanComparison.Figure(
                key,
                onFriction,
                bounded(pairs.stream().map(Pair::everything).toList(), figure),
                bounded(pairs.stream().map(Pair::plan).toList(), figure));
    }

    private static double mean(List<Case> cases, ToDoubleFunction<Case> of) {
        return cases.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    private static PlanComparison.Bounded bounded(List<Case> cases, ToDoubleFunction<List<Case>> figure) {
        SplittableRandom chance = new SplittableRandom(SEED);
        double[] resampled = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            resampled[i] = figure.applyAsDouble(chance.ints(cases.size(), 0, cases.size())
                    .mapToObj(cases::get)
                    .toList());
        }
        Arrays.sort(resampled);
        return new PlanComparison.Bounded(
                DemoSummary.four(figure.applyAsDouble(cases)),
                DemoSummary.four(resampled[(int) (TAIL * RESAMPLES)]),
                DemoSummary.four(resampled[(int) ((1 - TAIL) * RESAMPLES)]));
    }
}
