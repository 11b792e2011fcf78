package org.quanheng.scoring.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
    private final Development development;

    /** A scorecard of given points. */
    public Scorecard(Scaling scaling, double base, List<Characteristic> characteristics, Development development) {
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

    /** How the scorecard came to be. */
    public Development development() {
        return development;
    }

    /** Names of the facts that the scorecard asks for. */
    public List<String> facts() {
        return characteristics.stream().map(Characteristic::name).toList();
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
        double total = scaling.round(points);
        return new Score(total, scaling.logOdds(total), scaling.pd(total), contributions, reasons(contributions));
    }

    private static List<Score.Reason> reasons(List<Score.Contribution> contributions) {
        List<Score.Contribution> worst = contributions.stream()
                .filter(c -> c.difference() < 0)
                .sorted(Comparator.comparingDouble(Score.Contribution::difference))
                .limit(Score.REASONS_MAX)
                .toList();
        List<Score.Reason> reasons = new ArrayList<>(worst.size());
        for (Score.Contribution c : worst) {
            reasons.add(new Score.Reason(reasons.size() + 1, c.characteristic(), c.label(), -c.difference()));
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
