package org.quanheng.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.policy.document.Charges;
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
    /** A sure default has no price; above this the price is far above any cap. */
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
        Term asked = priced(request, share, assessment.pd(), request.months());
        Map<Integer, Optional<Term>> terms = new HashMap<>();
        terms.put(request.months(), Optional.of(asked));
        List<Offer> offers = new ArrayList<>();
        Set<Object> made = new HashSet<>();
        for (OfferRule rule : document.offers()) {
            int months = months(rule, request);
            if (within(months) && made.add(List.of(months, rule.method()))) {
                terms.computeIfAbsent(months, other -> term(request, facts, share, verdict, assessment.pd(), other))
                        .filter(term -> !term.price().belowBreakEven())
                        .map(term -> offer(rule, request, months, term))
                        .filter(offer -> !offer.price().belowBreakEven())
                        .filter(offer ->
                                offer.amount().compareTo(document.scope().amountMin()) >= 0)
                        .ifPresent(offers::add);
            }
        }
        Price price = offer(document.offers().getFirst(), request, request.months(), asked)
                .price();
        return new Result(asked.limit(), offers, obstacles(request, asked, price));
    }

    /**
     * Why less than asked is offered at the term asked for: a loan that has no price has no use for a limit.
     *
     * @param price of the first offer, fees counted
     */
    private static List<Reason> obstacles(LoanRequest request, Term asked, Price price) {
        if (price.belowBreakEven()) {
            return List.of(PolicyReasons.ofPrice(price));
        }
        return asked.limit().amount().compareTo(request.amount()) < 0
                ? List.of(PolicyReasons.ofLimit(asked.limit()))
                : List.of();
    }

    /** What holds at a term for all methods of repayment. */
    private record Term(BigDecimal pd, Limit limit, Price price) {}

    /** Another term than the one asked for, unless a rule or the cut-off forbids it. */
    private Optional<Term> term(
            LoanRequest request, Facts facts, BigDecimal share, Verdict verdict, BigDecimal askedPd, int months) {
        Facts at = facts.with(document.requestFacts().months(), FactValue.of(months));
        if (!allowed(new LoanRequest(request.amount(), months, request.on()), at, verdict)) {
            return Optional.empty();
        }
        BigDecimal pd = model.assess(at).pd();
        return pd.compareTo(bound(askedPd)) > 0 ? Optional.empty() : Optional.of(priced(request, share, pd, months));
    }

    private Term priced(LoanRequest request, BigDecimal share, BigDecimal pd, int months) {
        RateCap cap = document.rateCapOn(request.on())
                .orElseThrow(() -> new IllegalStateException("expected a checked day, got " + request.on()));
        Limit limit = limiting.limit(request, share, pd, months);
        return new Term(pd, limit, pricing.price(pd.min(PRICEABLE_PD_MAX), months, cap));
    }

    private Offer offer(OfferRule rule, LoanRequest request, int months, Term term) {
        Money amount = request.amount().min(term.limit().amount());
        Charges charges = document.charges();
        Offer plain =
                new Offer(rule.id(), amount, months, rule.method(), term.pd(), term.limit(), term.price(), charges);
        boolean made = amount.compareTo(document.scope().amountMin()) >= 0;
        // Without charges the rate alone keeps the cap but for the rounding of instalments, and a receipt of a policy
        // from before there were any must recompute to the same bytes.
        boolean charged = !charges.equals(Charges.NONE);
        return (made && charged ? withinCap(plain, request.on()) : plain).withLawfulPenalty();
    }

    /** The offer at the highest rate at which all that it costs in a year, fees and rounding included, is within the legal cap. */
    private Offer withinCap(Offer offer, LocalDate on) {
        if (isWithinCap(offer, on)) {
            return offer;
        }
        BigDecimal step = document.price().rateStep();
        long within = 0;
        long above = offer.price()
                .rate()
                .perYear()
                .divide(step, 0, RoundingMode.FLOOR)
                .longValueExact();
        while (above - within > 1) {
            long middle = (within + above) / 2;
            boolean lawful = isWithinCap(offer.at(rate(middle, step)), on);
            within = lawful ? middle : within;
            above = lawful ? above : middle;
        }
        return offer.at(rate(within, step));
    }

    private static boolean isWithinCap(Offer offer, LocalDate on) {
        // From the first of a month on all periods are whole months: a cost that does not hang on the day it is paid
        // out.
        AnnualCost cost = offer.annualCost(on.withDayOfMonth(1), AnnualCost.Convention.CHINA);
        return cost.rate().compareTo(offer.price().capAnnualCost()) <= 0;
    }

    private static Rate rate(long steps, BigDecimal step) {
        return new Rate(step.multiply(BigDecimal.valueOf(steps)));
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
    private boolean allowed(LoanRequest other, Facts facts, Verdict verdict) {
        Set<String> rows = new HashSet<>();
        verdict.matched().forEach(row -> rows.add(row.row()));
        return !rules.bringsUpOtherRows(inputs.values(other, facts), rows);
    }
}
