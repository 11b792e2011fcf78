package org.quanheng.app.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Question;
import org.quanheng.app.product.Step;

class PlanTests {
    private static final Product PRODUCT = Product.parse("""
            {"id": "p", "version": 1, "currency": "DEM", "amount": {"min": 1, "max": 2, "step": 1},
             "months": {"min": 1, "max": 2, "step": 1}, "representativeRate": "0.1", "rates": {"min": "0", "max": "0.2"},
             "request": {"amount": "a", "months": "a", "purpose": "a"},
             "steps": [
               {"id": "one", "version": 1, "questions": [{"fact": "a", "kind": "whole", "options": [], "min": null, "max": null}]},
               {"id": "two", "version": 1, "questions": [
                 {"fact": "b", "kind": "whole", "options": [], "min": null, "max": null},
                 {"fact": "full_name", "kind": "personal_text", "options": [], "min": null, "max": null}]},
               {"id": "three", "version": 1, "questions": [{"fact": "c", "kind": "whole", "options": [], "min": null, "max": null}]}]}""");

    @Test
    void whatIsKnownIsNotAskedAgain() {
        Plan plan = Plan.of(PRODUCT, Map.of("a", "1", "b", "2"), Map.of("full_name", "x"));

        assertThat(plan.open()).extracting(Step::id).containsExactly("three");
        assertThat(plan.isLast(plan.next().orElseThrow())).isTrue();
    }

    @Test
    void everyOrderOfAnsweringEndsWithNothingOpenAndAsksNothingTwice() {
        answerInEveryOrder(Set.of());
    }

    private static void answerInEveryOrder(Set<String> known) {
        Plan plan = new Plan(PRODUCT, known);
        if (plan.open().isEmpty()) {
            assertThat(known).containsExactlyInAnyOrder("a", "b", "full_name", "c");
            assertThat(plan.next()).isEmpty();
            return;
        }
        assertThat(plan.next().orElseThrow().questions())
                .extracting(Question::fact)
                .isNotEmpty();
        assertThat(plan.next().orElseThrow().questions()).anyMatch(question -> !known.contains(question.fact()));
        for (Step step : plan.open()) {
            Set<String> more = new HashSet<>(known);
            step.questions().forEach(question -> more.add(question.fact()));
            answerInEveryOrder(more);
        }
    }

    @Test
    void backLeadsToTheStepBefore() {
        Plan plan = new Plan(PRODUCT, Set.of());

        assertThat(plan.before(PRODUCT.steps().get(2))).map(Step::id).contains("two");
        assertThat(plan.before(PRODUCT.steps().getFirst())).isEmpty();
    }
}
