package org.quanheng.balance.live;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanheng.balance.EvidencePlan;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.bound.PartialScore;
import org.quanheng.balance.bound.PartialScores;
import org.quanheng.balance.value.AskingRules;
import org.quanheng.balance.value.Stakes;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.table.Table;

/**
 * What to ask each applicant, compiled: facts known so far in, the next step or "enough" out.
 *
 * <p>Required steps that bear on the answer come first, in the plan's order, since they are asked anyway and what they tell is free. Then the
 * step with the greatest net gain, as long as one pays. Required steps that bear on nothing, such as a consent, come last. Immutable
 * and safe between threads; the same facts always give the same advice, so that a receipt can recompute it.
 */
public final class AskingPlan {
    private static final int PD_DIGITS = 9;

    private final EvidencePlan plan;
    private final PartialScores scores;
    private final ScoreBelief belief;
    private final Stakes stakes;
    private final AskingRules rules;
    private final Set<String> needed;
    private final Outlook outlook;

    AskingPlan(
            EvidencePlan plan,
            PartialScores scores,
            ScoreBelief belief,
            Stakes stakes,
            AskingRules rules,
            Set<String> needed) {
        this.plan = plan;
        this.scores = scores;
        this.belief = belief;
        this.stakes = stakes;
        this.rules = rules;
        this.needed = Set.copyOf(needed);
        this.outlook = new Outlook(scores);
    }

    /**
     * Compiles a plan.
     *
     * @param plan the steps; single questions are steps of one fact
     * @param card the scorecard that decides
     * @param development the sample it was developed on, over which unseen facts are integrated; outcomes are not used
     * @param stakes of one unit of exposure, or of a whole loan when exposures are given as 1
     * @param rules exchange rate, goodwill and the random slice
     * @param needed facts that a decision cannot do without, such as those of eligibility rules and of limits: their steps are required
     * @throws org.quanheng.fault.FaultyInputException that names every fact of the scorecard or of {@code needed} that no step brings
     */
    public static AskingPlan compile(
            EvidencePlan plan,
            Scorecard card,
            Table development,
            Stakes stakes,
            AskingRules rules,
            Set<String> needed) {
        Faults faults = new Faults("asking plan");
        Set<String> brought = new HashSet<>();
        plan.steps().forEach(step -> brought.addAll(step.facts()));
        for (String fact : card.facts()) {
            faults.require(brought.contains(fact), "fact " + fact, "a step that asks for it", "none");
            faults.require(development.has(fact), "fact " + fact, "a column of the development sample", "none");
        }
        for (String fact : new TreeSet<>(needed)) {
            faults.require(brought.contains(fact), "needed fact " + fact, "a step that asks for it", "none");
        }
        faults.require(development.rows() > 1, "development sample", "at least two rows", development.rows());
        faults.throwIfAny();
        PartialScores scores = PartialScores.of(card);
        return new AskingPlan(plan, scores, ScoreBelief.of(scores, development), stakes, rules, needed);
    }

    /** Reads what {@link #toJson()} wrote; it advises the same to the last bit. */
    public static AskingPlan fromJson(String json) {
        return AskingPlanJson.read(json);
    }

    /** The plan as JSON, always the same text for the same plan. */
    public String toJson() {
        return AskingPlanJson.write(this);
    }

    /** The steps. */
    public EvidencePlan evidence() {
        return plan;
    }

    /** The scorecard. */
    public Scorecard card() {
        return scores.card();
    }

    /** What is at stake for one unit of exposure. */
    public Stakes stakes() {
        return stakes;
    }

    /** Exchange rate, goodwill and random slice. */
    public AskingRules rules() {
        return rules;
    }

    /** Facts that a decision cannot do without. */
    public Set<String> needed() {
        return needed;
    }

    /** Names of the facts that the scorecard uses but a decision can do without. */
    public Set<String> optionalFacts() {
        Set<String> optional = new TreeSet<>(scores.card().facts());
        plan.steps().stream()
                .filter(this::required)
                .forEach(step -> step.facts().forEach(optional::remove));
        return optional;
    }

    ScoreBelief belief() {
        return belief;
    }

    /** The same plan at another exchange rate, goodwill or slice. */
    public AskingPlan with(AskingRules other) {
        return new AskingPlan(plan, scores, belief, stakes, other, needed);
    }

    /** The same plan with other steps, minutes or hazards; a fact that no step brings is never asked. */
    public AskingPlan with(EvidencePlan other) {
        return new AskingPlan(other, scores, belief, stakes, rules, needed);
    }

