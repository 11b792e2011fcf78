package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.List;
import org.quanheng.scoring.statistics.Beta;

/**
 * Hand's H measure: one minus the expected least misclassification loss over that of the best constant answer, with the cost of a
 * false alarm drawn from Beta(π₁ + 1, π₀ + 1) (Hand, Machine Learning 2009; Hand and Anagnostopoulos, Pattern Recognition Letters 2014).
 */
public final class HMeasure {
    private HMeasure() {}

    /**
     * H measure of cases, 0 (no better than a constant) to 1.
     */
    public static double of(Cases cases) {
        double badShare = cases.bads() / cases.weight();
        double a = badShare + 1;
        double b = 2 - badShare;
        List<double[]> hull = hull(cases);
        double loss = 0;
        double from = 0;
        for (int i = 0; i < hull.size(); i++) {
            double[] point = hull.get(i);
            double to = 1;
            if (i + 1 < hull.size()) {
                double[] next = hull.get(i + 1);
                double bad1 = badShare * (point[1] - next[1]);
                double good1 = (1 - badShare) * (point[0] - next[0]);
                to = bad1 + good1 > 0 ? bad1 / (bad1 + good1) : from;
            }
            double missed = badShare * (1 - point[1]);
            double alarms = (1 - badShare) * point[0];
            loss += missed * oneMinusMean(from, to, a, b) + alarms * mean(from, to, a, b);
            from = to;
        }
        double constant = badShare * oneMinusMean(badShare, 1, a, b) + (1 - badShare) * mean(0, badShare, a, b);
        return 1 - loss / constant;
    }

    /** Points (share of goods above, share of bads above) on the convex hull of the ROC curve, from everybody refused to nobody. */
    private static List<double[]> hull(Cases cases) {
        List<double[]> hull = new ArrayList<>();
        hull.add(new double[] {0, 0});
        double goods = 0;
        double bads = 0;
        for (int level = cases.levels() - 1; level >= 0; level--) {
            goods += cases.goods(level);
            bads += cases.bads(level);
            double[] point =
                    level == 0 ? new double[] {1, 1} : new double[] {goods / cases.goods(), bads / cases.bads()};
            while (hull.size() > 1 && below(hull.get(hull.size() - 2), hull.getLast(), point)) {
                hull.removeLast();
            }
            hull.add(point);
        }
        return hull.reversed();
    }

    private static boolean below(double[] a, double[] middle, double[] c) {
        return (middle[1] - a[1]) * (c[0] - a[0]) <= (c[1] - a[1]) * (middle[0] - a[0]);
    }

    /** Integral of c over [from, to] under the Beta density. */
    private static double mean(double from, double to, double a, double b) {
        return a / (a + b) * (Beta.below(to, a + 1, b) - Beta.below(from, a + 1, b));
    }

    /** Integral of 1 − c over [from, to] under the Beta density. */
    private static double oneMinusMean(double from, double to, double a, double b) {
        return Beta.below(to, a, b) - Beta.below(from, a, b) - mean(from, to, a, b);
    }
}
