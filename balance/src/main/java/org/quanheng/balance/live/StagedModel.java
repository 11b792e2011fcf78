package org.quanheng.balance.live;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanheng.balance.EvidencePlan;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.policy.canonical.CanonicalJson;
import org.quanheng.policy.fact.Fact;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.risk.Assessment;
import org.quanheng.policy.risk.Contribution;
import org.quanheng.policy.risk.NotAsked;
import org.quanheng.policy.risk.RiskModel;
import org.quanheng.policy.risk.ScorecardModel;
import org.quanheng.scoring.scorecard.Characteristic;

/**
 * A scorecard behind a plan of evidence: it also assesses applicants of whom not everything is known, and says what to ask next.
 *
 * <p>With everything known it says what the scorecard says. Otherwise its PD is that of {@link AskingPlan#standing}; what was not
 * asked stands at its mean in the score, and is never a reason.
 */
public final class StagedModel implements RiskModel {
    /** The fact that chance chose an applicant to be asked everything, so that estimates stay unbiased; its value is a flag. */
    public static final String ASKED_EVERYTHING = "asked_everything";

    private static final int POINT_DIGITS = 4;
    private static final int MONEY_DIGITS = 2;
    private static final double CHOSEN = 0;
    private static final double NOT_CHOSEN = 1;

    private final ScorecardModel full;
    private final AskingPlan plan;
    private final String amountFact;
    private final String hash;
    private final Set<String> optional;
    private final Set<String> needed;
    private final Map<EvidenceStep, AskingPlan> alone;

    /**
     * @param full the scorecard; the plan must be made for it
     * @param amountFact name of the fact that holds the amount asked for, which is what is at stake
     */
    public StagedModel(ScorecardModel full, AskingPlan plan, String amountFact) {
        if (!full.characteristics().equals(Set.copyOf(plan.card().facts()))) {
            throw new IllegalArgumentException("staged model: expected a plan for the facts " + full.characteristics()
                    + ", came one for " + plan.card().facts());
        }
        this.full = full;
        this.plan = plan;
        this.amountFact = amountFact;
        this.hash = CanonicalJson.sha256(amountFact + full.hash() + plan.toJson());
        // A fact that the score does not use can be left out like any other: it is the first that is not worth asking.
        Set<String> may = new TreeSet<>();
        plan.evidence().steps().stream().filter(step -> !plan.required(step)).forEach(step -> may.addAll(step.facts()));
        this.optional = Collections.unmodifiableSet(may);
        Set<String> must = new TreeSet<>(full.characteristics());
        must.removeAll(optional);
        this.needed = Collections.unmodifiableSet(must);
        this.alone = alone(plan);
    }

    private static Map<EvidenceStep, AskingPlan> alone(AskingPlan plan) {
        Map<EvidenceStep, AskingPlan> alone = new HashMap<>();
        for (EvidenceStep step : plan.evidence().steps()) {
            if (!plan.required(step)) {
                List<EvidenceStep> kept = plan.evidence().steps().stream()
                        .filter(other -> other.equals(step) || plan.required(other))
                        .toList();
                alone.put(step, plan.with(new EvidencePlan(kept)));
            }
        }
        return Map.copyOf(alone);
    }

    /** The scorecard behind it. */
    public ScorecardModel full() {
        return full;
    }

    /** The plan of evidence before it. */
    public AskingPlan plan() {
        return plan;
    }

    /** Facts that it can do without, sorted. */
    public Set<String> optional() {
        return optional;
    }

    @Override
    public String id() {
        return full.id();
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public Set<String> characteristics() {
        return full.characteristics();
    }

    @Override
    public Set<String> needed() {
        return needed;
    }

    /**
     * The step to ask next, or empty when the time to decide is now.
     *
     * @param facts a value for everything that is required
     */
    public Optional<Advice.Ask> next(Facts facts) {
        return advice(facts) instanceof Advice.Ask ask ? Optional.of(ask) : Optional.empty();
    }

    /** Facts of the steps each of which would be worth asking if it were the only one left. */
    public Set<String> worthAlone(Facts facts) {
        Map<String, @Nullable Object> known = known(facts);
        Set<String> worth = new TreeSet<>();
        alone.forEach((step, only) -> {
            if (only.next(known, ead(facts), NOT_CHOSEN) instanceof Advice.Ask) {
                worth.addAll(step.facts());
            }
        });
        return worth;
    }

    private Advice advice(Facts facts) {
        return plan.next(known(facts), ead(facts), askedEverything(facts) ? CHOSEN : NOT_CHOSEN);
    }

    private Map<String, @Nullable Object> known(Facts facts) {
        Map<String, @Nullable Object> known = new HashMap<>();
        for (EvidenceStep step : plan.evidence().steps()) {
            // What is no fact of a decision, such as a name, is not among the facts; it was asked before this is.
            boolean required = plan.required(step);
            for (String name : step.facts()) {
                Optional<Object> value = facts.value(name).map(FactValue::asObject);
                if (required || value.isPresent()) {
                    known.put(name, value.orElse(null));
                }
            }
        }
        return known;
    }

    private static boolean askedEverything(Facts facts) {
        return facts.value(ASKED_EVERYTHING).filter(FactValue.of(true)::equals).isPresent();
    }

    private double ead(Facts facts) {
        return facts.value(amountFact)
                .map(value -> value instanceof FactValue.Decimal decimal ? decimal.value() : null)
                .orElseThrow(() -> new IllegalArgumentException(
                        "model " + id() + ": expected a number as " + amountFact + ", came none"))
                .doubleValue();
    }

    @Override
    public Assessment assess(Facts facts) {
        if (facts.names().containsAll(full.characteristics())) {
            return full.assess(facts);
        }
        double points = full.scorecard().base();
        List<Contribution> contributions = new ArrayList<>();
        for (Characteristic characteristic : full.scorecard().characteristics()) {
            Fact fact = facts.get(characteristic.name()).orElse(null);
            if (fact == null) {
                points += characteristic.neutral();
            } else {
                int bin = characteristic.bins().of(fact.value().asObject());
                points += characteristic.points(bin);
                contributions.add(new Contribution(
                        characteristic.name(),
                        fact.value().asText(),
                        characteristic.bins().label(bin),
                        decimal(characteristic.points(bin), POINT_DIGITS),
                        decimal(characteristic.neutral(), POINT_DIGITS)));
            }
        }
        Advice advice = advice(facts);
        return new Assessment(
                advice.standing().pd(), decimal(points, POINT_DIGITS), contributions, notAsked(advice, facts));
    }

    private List<NotAsked> notAsked(Advice advice, Facts facts) {
        return switch (advice) {
            case Advice.Enough enough ->
                enough.notAsked().stream()
                        .map(left -> new NotAsked(
                                left.step().id(),
                                left.step().facts(),
                                left.cannotChange() ? NotAsked.Why.CHANGES_NOTHING : NotAsked.Why.NOT_WORTH_ITS_PRICE,
                                decimal(left.worth(), MONEY_DIGITS),
                                decimal(left.netGain(), MONEY_DIGITS)))
                        .toList();
            case Advice.Ask _ ->
                plan.evidence().steps().stream()
                        .filter(step -> !plan.required(step) && !facts.names().containsAll(step.facts()))
                        .map(step -> new NotAsked(step.id(), step.facts(), NotAsked.Why.NOT_YET, null, null))
                        .toList();
        };
    }

    private static BigDecimal decimal(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    }
}