    /** Whether a step is never skipped: by the plan, or because it brings a fact that a decision cannot do without. */
    public boolean required(EvidenceStep step) {
        return step.required() || !Collections.disjoint(step.facts(), needed);
    }

    /** Whether an applicant is in the random slice that is asked everything; a slice of 1 is everybody. */
    public boolean inRandomSlice(double chance) {
        return chance < rules.askAllShare() || rules.askAllShare() == 1;
    }

    /**
     * Where an applicant stands.
     *
     * @param known facts by name: one that is not in the map was not asked, one that is there as null was asked and is missing
     * @throws org.quanheng.fault.FaultyInputException when a fact is of the wrong kind
     */
    public Standing standing(Map<String, ? extends @Nullable Object> known) {
        PartialScore score = scores.score(known);
        return standing(score, belief.given(score.components()));
    }

    /**
     * What to do next.
     *
     * @param known as in {@link #standing}
     * @param ead exposure at default, in units of which the stakes are those of one; above 0
     * @param chance number of 0 to 1 drawn once for the application and kept with it: below the slice's share, everything is asked
     * @throws org.quanheng.fault.FaultyInputException when a fact is of the wrong kind
     * @throws org.quanheng.fault.FaultyInputException when the exposure or the chance is out of bounds
     */
    public Advice next(Map<String, ? extends @Nullable Object> known, double ead, double chance) {
        Faults faults = new Faults("application");
        faults.require(ead > 0 && Double.isFinite(ead), "exposure at default", "a number above 0", ead);
        faults.require(chance >= 0 && chance <= 1, "chance", "a number of 0 to 1", chance);
        faults.throwIfAny();
        PartialScore score = scores.score(known);
        ScoreBelief.Rest rest = belief.given(score.components());
        Standing standing = standing(score, rest);
        Outlook.Here here = outlook.from(known.keySet(), score, rest, stakes.times(ead), rules);
        List<EvidenceStep> open = plan.steps().stream()
                .filter(step -> !known.keySet().containsAll(step.facts()))
                .toList();
        if (inRandomSlice(chance)) {
            return open.isEmpty()
                    ? new Advice.Enough(standing, List.of())
                    : here.ask(open.getFirst(), Advice.Why.RANDOM_SLICE, standing);
        }
        List<EvidenceStep> required = open.stream().filter(this::required).toList();
        List<EvidenceStep> optional =
                open.stream().filter(step -> !required(step)).toList();
        for (EvidenceStep step : required) {
            if (bears(step)) {
                return here.ask(step, Advice.Why.REQUIRED, standing);
            }
        }
        List<Outlook.Candidate> candidates = here.candidates(optional, standing.certain());
        Advice.Ask best = here.best(candidates, standing);
        if (best != null) {
            return best;
        }
        return required.isEmpty()
                ? new Advice.Enough(standing, notAsked(candidates, standing))
                : here.ask(required.getFirst(), Advice.Why.REQUIRED, standing);
    }

    /** Whether a step brings anything that the score or the rules use. */
    private boolean bears(EvidenceStep step) {
        return step.facts().stream()
                .anyMatch(fact -> needed.contains(fact) || scores.card().facts().contains(fact));
    }

    private static List<Advice.NotAsked> notAsked(List<Outlook.Candidate> candidates, Standing standing) {
        List<Advice.NotAsked> left = new ArrayList<>();
        for (Outlook.Candidate candidate : candidates) {
            left.add(new Advice.NotAsked(
                    candidate.step(),
                    standing.certain() || candidate.silent(),
                    candidate.worth(),
                    candidate.netGain()));
        }
        return left;
    }

    private Standing standing(PartialScore score, ScoreBelief.Rest rest) {
        Scorecard card = scores.card();
        BigDecimal least = rounded(card.scaling().pd(score.most()));
        BigDecimal most = rounded(card.scaling().pd(score.least()));
        BigDecimal pd = score.complete()
                ? most
                : rounded(outlook.pd(score, rest)).max(least).min(most);
        boolean certain = stakes.choiceAt(least.doubleValue()) == stakes.choiceAt(most.doubleValue());
        return new Standing(pd, least, most, stakes.choiceAt(pd.doubleValue()), certain);
    }

    private static BigDecimal rounded(double pd) {
        return BigDecimal.valueOf(pd).setScale(PD_DIGITS, RoundingMode.HALF_EVEN);
    }
}
