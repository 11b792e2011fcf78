package org.quanheng.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.Money;
import org.quanheng.policy.document.Layer;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.document.PolicyDocument.Authority;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.reason.Reason;
import org.quanheng.policy.risk.Assessment;
import org.quanheng.policy.risk.Contribution;
import org.quanheng.policy.risk.RiskModel;
import org.quanheng.policy.risk.ScorecardModel;
import org.quanheng.policy.rule.EligibilityRules;
import org.quanheng.policy.rule.Verdict;
import org.quanheng.scoring.scorecard.Scorecard;

/**
 * A policy compiled: facts in, an answer out. It fetches nothing and reads no clock; safe for use by many threads.
 *
 * <p>The order of a decision: rules, PD, limit, price, then the outcome. A row that declines is stronger than the PD, a
 * PD above the upper cut-off declines, and what neither declines but a row or the PD refers goes to a person.
 */
public final class Policy {
    private final PolicyDocument document;
    private final RiskModel model;
    private final EligibilityRules rules;
    private final PolicyInputs inputs;
    private final Offering offering;

    private Policy(PolicyDocument document, RiskModel model, EligibilityRules rules) {
        this.document = document;
        this.model = model;
        this.rules = rules;
        this.inputs = new PolicyInputs(document, model, rules);
        this.offering = new Offering(document, model, rules, inputs);
    }

    /**
     * Compiles a policy; takes about a second the first time, because KIE loads.
     *
     * @throws FaultyInputException that names every fault of the rules, and every place where document and model disagree
     */
    public static Policy of(PolicyDocument document, RiskModel model) {
        List<Fault> faults = new ArrayList<>();
        EligibilityRules rules = EligibilityRules.compile(document.eligibilityDmn(), faults);
        for (String characteristic : model.characteristics()) {
            if (!document.layers().containsKey(characteristic)) {
                faults.add(Fault.of("layers", "a layer for each characteristic", "none for " + characteristic));
            }
        }
        if (rules == null || !faults.isEmpty()) {
            throw new FaultyInputException("policy " + document.id() + " " + document.version(), faults);
        }
        return new Policy(document, model, rules);
    }

    /** The same policy deciding with another model of the same characteristics. */
    public Policy with(RiskModel other) {
        if (!other.characteristics().equals(model.characteristics())) {
            throw new IllegalArgumentException("policy " + document.version() + ": expected a model of "
                    + model.characteristics() + ", came one of " + other.characteristics());
        }
        return new Policy(document, other, rules);
    }

    /** Compiles a policy on a scorecard, which is named by the document's id and version. */
    public static Policy of(PolicyDocument document, Scorecard scorecard) {
        return of(document, new ScorecardModel(document.id() + " " + document.version(), scorecard));
    }

    /** The document that it was compiled from. */
    public PolicyDocument document() {
        return document;
    }

    /** The model of risk that it uses. */
    public RiskModel model() {
        return model;
    }

    /** Names of all facts that a decision needs, sorted. */
    public Set<String> requiredFacts() {
        return inputs.required();
    }

    /** Names of the facts that rules, limits and the request need, whatever the model, sorted. */
    public Set<String> factsOfRules() {
        return inputs.ofRules();
    }

    /** The conditions of each eligibility row as written, by row id. */
    public Map<String, String> eligibilityRows() {
        return rules.rows();
    }

    /** What is asked for according to the facts; faults as {@link #decide}. */
    public LoanRequest request(Facts facts, LocalDate on) {
        return inputs.request(facts, on);
    }

    /** Everything wrong with an application: facts that are missing, of the wrong kind, or at odds with the request. */
    public List<Fault> check(LoanRequest request, Facts facts) {
        return inputs.check(request, facts);
    }

    /**
     * Decides.
     *
     * @throws FaultyInputException that names every fault of the application, as {@link #check} finds them
     */
    public Answer decide(LoanRequest request, Facts facts) {
        List<Fault> faults = inputs.check(request, facts);
        if (!faults.isEmpty()) {
            throw new FaultyInputException("application", faults);
        }
        Verdict verdict = rules.evaluate(inputs.values(request, facts));
        Assessment scored = model.assess(facts);
        Assessment assessment = verdict.declines() ? scored.decidedByRule() : scored;
        Offering.Result offered = offering.offers(request, facts, assessment, verdict);
        Outcome outcome = outcome(verdict, assessment, offered);
        Answer unproved = new Answer(
                outcome,
                assessment,
                layers(assessment),
                document.gradeOf(assessment.pd()).name(),
                verdict,
                offered.asked(),
                new Receipt("", ""));
        return unproved.with(Receipts.write(this, request, facts, unproved));
    }

    /** Whether a role may approve an answer that is for a person to decide: up to its amount and its PD. */
    public boolean mayDecide(String role, Money amount, BigDecimal pd) {
        return document.authorityOf(role)
                .filter(authority -> amount.compareTo(authority.amountMax()) <= 0)
                .filter(authority -> pd.compareTo(authority.pdMax()) <= 0)
                .isPresent();
    }

    /** The roles that may approve such an answer, in the order of the document. */
    public List<String> rolesFor(Money amount, BigDecimal pd) {
        return document.authorities().stream()
                .map(Authority::role)
                .filter(role -> mayDecide(role, amount, pd))
                .toList();
    }

    /** What would be answered with another amount and term, all else the same; for asking what would change it. */
    public Answer decideWith(LoanRequest other, Facts facts) {
        return decide(
                other,
                facts.with(
                                document.requestFacts().amount(),
                                FactValue.of(other.amount().amount()))
                        .with(document.requestFacts().months(), FactValue.of(other.months())));
    }

    private Outcome outcome(Verdict verdict, Assessment assessment, Offering.Result offered) {
        boolean tooRisky = assessment.pd().compareTo(document.cutoffs().declineAbove()) > 0;
        List<Reason> scored = PolicyReasons.scored(assessment);
        int most = document.cutoffs().reasonsMost();
        if (verdict.declines() || tooRisky) {
            List<Reason> reasons = new ArrayList<>(PolicyReasons.declining(verdict));
            if (tooRisky) {
                reasons.addAll(scored);
            }
            return new Outcome.Decline(
                    PolicyReasons.first(reasons, most), verdict.declines() ? List.of() : offered.offers());
        }
        if (offered.offers().isEmpty()) {
            List<Reason> reasons = new ArrayList<>(offered.obstacles());
            reasons.addAll(scored);
            return new Outcome.Decline(PolicyReasons.first(reasons, most), List.of());
        }
        boolean between = assessment.pd().compareTo(document.cutoffs().approveAtMost()) > 0;
        if (verdict.refers() || between) {
            List<Reason> why = new ArrayList<>(PolicyReasons.referring(verdict));
            if (between) {
                why.add(Reason.of("pd.between_cutoffs"));
            }
            return new Outcome.Refer(PolicyReasons.first(scored, most), why, offered.offers());
        }
        return new Outcome.Approve(offered.offers(), offered.obstacles());
    }

    private SortedMap<Layer, BigDecimal> layers(Assessment assessment) {
        SortedMap<Layer, BigDecimal> layers = new TreeMap<>();
        for (Contribution contribution : assessment.contributions()) {
            Layer layer = document.layers().get(contribution.characteristic());
            layers.merge(layer, contribution.lost().negate(), BigDecimal::add);
        }
        return layers;
    }
}
