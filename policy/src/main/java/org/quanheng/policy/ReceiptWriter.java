package org.quanheng.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.terms.Fee;
import org.quanheng.policy.document.Charges;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.document.PolicyDocument.RateCap;
import org.quanheng.policy.fact.Fact;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.reason.Reason;
import org.quanheng.policy.risk.Contribution;
import org.quanheng.policy.risk.NotAsked;
import org.quanheng.policy.rule.Condition;
import org.quanheng.policy.rule.MatchedRow;
import org.quanheng.policy.rule.Verdict;

/** Puts together what stands in a receipt; decimals are strings, because canonical JSON writes numbers as doubles. */
final class ReceiptWriter {
    private static final String FORMAT = "quanheng-decision-1";

    private final Policy policy;
    private final PolicyDocument document;
    private final LoanRequest request;
    private final Facts facts;
    private final Answer answer;

    ReceiptWriter(Policy policy, LoanRequest request, Facts facts, Answer answer) {
        this.policy = policy;
        this.document = policy.document();
        this.request = request;
        this.facts = facts;
        this.answer = answer;
    }

    Map<String, Object> content() {
        Map<String, Object> content = new HashMap<>();
        content.put("format", FORMAT);
        content.put("policy", Map.of("id", document.id(), "version", document.version(), "hash", document.hash()));
        content.put(
                "model",
                Map.of("id", policy.model().id(), "hash", policy.model().hash()));
        content.put(
                "request",
                Map.of(
                        "amount",
                        request.amount().amount().toPlainString(),
                        "currency",
                        request.amount().currencyCode(),
                        "months",
                        request.months(),
                        "on",
                        request.on().toString()));
        content.put("inputs", facts.stream().map(ReceiptWriter::input).toList());
        content.put("asked", List.copyOf(facts.names()));
        // A receipt from before plans of evidence has no such part, and must still recompute to the same bytes.
        if (!answer.assessment().notAsked().isEmpty()) {
            content.put(
                    "notAsked",
                    answer.assessment().notAsked().stream()
                            .map(ReceiptWriter::notAsked)
                            .toList());
        }
        content.put("eligibility", eligibility(answer.eligibility()));
        content.put("score", score());
        content.put(
                "cutoffs",
                Map.of(
                        "approveAtMost", document.cutoffs().approveAtMost().toPlainString(),
                        "declineAbove", document.cutoffs().declineAbove().toPlainString()));
        content.put("limit", limit(answer.limit()));
        document.rateCapOn(request.on()).ifPresent(cap -> content.put("rateCap", rateCap(cap)));
        content.put("offers", answer.offers().stream().map(ReceiptWriter::offer).toList());
        content.put("outcome", outcome());
        return content;
    }

    private static Map<String, Object> input(Fact fact) {
        return Map.of(
                "name", fact.name(),
                "kind", Receipts.kindOf(fact.value()),
                "value", fact.value().asText(),
                "source", fact.source(),
                "at", fact.at().toString());
    }

    private static Map<String, Object> notAsked(NotAsked left) {
        Map<String, Object> content = new HashMap<>();
        content.put("step", left.step());
        content.put("facts", left.facts());
        content.put("why", lower(left.why()));
        if (left.worth() != null) {
            content.put("worth", left.worth().toPlainString());
        }
        if (left.netGain() != null) {
            content.put("netGain", left.netGain().toPlainString());
        }
        return content;
    }

    private static Map<String, Object> eligibility(Verdict verdict) {
        Map<String, Object> eligibility = new HashMap<>();
        List<Object> matched = new ArrayList<>();
        for (MatchedRow row : verdict.matched()) {
            matched.add(Map.of(
                    "table", row.table(),
                    "row", row.row(),
                    "effect", lower(row.effect()),
                    "reason", row.reason(),
                    "conditions",
                            row.conditions().stream()
                                    .map(ReceiptWriter::condition)
                                    .toList()));
        }
        eligibility.put("matched", matched);
        verdict.nearest()
                .ifPresent(row -> eligibility.put(
                        "nearest",
                        Map.of("table", row.table(), "row", row.row(), "failing", condition(row.failing()))));
        return eligibility;
    }

