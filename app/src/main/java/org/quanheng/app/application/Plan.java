package org.quanheng.app.application;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Question;
import org.quanheng.app.product.Step;

/**
 * Where an application is on its way: which steps are done, which are required, and which may be left out. A fact that is known is not
 * asked again.
 *
 * @param known the facts that are known, personal ones included, in the order in which they were answered
 * @param optional the facts that the policy can decide without
 */
public record Plan(Product product, Set<String> known, Set<String> optional) {
    public Plan {
        known = Collections.unmodifiableSet(new LinkedHashSet<>(known));
        optional = Set.copyOf(optional);
    }

    /** The plan of a product with what is known by now. */
    public static Plan of(
            Product product, Map<String, String> answers, Map<String, String> personal, Set<String> optional) {
        Set<String> known = new LinkedHashSet<>(answers.keySet());
        known.addAll(personal.keySet());
        return new Plan(product, known, optional);
    }

    /** Whether a step may be left out: the policy can decide without any fact that it brings. */
    public boolean isOptional(Step step) {
        return step.questions().stream().map(Question::fact).allMatch(optional::contains);
    }

    /** Whether a step has something left to ask. */
    public boolean isOpen(Step step) {
        return step.questions().stream().map(Question::fact).anyMatch(fact -> !known.contains(fact));
    }

    /** The first required step with something left to ask, or empty when only steps that may be left out are open. */
    public Optional<Step> nextRequired() {
        return required().filter(this::isOpen).findFirst();
    }

    /** Steps that may be left out and have not been asked, in the order of the product. */
    public List<Step> optionalOpen() {
        return product.steps().stream()
                .filter(this::isOptional)
                .filter(this::isOpen)
                .toList();
    }

    /** The open step that asks for one of these facts, if there is one. */
    public Optional<Step> asking(List<String> facts) {
        return product.steps().stream()
                .filter(this::isOpen)
                .filter(step -> step.questions().stream().map(Question::fact).anyMatch(facts::contains))
                .findFirst();
    }

    /** The steps that are done, in the order in which they were: what is required, then what else was asked. */
    public List<Step> done() {
        List<Step> done =
                new ArrayList<>(required().filter(step -> !isOpen(step)).toList());
        for (String fact : known) {
            product.steps().stream()
                    .filter(this::isOptional)
                    .filter(step -> !isOpen(step) && !done.contains(step))
                    .filter(step -> step.questions().getFirst().fact().equals(fact))
                    .forEach(done::add);
        }
        return done;
    }

    /** Where Back leads from a step: the step done before it, or the last one done if it is not done itself. */
    public Optional<Step> before(Step step) {
        List<Step> done = done();
        int index = done.contains(step) ? done.indexOf(step) : done.size();
        return index > 0 ? Optional.of(done.get(index - 1)) : Optional.empty();
    }

    /** The steps that are sure to come from here on: this one and the required ones that are open. */
    public List<Step> leftFrom(Step step) {
        List<Step> left = new ArrayList<>(required().filter(this::isOpen).toList());
        if (!left.contains(step)) {
            left.addFirst(step);
        }
        return left;
    }

    /** Whether the answer is sure to follow this step, because nothing else could be asked. */
    public boolean nothingAfter(Step step) {
        return product.steps().stream().filter(this::isOpen).allMatch(step::equals);
    }

    private Stream<Step> required() {
        return product.steps().stream().filter(step -> !isOptional(step));
    }
}
