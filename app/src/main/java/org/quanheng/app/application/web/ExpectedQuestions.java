package org.quanheng.app.application.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Step;

/**
 * How many questions most people answer after the first page.
 *
 * @param from as many as all but one in ten answer
 * @param to as many as only one in ten exceeds
 */
record ExpectedQuestions(int from, int to) {
    private static final double TAIL = 0.1;

    /**
     * The middle four fifths of people.
     *
     * @param stepsAsked the steps that each of them is asked; nobody if everything is asked of everybody
     */
    static ExpectedQuestions of(Product product, List<Set<String>> stepsAsked) {
        Set<String> onFirstPage = Set.copyOf(List.of(
                product.request().amount(),
                product.request().months(),
                product.request().purpose()));
        Collection<Set<String>> people = stepsAsked.isEmpty()
                ? List.of(product.steps().stream().map(Step::id).collect(Collectors.toSet()))
                : stepsAsked;
        int[] counts = people.stream()
                .mapToInt(asked -> (int) product.steps().stream()
                        .filter(step -> asked.contains(step.id()))
                        .flatMap(step -> step.questions().stream())
                        .filter(question -> !onFirstPage.contains(question.fact()))
                        .count())
                .sorted()
                .toArray();
        return new ExpectedQuestions(at(counts, TAIL), at(counts, 1 - TAIL));
    }

    private static int at(int[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