    private static Map<String, Object> condition(Condition condition) {
        return Map.of("input", condition.input(), "test", condition.test(), "came", condition.came());
    }

    private Map<String, Object> score() {
        return Map.of(
                "pd", answer.pd().toPlainString(),
                "points", answer.points().toPlainString(),
                "grade", answer.grade(),
                "contributions",
                        answer.assessment().contributions().stream()
                                .map(ReceiptWriter::contribution)
                                .toList());
    }

    private static Map<String, Object> contribution(Contribution contribution) {
        return Map.of(
                "characteristic", contribution.characteristic(),
                "bin", contribution.bin(),
                "points", contribution.points().toPlainString(),
                "neutral", contribution.neutral().toPlainString());
    }

    private static Map<String, Object> limit(Limit limit) {
        return Map.of(
                "amount", limit.amount().amount().toPlainString(),
                "binding", lower(limit.binding()),
                "grade", limit.grade(),
                "byGrade", limit.byGrade().amount().toPlainString(),
                "byDebtService", limit.byDebtService().amount().toPlainString(),
                "byProduct", limit.byProduct().amount().toPlainString());
    }

    private static Map<String, Object> rateCap(RateCap cap) {
        return Map.of(
                "id", cap.id(),
                "effectiveFrom", cap.effectiveFrom().toString(),
                "value", cap.value().toPlainString());
    }

    private static Map<String, Object> offer(Offer offer) {
        Price price = offer.price();
        Map<String, Object> content = new HashMap<>();
        content.put("id", offer.id());
        content.put("amount", offer.amount().amount().toPlainString());
        content.put("months", offer.months());
        content.put("method", lower(offer.method()));
        content.put("rate", price.rate().perYear().toPlainString());
        content.put("limit", limit(offer.limit()));
        content.put(
                "price",
                Map.of(
                        "pd", price.pd().toPlainString(),
                        "annualPd", price.annualPd().toPlainString(),
                        "lgd", price.lgd().toPlainString(),
                        "cost", price.cost().toPlainString(),
                        "breakEven", price.breakEven().toPlainString(),
                        "margin", price.margin().toPlainString(),
                        "wanted", price.wanted().toPlainString(),
                        "capRate", price.capRate().toPlainString()));
        // A receipt from before fees and penalty interest has neither part, and must still recompute to the same bytes.
        Charges charges = offer.charges();
        if (!charges.fees().isEmpty()) {
            content.put("fees", charges.fees().stream().map(ReceiptWriter::fee).toList());
        }
        if (!charges.penalty().equals(PenaltyTerms.NONE)) {
            content.put(
                    "penalty",
                    Map.of(
                            "multiple", charges.penalty().multiple().toPlainString(),
                            "graceDays", charges.penalty().graceDays()));
        }
        return content;
    }

    private static Map<String, Object> fee(Fee fee) {
        Map<String, Object> content = new HashMap<>();
        content.put("kind", fee.name());
        content.put("payee", fee.payee());
        content.put("charged", lower(fee.charged()));
        if (fee.amount() != null) {
            content.put("amount", fee.amount().amount().toPlainString());
        }
        if (fee.percent() != null) {
            content.put("percent", fee.percent().toPlainString());
        }
        return content;
    }

    private Map<String, Object> outcome() {
        return switch (answer.outcome()) {
            case Outcome.Approve approve -> Map.of("kind", "approve", "notes", reasons(approve.notes()));
            case Outcome.Decline decline -> Map.of("kind", "decline", "reasons", reasons(decline.reasons()));
            case Outcome.Refer refer ->
                Map.of("kind", "refer", "reasons", reasons(refer.reasons()), "why", reasons(refer.why()));
        };
    }

    private static List<Map<String, Object>> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> Map.<String, Object>of("code", reason.code(), "parameters", reason.parameters()))
                .toList();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
