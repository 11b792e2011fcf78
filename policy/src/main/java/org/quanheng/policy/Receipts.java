package org.quanheng.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quanheng.lending.Money;
import org.quanheng.policy.canonical.CanonicalJson;
import org.quanheng.policy.fact.Fact;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes receipts, and recomputes them: the same inputs and the same policy give the same bytes. */
public final class Receipts {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Receipts() {}

    /**
     * Decides again what a receipt says went in.
     *
     * @return the receipt of that decision: equal to the given one if nothing was altered
     * @throws IllegalArgumentException if the receipt was made under another policy or model, or is not one
     */
    public static Receipt recompute(Receipt receipt, Policy policy) {
        return answer(receipt, policy).receipt();
    }

    /**
     * The answer that a receipt proves, decided again from what it says went in.
     *
     * @throws IllegalArgumentException if the receipt was made under another policy or model, or is not one
     */
    public static Answer answer(Receipt receipt, Policy policy) {
        JsonNode json = MAPPER.readTree(receipt.json());
        require("policy version", policy.document().version(), text(json, "policy", "version"));
        require("policy hash", policy.document().hash(), text(json, "policy", "hash"));
        require("model hash", policy.model().hash(), text(json, "model", "hash"));
        LoanRequest request = new LoanRequest(
                Money.of(text(json, "request", "currency"), text(json, "request", "amount")),
                json.path("request").path("months").intValue(),
                LocalDate.parse(text(json, "request", "on")));
        List<Fact> facts = new ArrayList<>();
        for (JsonNode input : json.path("inputs")) {
            facts.add(new Fact(
                    text(input, "name"),
                    value(text(input, "kind"), text(input, "value")),
                    text(input, "source"),
                    Instant.parse(text(input, "at"))));
        }
        return policy.decide(request, Facts.of(facts));
    }

    /** Whether a receipt is whole: its hash is that of its text, and deciding again gives the same bytes. */
    public static boolean verify(Receipt receipt, Policy policy) {
        return CanonicalJson.sha256(receipt.json()).equals(receipt.sha256())
                && recompute(receipt, policy).equals(receipt);
    }

    static Receipt write(Policy policy, LoanRequest request, Facts facts, Answer answer) {
        String json = CanonicalJson.write(new ReceiptWriter(policy, request, facts, answer).content());
        return new Receipt(json, CanonicalJson.sha256(json));
    }

    static String kindOf(FactValue value) {
        return switch (value) {
            case FactValue.Text text -> "text";
            case FactValue.Decimal decimal -> "decimal";
            case FactValue.Flag flag -> "flag";
        };
    }

    private static FactValue value(String kind, String value) {
        return switch (kind) {
            case "text" -> FactValue.of(value);
            case "decimal" -> FactValue.of(new BigDecimal(value));
            case "flag" -> FactValue.of(Boolean.parseBoolean(value));
            default ->
                throw new IllegalArgumentException(
                        "receipt: expected a fact of kind text, decimal or flag, got " + kind);
        };
    }

    private static void require(String what, String expected, String came) {
        if (!expected.equals(came)) {
            throw new IllegalArgumentException("receipt: expected " + what + " " + expected + ", got " + came
                    + ". Maybe take the policy and the model that were in force when it was made.");
        }
    }

    private static String text(JsonNode json, String... path) {
        JsonNode node = json;
        for (String field : path) {
            node = node.path(field);
        }
        if (!node.isString()) {
            throw new IllegalArgumentException(
                    "receipt: expected a text at " + String.join(".", path) + ", got " + node);
        }
        return node.stringValue();
    }
}
