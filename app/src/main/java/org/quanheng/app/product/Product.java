package org.quanheng.app.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * A product as published: what can be borrowed, and what its journey asks.
 *
 * @param currency ISO 4217 code
 * @param amount least and greatest amount in whole units of the currency, and the step of the slider
 * @param months shortest and longest term
 * @param representativeRate nominal rate a year with which the calculator shows a payment before anything is known
 * @param rates lowest and highest nominal rate a year that the product can have
 * @param request the facts that say what is asked for; the calculator on the first page asks them
 * @param steps the journey, in order
 */
public record Product(
        String id,
        int version,
        String currency,
        Range amount,
        Range months,
        BigDecimal representativeRate,
        Rates rates,
        RequestFacts request,
        List<Step> steps) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The facts that hold the amount, the term in months and the purpose of a request. */
    public record RequestFacts(String amount, String months, String purpose) {}

    /** Lowest and highest nominal rate a year. */
    public record Rates(BigDecimal min, BigDecimal max) {}

    /** A span of whole numbers and the step between those that a slider offers. */
    public record Range(int min, int max, int step) {
        public Range {
            if (min < 1 || max < min || step < 1) {
                throw new IllegalArgumentException("range: expected 1 <= min <= max and a step of at least 1, came "
                        + min + ", " + max + ", " + step);
            }
        }

        public boolean contains(long value) {
            return value >= min && value <= max;
        }
    }

    public Product {
        steps = List.copyOf(steps);
        List<String> faults = new ArrayList<>();
        Set<String> facts = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Step step : steps) {
            if (!ids.add(step.id())) {
                faults.add("step " + step.id() + " stands twice");
            }
            for (Question question : step.questions()) {
                if (!facts.add(question.fact())) {
                    faults.add("question " + question.fact() + " stands twice");
                }
            }
        }
        for (String needed : List.of(request.amount(), request.months(), request.purpose())) {
            if (!facts.contains(needed)) {
                faults.add("no step asks for " + needed);
            }
        }
        if (steps.isEmpty()) {
            faults.add("expected at least one step, came none");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("product " + id + ": " + String.join("; ", faults));
        }
        Currency.getInstance(currency);
    }

    /** Reads a product document; unknown fields, missing fields and wrong types are refused. */
    public static Product parse(String document) {
        return JSON.rebuild()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build()
                .readValue(document, Product.class);
    }

    /** The step with this id. */
    public Optional<Step> step(String stepId) {
        return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
    }

    /** The question about a fact; the fact is one that a step asks for. */
    public Question question(String fact) {
        return questions().stream()
                .filter(question -> question.fact().equals(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("product " + id + " does not ask for " + fact));
    }

    /** All questions, in the order in which they are asked. */
    public List<Question> questions() {
        return steps.stream().flatMap(step -> step.questions().stream()).toList();
    }
}
