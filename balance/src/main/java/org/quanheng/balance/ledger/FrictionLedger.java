package org.quanheng.balance.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidencePlan;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.frontier.Bands;
import org.quanheng.balance.frontier.Point;
import org.quanheng.balance.live.AskingPlan;
import org.quanheng.balance.live.Rehearsal;
import org.quanheng.scoring.table.Table;

/**
 * The friction ledger: one row per step, and where control and ease are at odds.
 *
 * <p>Today's plan is rehearsed once as it is, without each step, and with each step asked of everybody; the rest of the plan does its best each
 * time. What our own events say of minutes and leavers is put beside it whenever the rows are read. A conflict is named only when its whole 95 %
 * interval says so.
 */
public final class FrictionLedger {
    private final List<Effect> effects;
    private final double goods;
    private final List<Conflict> conflicts;

    private FrictionLedger(List<Effect> effects, double goods, List<Conflict> conflicts) {
        this.effects = List.copyOf(effects);
        this.goods = goods;
        this.conflicts = List.copyOf(conflicts);
    }

    /** What a step does, whatever its friction in truth is. */
    private record Effect(EvidenceStep step, boolean required, double asked, Estimate lossPrevented, Estimate net) {}

    /**
     * Makes the ledger of a plan.
     *
     * @param today the plan in force
     * @param people who were not used to make it, see {@link Rehearsal#of}
     * @param bads outcomes or calibrated PDs of the people
     * @param eads exposures of the people
     * @param draws of the bootstrap, at least 20
     * @param chance a seeded generator
     * @throws org.quanheng.fault.FaultyInputException as {@link Rehearsal#of} and {@link Bands#of}
     */
    public static FrictionLedger of(
            AskingPlan today, Table people, double[] bads, double[] eads, int draws, RandomGenerator chance) {
        List<EvidenceStep> steps = today.evidence().steps();
        List<AskingPlan> plans = new ArrayList<>(List.of(today));
        for (EvidenceStep step : steps) {
            plans.add(with(today, step, List.of()));
            plans.add(with(today, step, List.of(always(step))));
        }
        Rehearsal played = Rehearsal.of(plans, people, bads, eads, 0);
        Changes changes = new Changes(
                played.points(), Bands.of(played, draws, chance), today.rules().exchangeRate());
        List<Effect> effects = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            EvidenceStep step = steps.get(i);
            int without = 1 + 2 * i;
            boolean required = today.required(step);
            double asked = asked(played, step);
            effects.add(new Effect(
                    step,
                    required,
                    asked,
                    changes.lossWithout(without),
                    changes.value(without).negated()));
            if (!required && asked > 0 && changes.value(without).low() > 0) {
                conflicts.add(changes.conflict(Conflict.Kind.CONTROL_WITHOUT_WORTH, step, without));
            }
            if (!required && asked < 1 && changes.value(without + 1).low() > 0) {
                conflicts.add(changes.conflict(Conflict.Kind.EASE_WITH_LOSS, step, without + 1));
            }
        }
        return new FrictionLedger(effects, changes.points().getFirst().goods(), conflicts);
    }

    /** The share of people whom the first plan asks a step. */
    private static double asked(Rehearsal played, EvidenceStep step) {
        return played.passages(0).stream()
                .mapToDouble(passage -> passage.asked().contains(step) ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Today's plan with one step replaced. */
    private static AskingPlan with(AskingPlan today, EvidenceStep step, List<EvidenceStep> instead) {
        List<EvidenceStep> steps = new ArrayList<>(today.evidence().steps());
        int place = steps.indexOf(step);
        steps.remove(place);
        steps.addAll(place, instead);
        return today.with(new EvidencePlan(steps));
    }

    private static EvidenceStep always(EvidenceStep step) {
        return new EvidenceStep(
                step.id(), step.facts(), step.minutes(), step.cost(), step.hazard(), true, step.source());
    }

    /** What other plans would change against today's, which is the first. */
    private record Changes(List<Point> points, Bands bands, double rate) {
        Estimate of(int plan, ToDoubleFunction<Point> figure) {
            double change = figure.applyAsDouble(points.get(plan)) - figure.applyAsDouble(points.getFirst());
            return Estimate.of(change, bands.difference(plan, 0, figure));
        }

        /** Credit loss that would come without a step at as many approvals as today: who leaves less, also borrows more. */
        Estimate lossWithout(int plan) {
            ToDoubleFunction<List<Point>> more = all -> {
                double approvals = all.get(plan).approvals();
                double perApproval = approvals > 0 ? all.get(plan).loss() / approvals : 0;
                return perApproval * all.getFirst().approvals() - all.getFirst().loss();
            };
            return Estimate.of(more.applyAsDouble(points), bands.of(more));
        }

        Estimate value(int plan) {
            return of(plan, point -> point.profit() - rate * point.minutes());
        }

        Conflict conflict(Conflict.Kind kind, EvidenceStep step, int plan) {
            return new Conflict(
                    kind, step, value(plan), of(plan, Point::loss), of(plan, Point::minutes), of(plan, Point::goods));
        }
    }

    /**
     * One row per step, in the plan's order.
     *
     * @param logs what our own events say, by step id; a step without stands on the plan's own numbers
     */
    public List<LedgerRow> rows(Map<String, StepLog> logs) {
        return effects.stream()
                .map(effect -> row(effect, logs.get(effect.step().id())))
                .toList();
    }

    private LedgerRow row(Effect effect, @Nullable StepLog log) {
        EvidenceStep step = effect.step();
        Estimate hazard = log == null ? Estimate.assumed(step.hazard()) : log.hazard();
        return new LedgerRow(
                step,
                effect.required(),
                effect.asked(),
                log == null ? Estimate.assumed(step.minutes()) : log.minutes(),
                log == null ? 0 : log.visits(),
                hazard.times(effect.asked() * goods),
                effect.lossPrevented(),
                effect.net(),
                log == null ? step.source().grade() : EvidenceGrade.LOG);
    }

    /** Steps that cost more than they bring, and steps that would bring more than they cost if everybody were asked them. */
    public List<Conflict> conflicts() {
        return conflicts;
    }
}
