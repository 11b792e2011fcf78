package org.quanheng.balance.crossfit;

import java.util.List;
import java.util.Optional;

/**
 * The frontier of one data set at one share of approvals.
 *
 * @param journey what was asked; its stages, also when the study went by question
 * @param target share of applicants to approve
 * @param points one for each rate, lowest rate first
 * @param firstStageOnly everyone decided after the first step: what asking is worth at all
 * @param chosen out of sample, the highest rate at which the training rows expect at most half a percent more bad loans
 * @param strictNoise the least share asked everything within 0.5 %, had the outcomes been drawn again
 * @param looseNoise the same within 1.5 %
 */
public record StudyResult(
        Journey journey,
        double target,
        List<StudyPoint> points,
        StudyPoint firstStageOnly,
        StudyPoint chosen,
        Spread strictNoise,
        Spread looseNoise) {
    /** Half a percent more bad loans than asking everyone everything. */
    public static final double STRICT = 0.005;

    /** One and a half percent more. */
    public static final double LOOSE = 0.015;

    /** Copies the list. */
    public StudyResult {
        points = List.copyOf(points);
    }

    /** Quantiles over draws: 2.5 %, 50 %, 97.5 %. */
    public record Spread(double low, double middle, double high) {}

    /** The point with the smallest share asked everything whose bad rate rises by at most a tolerance; the lowest rate when none does. */
    public StudyPoint best(double tolerance) {
        double[] changes =
                points.stream().mapToDouble(StudyPoint::relativeChange).toArray();
        double[] asked =
                points.stream().mapToDouble(StudyPoint::askedEverythingShare).toArray();
        return best(changes, asked, tolerance).map(points::get).orElse(points.getFirst());
    }

    static Optional<Integer> best(double[] changes, double[] asked, double tolerance) {
        Optional<Integer> best = Optional.empty();
        for (int point = 0; point < changes.length; point++) {
            if (changes[point] <= tolerance && (best.isEmpty() || asked[point] < asked[best.get()])) {
                best = Optional.of(point);
            }
        }
        return best;
    }
}
