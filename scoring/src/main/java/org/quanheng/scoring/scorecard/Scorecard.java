package org.quanheng.scoring.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.quanheng.fault.Faults;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.Progress;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/**
 * A table of points: base points plus those of each characteristic's bin give the score, and the score gives the PD.
 *
 * <p>Immutable and safe between threads. PD and log-odds are computed from the (rounded) points, so that pencil and paper give the same.
 */
public final class Scorecard implements PdModel {
    private final Scaling scaling;
    private final double base;
    private final List<Characteristic> characteristics;
    private final List<Interaction> interactions;
    private final List<String> facts;
    private final Development development;

    /** A scorecard of given points. */
    public Scorecard(
            Scaling scaling,
            double base,
            List<Characteristic> characteristics,
            List<Interaction> interactions,
            Development development) {
        this.interactions = List.copyOf(interactions);
        this.facts = facts(characteristics, interactions);
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
        return train(sample, rules, Progress.NONE);
    }

    /**
     * Trains as {@link #train(Sample, ScorecardRules)}, telling how far it is.
     *
     * @throws java.util.concurrent.CancellationException when the listener asks to stop
     */
    public static Scorecard train(Sample sample, ScorecardRules rules, Progress progress) {
        return new ScorecardTraining(sample, rules, progress).train();
    }

    /** Reads a scorecard that {@link #toJson()} wrote; it scores the same to the last bit. */
    public static Scorecard fromJson(String json) {
        return ScorecardJson.read(json);
    }

    @Override
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

    @Override
    public Development development() {
        return development;
    }

    @Override
    public List<String> facts() {
        return facts;
    }

    private static List<String> facts(List<Characteristic> characteristics, List<Interaction> interactions) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        characteristics.forEach(characteristic -> names.add(characteristic.name()));
        interactions.forEach(interaction -> names.addAll(List.of(interaction.first(), interaction.second())));
        return List.copyOf(names);
    }

    /**
     * Scores one applicant.
     *
     * @param source of the facts by name; a null is a missing value and scores as such
     * @throws FaultyInputException naming every fact of the wrong kind
     */
    public Score score(FactSource source) {
        List<Score.Contribution> contributions = new ArrayList<>(characteristics.size());
        Faults faults = new Faults("applicant's facts");
        double points = base;
        for (Characteristic characteristic : characteristics) {
            int bin;
            try {
                bin = characteristic.bins().of(source.fact(characteristic.name()));
            } catch (FaultyInputException wrong) {
                wrong.faults()
                        .forEach(f -> faults.add(
                                Phrase.of("fact {0}", characteristic.name()), f.expected(), f.came(), f.maybe()));
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
        faults.throwIfAny();
        for (Interaction interaction : interactions) {
            int first = interaction.firstBins().of(source.fact(interaction.first()));
            int second = interaction.secondBins().of(source.fact(interaction.second()));
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
        int singles = characteristics.size();
        double[] lost = new double[facts.size()];
        String[] labels = new String[facts.size()];
        for (int i = 0; i < singles; i++) {
            lost[i] = -contributions.get(i).difference();
            labels[i] = contributions.get(i).label();
        }
        for (int i = 0; i < interactions.size(); i++) {
            Interaction interaction = interactions.get(i);
            Score.Contribution contribution = contributions.get(singles + i);
            int first = facts.indexOf(interaction.first());
            int second = facts.indexOf(interaction.second());
            lost[first] -= contribution.difference() / 2;
            lost[second] -= contribution.difference() / 2;
            labels[first] = first < singles ? labels[first] : interaction.firstLabel(contribution.bin());
            labels[second] = second < singles ? labels[second] : interaction.secondLabel(contribution.bin());
        }
        List<Score.Reason> reasons = new ArrayList<>(Score.REASONS_MAX);
        while (reasons.size() < Score.REASONS_MAX) {
            int worst = 0;
            for (int fact = 1; fact < lost.length; fact++) {
                worst = lost[fact] > lost[worst] ? fact : worst;
            }
            if (!(lost[worst] > 0)) {
                break;
            }
            reasons.add(new Score.Reason(reasons.size() + 1, facts.get(worst), labels[worst], lost[worst]));
            lost[worst] = 0;
        }
        return reasons;
    }

    /**
     * Points of every row of a table.
     *
     * @throws FaultyInputException when a column lacks or is of the wrong kind
     */
    public double[] points(Table table) {
        Faults faults = new Faults("table");
        double[] points = new double[table.rows()];
        Arrays.fill(points, base);
        for (Characteristic characteristic : characteristics) {
            if (!table.has(characteristic.name())) {
                faults.add(Phrase.of("column {0}", characteristic.name()), "to be in the table", "no such column");
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
                faults.add(Phrase.of("columns of {0}", interaction.name()), "to be in the table", "not both");
                continue;
            }
            byte[] first = interaction.firstBins().assign(table.column(interaction.first()));
            byte[] second = interaction.secondBins().assign(table.column(interaction.second()));
            for (int row = 0; row < points.length; row++) {
                points[row] += interaction.points(first[row], second[row]);
            }
        }
        faults.throwIfAny();
        for (int row = 0; row < points.length; row++) {
            points[row] = scaling.round(points[row]);
        }
        return points;
    }

    /** The points. */
    @Override
    public double[] scores(Table table) {
        return points(table);
    }

    @Override
    public double[] pds(Table table) {
        return Arrays.stream(points(table)).map(scaling::pd).toArray();
    }
}
