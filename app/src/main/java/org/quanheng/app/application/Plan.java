package org.quanheng.app.application;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Question;
import org.quanheng.app.product.Step;

/**
 * Which steps an application still needs: those with a question that has no answer yet. A fact that is known is not asked again.
 *
 * @param known the facts that are known, personal ones included
 */
public record Plan(Product product, Set<String> known) {

    /** The plan of a product with what is known by now. */
    public static Plan of(Product product, Map<String, String> answers, Map<String, String> personal) {
        Set<String> known = new HashSet<>(answers.keySet());
        known.addAll(personal.keySet());
        return new Plan(product, Set.copyOf(known));
    }

    /** Steps with something left to ask, in order. */
    public List<Step> open() {
        return product.steps().stream().filter(this::isOpen).toList();
    }

    /** The first step with something left to ask, or empty when all is known. */
    public Optional<Step> next() {
        return product.steps().stream().filter(this::isOpen).findFirst();
    }

    /** The step before this one, if any. */
    public Optional<Step> before(Step step) {
        int index = product.steps().indexOf(step);
        return index > 0 ? Optional.of(product.steps().get(index - 1)) : Optional.empty();
    }

    /** Whether nothing but this step is left. */
    public boolean isLast(Step step) {
        return open().stream().allMatch(step::equals);
    }

    private boolean isOpen(Step step) {
        return step.questions().stream().map(Question::fact).anyMatch(fact -> !known.contains(fact));
    }
}
