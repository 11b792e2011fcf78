package org.quanheng.app.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.decision.PlanExpectations;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Products;

class ExpectedQuestionsTests {
    private static final Product PRODUCT = Product.parse("""
            {"id": "p", "version": 1, "currency": "DEM", "amount": {"min": 1, "max": 2, "step": 1},
             "months": {"min": 1, "max": 2, "step": 1}, "representativeRate": "0.1", "rates": {"min": "0", "max": "0.2"},
             "request": {"amount": "a", "months": "a", "purpose": "a"},
             "steps": [
               {"id": "one", "version": 1, "questions": [{"fact": "a", "kind": "whole", "options": [], "min": null, "max": null}]},
               {"id": "two", "version": 1, "questions": [
                 {"fact": "b", "kind": "whole", "options": [], "min": null, "max": null},
                 {"fact": "c", "kind": "whole", "options": [], "min": null, "max": null}]},
               {"id": "three", "version": 1, "questions": [{"fact": "d", "kind": "whole", "options": [], "min": null, "max": null}]}]}""");

    @Test
    void oneInTenAtEitherEndIsNotMostPeople() {
        List<Set<String>> people = new ArrayList<>(Collections.nCopies(90, Set.of("one", "two")));
        people.addAll(Collections.nCopies(5, Set.of("one")));
        people.addAll(Collections.nCopies(5, Set.of("one", "two", "three")));

        assertThat(ExpectedQuestions.of(PRODUCT, people)).isEqualTo(new ExpectedQuestions(2, 2));
        people.addAll(Collections.nCopies(20, Set.of("one", "two", "three")));
        assertThat(ExpectedQuestions.of(PRODUCT, people)).isEqualTo(new ExpectedQuestions(2, 3));
    }

    @Test
    void withoutAPlanEverybodyAnswersWhatTheFirstPageHasNotAsked() {
        assertThat(ExpectedQuestions.of(PRODUCT, List.of())).isEqualTo(new ExpectedQuestions(3, 3));
    }

    @Test
    void theSamplePlanPromisesLessThanEverything() {
        Product product = RunningLender.get().part(Products.class).all().getFirst();
        ExpectedQuestions expected = ExpectedQuestions.of(
                product, RunningLender.get().part(PlanExpectations.class).stepsAsked());

        assertThat(expected.from()).isGreaterThanOrEqualTo(7).isLessThan(expected.to());
        assertThat(expected.to()).isLessThan(product.questions().size() - 3);
    }
}
