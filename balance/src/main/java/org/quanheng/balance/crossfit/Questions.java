package org.quanheng.balance.crossfit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Sample;

/** A journey by single questions: the strongest first, as a scorecard of the training rows ranks them, the weakest together at the end. */
final class Questions {
    /** Steps at most; all questions beyond are one last step. */
    private static final int STEPS_MAX = 12;

    private Questions() {}

    /** The journey of an outer fold. A question costs its share of its stage's minutes; without minutes, one unit. */
    static Journey of(Journey journey, int outer) {
        Map<String, Journey.Step> prices = new HashMap<>();
        for (Journey.Step stage : journey.steps()) {
            int count = stage.facts().size();
            double effort = journey.minutesGiven() ? stage.effort() / count : 1;
            double hazard = 1 - Math.pow(1 - stage.hazard(), 1.0 / count);
            stage.facts().forEach(fact -> prices.put(fact, new Journey.Step(fact, List.of(fact), effort, hazard)));
        }
        List<Journey.Step> steps = new ArrayList<>();
        for (String fact : order(journey.sample().where(row -> row % Journey.FOLDS != outer))) {
            Journey.Step price = prices.get(fact);
            if (price == null) {
                throw new IllegalStateException("expected " + fact + " to belong to a stage");
            }
            if (steps.size() == STEPS_MAX) {
                steps.set(STEPS_MAX - 1, joined(steps.getLast(), price));
            } else {
                steps.add(price);
            }
        }
        return journey.with(steps);
    }

    private static Journey.Step joined(Journey.Step first, Journey.Step second) {
        List<String> facts = new ArrayList<>(first.facts());
        facts.addAll(second.facts());
        return new Journey.Step(
                "the rest", facts, first.effort() + second.effort(), 1 - (1 - first.hazard()) * (1 - second.hazard()));
    }

    private static List<String> order(Sample training) {
        List<String> order = new ArrayList<>();
        try {
            Scorecard.train(training, ScorecardRules.standard()).characteristics().stream()
                    .map(Characteristic::name)
                    .forEach(order::add);
        } catch (FaultyInputException nothingSeparates) {
            // No question says more than another: then the order of the card stands.
            order.clear();
        }
        training.features().stream().filter(fact -> !order.contains(fact)).forEach(order::add);
        return order;
    }
}
