package org.quanheng.scoring.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quanheng.scoring.calibration.Platt;
import org.quanheng.scoring.validation.Auc;

/**
 * What is kept of how a model came to be.
 *
 * @param rows of the development sample
 * @param bads among them
 * @param penalty ridge strength that cross-validation chose, in pseudo-rows; 0 for a model without one
 * @param calibration fitted out of fold and already inside the scores
 * @param auc out of fold
 * @param logLoss out of fold, after calibration
 * @param left characteristics that earned no points, with why
 * @param scores how the scores of the development sample lie, in bands of about equal weight; empty when it is not known
 */
public record Development(
        int rows,
        int bads,
        double penalty,
        Platt calibration,
        Auc auc,
        double logLoss,
        List<Left> left,
        List<ScoreBand> scores) {
    private static final int BANDS = 10;

    /** Copies the lists. */
    public Development {
        left = List.copyOf(left);
        scores = List.copyOf(scores);
    }

    /** Without the distribution of the points. */
    public Development(
            int rows, int bads, double penalty, Platt calibration, Auc auc, double logLoss, List<Left> left) {
        this(rows, bads, penalty, calibration, auc, logLoss, left, List.of());
    }

    /**
     * A band of points.
     *
     * @param from least points, included; fewer points than those of the first band are in it too
     * @param rows weight of the development sample in the band
     */
    public record ScoreBand(double from, double rows) {}

    /** With the distribution of these scores. */
    public Development withScores(double[] points, double[] weights) {
        double[] sorted = points.clone();
        Arrays.sort(sorted);
        double[] from = IntStream.range(0, BANDS)
                .mapToDouble(band -> sorted[(int) ((long) sorted.length * band / BANDS)])
                .distinct()
                .toArray();
        double[] rows = counts(from, points, weights);
        List<ScoreBand> bands = IntStream.range(0, from.length)
                .mapToObj(band -> new ScoreBand(from[band], rows[band]))
                .toList();
        return new Development(this.rows, bads, penalty, calibration, auc, logLoss, left, bands);
    }

    /** Weight of points in each band of {@link #scores()}. */
    public double[] countsByBand(double[] points, double[] weights) {
        return counts(scores.stream().mapToDouble(ScoreBand::from).toArray(), points, weights);
    }

    private static double[] counts(double[] from, double[] points, double[] weights) {
        double[] counts = new double[from.length];
        for (int row = 0; row < points.length; row++) {
            int at = Arrays.binarySearch(from, points[row]);
            counts[Math.max(0, at >= 0 ? at : -at - 2)] += weights[row];
        }
        return counts;
    }

    /**
     * A characteristic that is not in the scorecard.
     *
     * @param characteristic name of the fact
     * @param why one sentence
     */
    public record Left(String characteristic, String why) {}
}
