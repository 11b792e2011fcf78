package org.quanheng.balance.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Interaction;
import org.quanheng.scoring.scorecard.Scorecard;

/**
 * Scores applicants of whom only some facts are known.
 *
 * <p>The components of a scorecard are its characteristics and then its interactions, in its own order. Points are added in that order, with
 * extremes in the place of what is unseen; since rounding is monotone, the score with all facts seen lies within the bounds exactly.
 */
public final class PartialScores {
    private final Scorecard card;
    private final List<Component> components;

    private PartialScores(Scorecard card, List<Component> components) {
        this.card = card;
        this.components = components;
    }

    /** Partial scores of a scorecard. */
    public static PartialScores of(Scorecard card) {
        List<Component> components = new ArrayList<>();
        card.characteristics().forEach(characteristic -> components.add(new Single(characteristic)));
        card.interactions().forEach(interaction -> components.add(Pair.of(interaction)));
        return new PartialScores(card, List.copyOf(components));
    }

    /** The scorecard. */
    public Scorecard card() {
        return card;
    }

    /** Facts of each component: one of a characteristic, two of an interaction. */
    public List<List<String>> facts() {
        return components.stream().map(Component::facts).toList();
    }

    /** Fewest and most points of each component, whatever its facts. */
    public double[][] extremes() {
        return components.stream()
                .map(component -> {
                    Range range = component.range(Map.of());
                    return new double[] {range.least, range.most};
                })
                .toArray(double[][]::new);
    }

    /**
     * Scores what is known.
     *
     * @param known facts by name; one that is not in the map is unseen, one that is there as null was asked and is missing
     * @throws FaultyInputException naming every fact of the wrong kind
     */
    public PartialScore score(Map<String, ? extends @Nullable Object> known) {
        Faults faults = new Faults("applicant's facts");
        double[] points = new double[components.size()];
        double least = card.base();
        double most = card.base();
        for (int i = 0; i < points.length; i++) {
            Component component = components.get(i);
            Range range;
            try {
                range = component.range(known);
            } catch (FaultyInputException wrong) {
                String where = "fact " + String.join(" or ", component.facts());
                wrong.faults().forEach(fault -> faults.add(where, fault.expected(), fault.came(), fault.maybe()));
                continue;
            }
            points[i] = known.keySet().containsAll(component.facts()) ? range.least : Double.NaN;
            least += range.least;
            most += range.most;
        }
        faults.throwIfAny();
        return new PartialScore(
                points, card.scaling().round(least), card.scaling().round(most));
    }

    private record Range(double least, double most) {
        static Range of(double... points) {
            return new Range(
                    Arrays.stream(points).min().orElse(0),
                    Arrays.stream(points).max().orElse(0));
        }
    }

    private sealed interface Component {
        List<String> facts();

        Range range(Map<String, ? extends @Nullable Object> known);
    }

    private record Single(Characteristic characteristic, List<String> facts, Range all) implements Component {
        Single(Characteristic characteristic) {
            this(
                    characteristic,
                    List.of(characteristic.name()),
                    new Range(characteristic.least(), characteristic.most()));
        }

        @Override
        public Range range(Map<String, ? extends @Nullable Object> known) {
            if (!known.containsKey(characteristic.name())) {
                return all;
            }
            double points = characteristic.points(characteristic.bins().of(known.get(characteristic.name())));
            return new Range(points, points);
        }
    }

    /** An interaction; with one of its facts seen, the extremes are those of a row or of a column of its table. */
    private record Pair(Interaction interaction, List<String> facts, Range[] rows, Range[] columns, Range all)
            implements Component {
        static Pair of(Interaction interaction) {
            Bins first = interaction.firstBins();
            Bins second = interaction.secondBins();
            Range[] rows = new Range[first.count()];
            for (int row = 0; row < rows.length; row++) {
                double[] points = new double[second.count()];
                for (int column = 0; column < points.length; column++) {
                    points[column] = interaction.points(row, column);
                }
                rows[row] = Range.of(points);
            }
            Range[] columns = new Range[second.count()];
            for (int column = 0; column < columns.length; column++) {
                double[] points = new double[first.count()];
                for (int row = 0; row < points.length; row++) {
                    points[row] = interaction.points(row, column);
                }
                columns[column] = Range.of(points);
            }
            Range all = new Range(
                    Arrays.stream(rows).mapToDouble(Range::least).min().orElse(0),
                    Arrays.stream(rows).mapToDouble(Range::most).max().orElse(0));
            return new Pair(interaction, List.of(interaction.first(), interaction.second()), rows, columns, all);
        }

        @Override
        public Range range(Map<String, ? extends @Nullable Object> known) {
            boolean firstKnown = known.containsKey(interaction.first());
            boolean secondKnown = known.containsKey(interaction.second());
            if (!firstKnown && !secondKnown) {
                return all;
            }
            int row = firstKnown ? interaction.firstBins().of(known.get(interaction.first())) : -1;
            int column = secondKnown ? interaction.secondBins().of(known.get(interaction.second())) : -1;
            if (!secondKnown) {
                return rows[row];
            }
            if (!firstKnown) {
                return columns[column];
            }
            double points = interaction.points(row, column);
            return new Range(points, points);
        }
    }
}
