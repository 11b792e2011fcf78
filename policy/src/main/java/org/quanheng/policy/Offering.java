package org.quanheng.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quanheng.lending.Money;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.document.PolicyDocument.OfferRule;
import org.quanheng.policy.document.PolicyDocument.RateCap;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.reason.Reason;
import org.quanheng.policy.risk.Assessment;
import org.quanheng.policy.risk.RiskModel;
import org.quanheng.policy.rule.EligibilityRules;
import org.quanheng.policy.rule.Verdict;

/** Makes the offers of one person; each is assessed, limited and priced at its own term. */
final class Offering {
    /** A sure default has no price. */
    private static final BigDecimal PRICEABLE_PD_MAX = new BigDecimal("0.999");

    private final PolicyDocument document;
    private final RiskModel model;
    private final EligibilityRules rules;
    private final PolicyInputs inputs;
    private final Limiting limiting;
    private final Pricing pricing;

    Offering(PolicyDocument document, RiskModel model, EligibilityRules rules, PolicyInputs inputs) {
        this.document = document;
        this.model = model;
        this.rules = rules;
        this.inputs = inputs;
        this.limiting = new Limiting(document);
        this.pricing = new Pricing(document.price());
    }

    /**
     * What can be offered.
     *
     * @param asked limit at the term asked for
     * @param offers the offers, the one nearest to what was asked first
     * @param obstacles why less is offered than was asked, or nothing
     */
    record Result(Limit asked, List<Offer> offers, List<Reason> obstacles) {}

    Result offers(LoanRequest request, Facts facts, Assessment assessment, Verdict verdict) {
        BigDecimal share = inputs.debtServiceShare(facts);
        Limit asked = limiting.limit(request, share, assessment.pd(), request.months());
        List<Reason> obstacles = new ArrayList<>();
        if (asked.amount().compareTo(request.amount()) < 0) {
            obstacles.add(PolicyReasons.ofLimit(asked));
        }
        List<Offer> offers = new ArrayList<>();
        Set<Object> made = new HashSet<>();
        for (OfferRule rule : document.offers()) {
            int months = months(rule, request);
            if (!within(months) || !made.add(List.of(months, rule.method()))) {
                continue;
            }
            boolean other = months != request.months();
            if (other && !allowed(request, facts, months, verdict)) {
                continue;
            }
            BigDecimal pd = other ? pdAt(facts, months) : assessment.pd();
            if (pd.compareTo(bound(assessment.pd())) > 0) {
                continue;
            }
            Limit limit = other ? limiting.limit(request, share, pd, months) : asked;
            Offer offer = offer(rule, request, months, pd, limit);
            if (offer.price().belowBreakEven()) {
                obstacles.add(PolicyReasons.ofPrice(offer.price()));
            } else if (offer.amount().compareTo(document.scope().amountMin()) >= 0) {
                offers.add(offer);
            }
        }
        return new Result(asked, offers, obstacles.stream().distinct().toList());
    }

    private Offer offer(OfferRule rule, LoanRequest request, int months, BigDecimal pd, Limit limit) {
        RateCap cap = document.rateCapOn(request.on())
                .orElseThrow(() -> new IllegalStateException("expected a checked day, got " + request.on()));
        Money amount = request.amount().min(limit.amount());
        return new Offer(rule.id(), amount, months, rule.method(), pd, limit, pricing.price(pd, months, cap));
    }

    /** No offer is riskier than what would be approved, or, if the case goes to a person, than what would be referred. */
    private BigDecimal bound(BigDecimal askedPd) {
        BigDecimal approve = document.cutoffs().approveAtMost();
        BigDecimal bound =
                askedPd.compareTo(approve) <= 0 ? approve : document.cutoffs().declineAbove();
        return bound.min(PRICEABLE_PD_MAX);
    }

    private int months(OfferRule rule, LoanRequest request) {
        return rule.monthsFactor()
                .multiply(BigDecimal.valueOf(request.months()))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private boolean within(int months) {
        return months >= document.scope().monthsMin()
                && months <= document.scope().monthsMax();
    }

    /** Whether another term brings up no row of the rules that the term asked for did not. */
    private boolean allowed(LoanRequest request, Facts facts, int months, Verdict verdict) {
        LoanRequest other = new LoanRequest(request.amount(), months, request.on());
        Set<String> rows = new HashSet<>();
        verdict.matched().forEach(row -> rows.add(row.row()));
        return !rules.bringsUpOtherRows(inputs.values(other, at(facts, months)), rows);
    }

    private BigDecimal pdAt(Facts facts, int months) {
        return model.assess(at(facts, months)).pd();
    }

    private Facts at(Facts facts, int months) {
        return facts.with(document.requestFacts().months(), FactValue.of(months));
    }
}
