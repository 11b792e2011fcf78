package org.quanheng.scoring.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quanheng.scoring.Faults;
import org.quanheng.scoring.FaultyInputException;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/**
 * A table of points: base points plus those of each characteristic's bin give the score, and the score gives the PD.
 *
 * <p>Immutable and safe between threads. PD and log-odds are computed from the (rounded) points, so that pencil and paper give the same.
 */
public final class Scorecard {
    private final Scaling scaling;
    private final double base;
    private final List<Characteristic> characteristics;
    private final List<Interaction> interactions;
    private final Development development;

    /** A scorecard of given points. */
    public Scorecard(
            Scaling scaling,
            double base,
            List<Characteristic> characteristics,
            List<Interaction> interactions,
            Development development) {
        this.interactions = List.copyOf(interactions);
        this.scaling = scaling;
        this.base = base;
        this.characteristics = List.copyOf(characteristics);
        this.development = development;
    }

    /**
     * Trains a scorecard: bins, ridge logistic regression on WoE with every sign held, calibration out of fold, points.
     *
     * @throws FaultyInputException when no characteristic separates goods from bads
     */
    public static Scorecard train(Sample sample, ScorecardRules rules) {
        return new ScorecardTraining(sample, rules).train();
    }

    /** Reads a scorecard that {@link #toJson()} wrote; it scores the same to the last bit. */
    public static Scorecard fromJson(String json) {
        return ScorecardJson.read(json);
    }

    /** The scorecard as JSON, always the same text for the same scorecard. */
    public String toJson() {
        return ScorecardJson.write(this);
    }

    /** How points and odds belong together. */
    public Scaling scaling() {
        return scaling;
    }

    /** Points before any characteristic. */
    public double base() {
        return base;
    }

    /** The characteristics, strongest first. */
    public List<Characteristic> characteristics() {
        return characteristics;
    }

    /** Pairs of characteristics with points of their own; none in a plain scorecard. */
    public List<Interaction> interactions() {
        return interactions;
    }

    /** How the scorecard came to be. */
    public Development development() {
        return development;
    }

    /** Names of the facts that the scorecard asks for. */
    public List<String> facts() {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        characteristics.forEach(characteristic -> names.add(characteristic.name()));
        interactions.forEach(interaction -> names.addAll(List.of(interaction.first(), interaction.second())));
        return List.copyOf(names);
    }

    /**
     * Scores one applicant.
     *
     * @param facts by name; a null is a missing value and scores as such
     * @throws FaultyInputException naming every fact of the wrong kind
     */
    public Score score(FactSource facts) {
        List<Score.Contribution> contributions = new ArrayList<>(characteristics.size());
        Faults faults = new Faults();
        double points = base;
        for (Characteristic characteristic : characteristics) {
            int bin;
            try {
                bin = characteristic.bins().of(facts.fact(characteristic.name()));
            } catch (FaultyInputException wrong) {
                wrong.faults()
                        .forEach(f -> faults.add("fact " + characteristic.name(), f.expected(), f.came(), f.maybe()));
                continue;
            }
            points += characteristic.points(bin);
            contributions.add(new Score.Contribution(
                    characteristic.name(),
                    bin,
                    characteristic.bins().label(bin),
                    characteristic.points(bin),
                    characteristic.neutral()));
        }
        faults.throwIfAny("The applicant's facts");
        for (Interaction interaction : interactions) {
            int first = interaction.firstBins().of(facts.fact(interaction.first()));
            int second = interaction.secondBins().of(facts.fact(interaction.second()));
            points += interaction.points(first, second);
            contributions.add(new Score.Contribution(
                    interaction.name(),
                    interaction.cell(first, second),
                    interaction.firstBins().label(first) + " × "
                            + interaction.secondBins().label(second),
                    interaction.points(first, second),
                    interaction.neutral()));
        }
        double total = scaling.round(points);
        return new Score(total, scaling.logOdds(total), scaling.pd(total), contributions, reasons(contributions));
    }

    /** What each fact cost: its own points and half of those of each pair it is in, which is its Shapley value. */
    private List<Score.Reason> reasons(List<Score.Contribution> contributions) {
        int count = characteristics.size();
        Map<String, Double> lost = HashMap.newHashMap(count);
        Map<String, String> labels = HashMap.newHashMap(count);
        for (int i = 0; i < contributions.size(); i++) {
            Score.Contribution contribution = contributions.get(i);
            double loss = -contribution.difference();
            if (i < count) {
                lost.merge(contribution.characteristic(), loss, Double::sum);
                labels.put(contribution.characteristic(), contribution.label());
            } else {
                Interaction interaction = interactions.get(i - count);
                lost.merge(interaction.first(), loss / 2, Double::sum);
                lost.merge(interaction.second(), loss / 2, Double::sum);
                labels.putIfAbsent(interaction.first(), interaction.firstLabel(contribution.bin()));
                labels.putIfAbsent(interaction.second(), interaction.secondLabel(contribution.bin()));
            }
        }
        List<Map.Entry<String, Double>> worst = lost.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Score.REASONS_MAX)
                .toList();
        List<Score.Reason> reasons = new ArrayList<>(worst.size());
        for (Map.Entry<String, Double> entry : worst) {
            String label = Objects.requireNonNull(labels.get(entry.getKey()));
            reasons.add(new Score.Reason(reasons.size() + 1, entry.getKey(), label, entry.getValue()));
        }
        return reasons;
    }

    /**
     * Points of every row of a table.
     *
     * @throws FaultyInputException when a column lacks or is of the wrong kind
     */
    public double[] points(Table table) {
        Faults faults = new Faults();
        double[] points = new double[table.rows()];
        Arrays.fill(points, base);
        for (Characteristic characteristic : characteristics) {
            if (!table.has(characteristic.name())) {
                faults.add("column " + characteristic.name(), "to be in the table", "no such column");
                continue;
            }
            byte[] bins;
            try {
                bins = characteristic.bins().assign(table.column(characteristic.name()));
            } catch (FaultyInputException wrong) {
                wrong.faults().forEach(f -> faults.add(f.where(), f.expected(), f.came(), f.maybe()));
                continue;
            }
            double[] byBin = characteristic.points();
            for (int row = 0; row < points.length; row++) {
                points[row] += byBin[bins[row]];
            }
        }
        for (Interaction interaction : interactions) {
            if (!table.has(interaction.first()) || !table.has(interaction.second())) {
                faults.add("columns of " + interaction.name(), "to be in the table", "not both");
                continue;
            }
            byte[] first = interaction.firstBins().assign(table.column(interaction.first()));
            byte[] second = interaction.secondBins().assign(table.column(interaction.second()));
            for (int row = 0; row < points.length; row++) {
                points[row] += interaction.points(first[row], second[row]);
            }
        }
        faults.throwIfAny("The table");
        for (int row = 0; row < points.length; row++) {
            points[row] = scaling.round(points[row]);
        }
        return points;
    }

    /** PD of every row of a table; errors as {@link #points(Table)}. */
    public double[] pds(Table table) {
        return Arrays.stream(points(table)).map(scaling::pd).toArray();
    }
}
