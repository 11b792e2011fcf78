package org.quanheng.scoring.statistics;

/** The standard normal distribution. */
public final class Normal {
    private Normal() {}

    /**
     * P(Z ≤ z), by the incomplete gamma function; relative error under 1e-12 also in the tails.
     *
     * @param z any number
     */
    public static double probabilityBelow(double z) {
        double half = 0.5 * Gamma.upper(0.5, z * z / 2);
        return z < 0 ? half : 1 - half;
    }

    /**
     * The z below which a share p lies (Abramowitz and Stegun 26.2.23, refined by Halley steps).
     *
     * @param p above 0 and below 1
     */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("Expected a probability between 0 and 1, came " + p);
        }
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        double t = Math.sqrt(-2 * Math.log(p));
        double z = -(t
                - (2.515517 + 0.802853 * t + 0.010328 * t * t)
                        / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t));
        for (int step = 0; step < 4; step++) {
            double error = (probabilityBelow(z) - p) * Math.sqrt(2 * Math.PI) * Math.exp(z * z / 2);
            z -= error / (1 + z * error / 2);
        }
        return z;
    }
}
