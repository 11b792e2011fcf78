package org.quanheng.policy;

import java.util.List;
import java.util.Locale;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.fact.Fact;
import org.quanheng.policy.fact.Facts;
import org.quanheng.policy.reason.Reason;
import org.quanheng.policy.risk.Contribution;
import org.quanheng.policy.rule.Condition;
import org.quanheng.policy.rule.MatchedRow;
import org.quanheng.policy.rule.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes one receipt as JSON; decimals are strings, because canonical JSON writes numbers as doubles. */
final class ReceiptWriter {
    private static final String FORMAT = "quanheng-decision-1";
    private static final JsonMapper MAPPER = new JsonMapper();

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

    String write() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        root.putObject("policy")
                .put("id", document.id())
                .put("version", document.version())
                .put("hash", document.hash());
        root.putObject("model")
                .put("id", policy.model().id())
                .put("hash", policy.model().hash());
        root.putObject("request")
                .put("amount", request.amount().amount().toPlainString())
                .put("currency", request.amount().currencyCode())
                .put("months", request.months())
                .put("on", request.on().toString());
        inputs(root.putArray("inputs"), root.putArray("asked"));
        eligibility(root.putObject("eligibility"), answer.eligibility());
        score(root.putObject("score"));
        root.putObject("cutoffs")
                .put("approveAtMost", document.cutoffs().approveAtMost().toPlainString())
                .put("declineAbove", document.cutoffs().declineAbove().toPlainString());
        limit(root.putObject("limit"), answer.limit());
        ArrayNode offers = root.putArray("offers");
        answer.offers().forEach(offer -> offer(offers.addObject(), offer));
        outcome(root.putObject("outcome"));
        return MAPPER.writeValueAsString(root);
    }

    private void inputs(ArrayNode inputs, ArrayNode asked) {
        for (Fact fact : facts) {
            inputs.addObject()
                    .put("name", fact.name())
                    .put("kind", Receipts.kindOf(fact.value()))
                    .put("value", fact.value().asText())
                    .put("source", fact.source())
                    .put("at", fact.at().toString());
            asked.add(fact.name());
        }
    }

    private static void eligibility(ObjectNode json, Verdict verdict) {
        ArrayNode matched = json.putArray("matched");
        for (MatchedRow row : verdict.matched()) {
            ObjectNode entry = matched.addObject();
            entry.put("table", row.table())
                    .put("row", row.row())
                    .put("effect", row.effect().name().toLowerCase(Locale.ROOT))
                    .put("reason", row.reason());
            ArrayNode conditions = entry.putArray("conditions");
            row.conditions().forEach(condition -> condition(conditions.addObject(), condition));
        }
        verdict.nearest().ifPresent(row -> {
            ObjectNode nearest =
                    json.putObject("nearest").put("table", row.table()).put("row", row.row());
            condition(nearest.putObject("failing"), row.failing());
        });
    }

    private static void condition(ObjectNode json, Condition condition) {
        json.put("input", condition.input()).put("test", condition.test()).put("came", condition.came());
    }

    private void score(ObjectNode json) {
        json.put("pd", answer.pd().toPlainString())
                .put("points", answer.points().toPlainString())
                .put("grade", answer.grade());
        ArrayNode contributions = json.putArray("contributions");
        for (Contribution contribution : answer.assessment().contributions()) {
            contributions
                    .addObject()
                    .put("characteristic", contribution.characteristic())
                    .put("bin", contribution.bin())
                    .put("points", contribution.points().toPlainString())
                    .put("neutral", contribution.neutral().toPlainString());
        }
    }

    private static void limit(ObjectNode json, Limit limit) {
        json.put("amount", limit.amount().amount().toPlainString())
                .put("binding", limit.binding().name().toLowerCase(Locale.ROOT))
                .put("grade", limit.grade())
                .put("byGrade", limit.byGrade().amount().toPlainString())
                .put("byDebtService", limit.byDebtService().amount().toPlainString())
                .put("byProduct", limit.byProduct().amount().toPlainString());
    }

    private static void offer(ObjectNode json, Offer offer) {
        json.put("id", offer.id())
                .put("amount", offer.amount().amount().toPlainString())
                .put("months", offer.months())
                .put("method", offer.method().name().toLowerCase(Locale.ROOT))
                .put("rate", offer.price().rate().perYear().toPlainString());
        limit(json.putObject("limit"), offer.limit());
        Price price = offer.price();
        json.putObject("price")
                .put("pd", price.pd().toPlainString())
                .put("annualPd", price.annualPd().toPlainString())
                .put("lgd", price.lgd().toPlainString())
                .put("cost", price.cost().toPlainString())
                .put("breakEven", price.breakEven().toPlainString())
                .put("margin", price.margin().toPlainString())
                .put("wanted", price.wanted().toPlainString())
                .put("capRule", price.capRule())
                .put("capAnnualCost", price.capAnnualCost().toPlainString())
                .put("capRate", price.capRate().toPlainString());
    }

    private void outcome(ObjectNode json) {
        switch (answer.outcome()) {
            case Outcome.Approve approve -> {
                json.put("kind", "approve");
                reasons(json.putArray("notes"), approve.notes());
            }
            case Outcome.Decline decline -> {
                json.put("kind", "decline");
                reasons(json.putArray("reasons"), decline.reasons());
            }
            case Outcome.Refer refer -> {
                json.put("kind", "refer");
                reasons(json.putArray("reasons"), refer.reasons());
                reasons(json.putArray("why"), refer.why());
            }
        }
    }

    private static void reasons(ArrayNode json, List<Reason> reasons) {
        for (Reason reason : reasons) {
            ObjectNode entry = json.addObject().put("code", reason.code());
            ObjectNode parameters = entry.putObject("parameters");
            reason.parameters().forEach(parameters::put);
        }
    }
}
