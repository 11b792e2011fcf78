package org.quanheng.scoring.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.FactSource;
import org.quanheng.scoring.scorecard.Scorecard;

/**
 * The smallest change of facts that would turn the answer (Wachter, Mittelstadt, Russell, Harvard JOLT 2018): fewest facts first, then
 * the least share of people passed over on the way.
 *
 * @param changes what would have to change, the most useful first
 * @param points after the changes
 */
public record Counterfactual(List<Change> changes, double points) {
    /** Most facts changed together. */
    public static final int FACTS_MAX = 3;

    /** Copies the list. */
    public Counterfactual {
        changes = List.copyOf(changes);
    }

    /**
     * One change.
     *
     * @param fact its name
     * @param value Number or text that would do
     * @param label of the bin in which that value lies
     * @param gain points gained by this change alone
     */
    public record Change(String fact, Object value, String label, double gain) {}

    private record Option(Change change, double distance) {}

    /**
     * Looks for a change that reaches the cut-off.
     *
     * @param cutOff points wanted
     * @param changeable facts that the applicant can change
     * @return empty when no change of up to three of them does
     */
    public static Optional<Counterfactual> find(
            Scorecard card, FactSource facts, double cutOff, List<Changeable> changeable) {
        double now = card.score(facts).points();
        List<List<Option>> options = new ArrayList<>();
        for (Changeable fact : changeable) {
            card.characteristics().stream()
                    .filter(characteristic -> characteristic.name().equals(fact.fact()))
                    .forEach(characteristic -> options.add(options(card, facts, characteristic, fact, now)));
        }
        for (int count = 1; count <= FACTS_MAX; count++) {
            Search search = new Search(card, facts, cutOff, options);
            search.choose(0, count, new ArrayList<>());
            if (search.best != null) {
                return Optional.of(search.best);
            }
        }
        return Optional.empty();
    }

    private static List<Option> options(
            Scorecard card, FactSource facts, Characteristic characteristic, Changeable fact, double now) {
        Bins bins = characteristic.bins();
        Object current = facts.fact(fact.fact());
        int at = bins.of(current);
        List<Option> options = new ArrayList<>();
        for (int bin = 0; bin < bins.regular(); bin++) {
            Object value = bin == at ? null : value(bins, bin, at, fact, current);
            if (value == null) {
                continue;
            }
            double gain = card.score(changed(facts, Map.of(fact.fact(), value))).points() - now;
            if (gain > 0) {
                double distance = 0;
                for (int passed = Math.min(bin, at); passed <= Math.max(bin, at); passed++) {
                    distance += characteristic.binning().share(passed);
                }
                options.add(new Option(new Change(fact.fact(), value, bins.label(bin), gain), distance));
            }
        }
        return options;
    }

    /** A value in the bin that the applicant can reach; null when there is none. */
    private static @Nullable Object value(Bins bins, int bin, int at, Changeable fact, @Nullable Object current) {
        return switch (bins) {
            case CategoricalBins categorical -> categorical.groups().get(bin).getFirst();
            case NumericBins numeric -> {
                boolean up = bin > at;
                boolean allowed = current instanceof Number
                        && at < numeric.regular()
                        && (fact.direction() == Changeable.Direction.ANY
                                || (fact.direction() == Changeable.Direction.UP) == up);
                if (!allowed) {
                    yield null;
                }
                double value = up
                        ? Math.ceil(numeric.from(bin) / fact.step()) * fact.step()
                        : (Math.ceil(numeric.to(bin) / fact.step()) - 1) * fact.step();
                yield numeric.of(value) == bin ? (Object) value : null;
            }
        };
    }

    private static FactSource changed(FactSource facts, Map<String, Object> changes) {
        return name -> changes.containsKey(name) ? changes.get(name) : facts.fact(name);
    }

    private static final class Search {
        private final Scorecard card;
        private final FactSource facts;
        private final double cutOff;
        private final List<List<Option>> options;
        private @Nullable Counterfactual best;
        private double bestDistance = Double.POSITIVE_INFINITY;

        Search(Scorecard card, FactSource facts, double cutOff, List<List<Option>> options) {
            this.card = card;
            this.facts = facts;
            this.cutOff = cutOff;
            this.options = options;
        }

        void choose(int from, int left, List<Option> chosen) {
            if (left == 0) {
                judge(chosen);
                return;
            }
            for (int fact = from; fact < options.size(); fact++) {
                for (Option option : options.get(fact)) {
                    chosen.add(option);
                    choose(fact + 1, left - 1, chosen);
                    chosen.removeLast();
                }
            }
        }

        private void judge(List<Option> chosen) {
            double distance = chosen.stream().mapToDouble(Option::distance).sum();
            if (distance >= bestDistance) {
                return;
            }
            Map<String, Object> changes = new HashMap<>();
            chosen.forEach(option ->
                    changes.put(option.change().fact(), option.change().value()));
            double points = card.score(changed(facts, changes)).points();
            if (points >= cutOff) {
                bestDistance = distance;
                best = new Counterfactual(
                        chosen.stream()
                                .map(Option::change)
                                .sorted(Comparator.comparingDouble((Change change) -> -change.gain()))
                                .toList(),
                        points);
            }
        }
    }
}
