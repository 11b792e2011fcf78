package org.quanheng.scoring.scorecard;

import java.util.Arrays;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.validation.Auc;
import org.quanheng.scoring.validation.Cases;

/**
 * What other bins of one characteristic would do at once, everything else in the scorecard held: the points of each bin are fitted
 * anew with the points of all others as offset. Training again with these bins may move the others too.
 */
public final class BinsTrial {
    private static final int NEWTON_STEPS_MAX = 30;

    private final Scorecard card;
    private final Sample sample;
    private final String fact;
    private final double[] others;

    /**
     * Prepares the trial of a characteristic; one that is not in the card has had no points so far.
     *
     * @param sample the development sample
     */
    public BinsTrial(Scorecard card, Sample sample, String fact) {
        this.card = card;
        this.sample = sample;
        this.fact = fact;
        this.others = card.points(sample.table());
        double[] own = ownPoints(card, sample, fact);
        for (int row = 0; row < others.length; row++) {
            others[row] -= own[row];
        }
    }

    /**
     * One trial.
     *
     * @param binning counts, WoE and information value of the bins
     * @param points of each bin, rounded as the card rounds
     * @param auc of the whole card on the development sample with these points
     */
    public record Effect(Binning binning, double[] points, Auc auc) {}

    /** The card as it is, on the development sample. */
    public Auc now() {
        double[] points = card.points(sample.table());
        return auc(Arrays.stream(points).map(value -> -value).toArray());
    }

    /** What these bins would do. */
    public Effect of(Binning binning) {
        Bins bins = binning.bins();
        byte[] assigned = bins.assign(sample.table().column(fact));
        double[] points = points(binning, assigned);
        double[] risk = new double[others.length];
        for (int row = 0; row < risk.length; row++) {
            risk[row] = -(others[row] + points[assigned[row]]);
        }
        return new Effect(binning, points, auc(risk));
    }

    private Auc auc(double[] risk) {
        return Auc.of(Cases.of(risk, sample));
    }

    private static double[] ownPoints(Scorecard card, Sample sample, String fact) {
        for (Characteristic characteristic : card.characteristics()) {
            if (characteristic.name().equals(fact)) {
                byte[] assigned = characteristic.bins().assign(sample.table().column(fact));
                double[] points = new double[assigned.length];
                for (int row = 0; row < points.length; row++) {
                    points[row] = characteristic.points(assigned[row]);
                }
                return points;
            }
        }
        return new double[sample.rows()];
    }

    /** Points of each bin by Newton's method on its own log-likelihood, shrunk to none by the binning's pseudo-rows. */
    private double[] points(Binning binning, byte[] assigned) {
        int count = binning.bins().count();
        double[] shifts = new double[count];
        double factor = card.scaling().factor();
        for (int step = 0; step < NEWTON_STEPS_MAX; step++) {
            double[] slope = new double[count];
            double[] curvature = new double[count];
            for (int row = 0; row < assigned.length; row++) {
                int bin = assigned[row];
                double good = 1 / (1 + Math.exp(-card.scaling().logOdds(others[row]) - shifts[bin]));
                double weight = sample.weights()[row];
                slope[bin] += weight * ((sample.bad()[row] ? 0 : 1) - good);
                curvature[bin] += weight * good * (1 - good);
            }
            double largest = 0;
            for (int bin = 0; bin < count; bin++) {
                double prior = binning.shrinkage() * badShare() * (1 - badShare());
                double move = (slope[bin] - prior * shifts[bin]) / (curvature[bin] + prior);
                shifts[bin] += Math.clamp(move, -2, 2);
                largest = Math.max(largest, Math.abs(move));
            }
            if (largest < 1e-9) {
                break;
            }
        }
        return Arrays.stream(shifts)
                .map(shift -> card.scaling().round(factor * shift))
                .toArray();
    }

    private double badShare() {
        return sample.badWeight() / sample.weight();
    }
}
