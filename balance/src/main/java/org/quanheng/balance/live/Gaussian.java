package org.quanheng.balance.live;

import org.quanheng.scoring.statistics.Normal;

/** Points of the standard normal distribution at which things are averaged. */
final class Gaussian {
    /** Gauss–Hermite points of order 5 for the standard normal: exact for polynomials up to degree 9. */
    private static final double[] NODES = {
        0,
        Math.sqrt(5 - Math.sqrt(10)),
        -Math.sqrt(5 - Math.sqrt(10)),
        Math.sqrt(5 + Math.sqrt(10)),
        -Math.sqrt(5 + Math.sqrt(10))
    };

    private static final double[] WEIGHTS = {
        8.0 / 15,
        (7 + 2 * Math.sqrt(10)) / 60,
        (7 + 2 * Math.sqrt(10)) / 60,
        (7 - 2 * Math.sqrt(10)) / 60,
        (7 - 2 * Math.sqrt(10)) / 60
    };

    private Gaussian() {}

    /** PD of log-odds (good : bad) that are normal with the given mean and variance. */
    static double pd(double mean, double variance) {
        double deviation = Math.sqrt(variance);
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] / (1 + StrictMath.exp(mean + deviation * NODES[i]));
        }
        return sum;
    }

    /** Middles of equally likely slices of the standard normal, scaled to variance 1. */
    static double[] slices(int count) {
        double[] slices = new double[count];
        double squares = 0;
        for (int i = 0; i < count; i++) {
            slices[i] = Normal.quantile((i + 0.5) / count);
            squares += slices[i] * slices[i];
        }
        double scale = Math.sqrt(count / squares);
        for (int i = 0; i < count; i++) {
            slices[i] *= scale;
        }
        return slices;
    }
}
