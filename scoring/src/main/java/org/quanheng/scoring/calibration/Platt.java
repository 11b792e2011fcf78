package org.quanheng.scoring.calibration;

import java.util.Arrays;

/**
 * Platt's map: calibrated log-odds = intercept + slope · log-odds (Platt, 1999; as a check: Cox, Biometrika 1958).
 *
 * @param intercept 0 when calibrated in the large
 * @param slope 1 when neither too bold nor too timid
 */
public record Platt(double intercept, double slope) {
    /** The map that changes nothing. */
    public static final Platt IDENTITY = new Platt(0, 1);

    /**
     * Fits by maximum likelihood (Newton with halving).
     *
     * @param logOdds of the event, by row
     * @param event what happened
     * @param weights above zero
     * @return intercept and slope; the slope is 0 when all log-odds are equal
     */
    public static Platt fit(double[] logOdds, boolean[] event, double[] weights) {
        return fit(logOdds, event, weights, 1, 0);
    }

    /**
     * Fits with Platt's targets, (n₁+1)/(n₁+2) for an event and 1/(n₀+2) for none, so that the slope stays finite when the log-odds
     * separate what happened.
     */
    public static Platt fitSmoothed(double[] logOdds, boolean[] event, double[] weights) {
        double events = 0;
        double others = 0;
        for (int row = 0; row < event.length; row++) {
            events += event[row] ? weights[row] : 0;
            others += event[row] ? 0 : weights[row];
        }
        return fit(logOdds, event, weights, (events + 1) / (events + 2), 1 / (others + 2));
    }

    private static Platt fit(double[] logOdds, boolean[] event, double[] weights, double high, double low) {
        double a = 0;
        double b = 1;
        double[] target = new double[event.length];
        for (int row = 0; row < target.length; row++) {
            target[row] = event[row] ? high : low;
        }
        double loss = loss(a, b, logOdds, target, weights);
        for (int step = 0; step < 100; step++) {
            double[] s = sums(a, b, logOdds, target, weights);
            double determinant = s[2] * s[4] - s[3] * s[3];
            boolean flat = determinant <= 1e-12 * s[2] * s[4];
            double moveA = flat ? s[0] / Math.max(s[2], 1e-12) : (s[4] * s[0] - s[3] * s[1]) / determinant;
            double moveB = flat ? 0 : (s[2] * s[1] - s[3] * s[0]) / determinant;
            double length = 1;
            double next = loss(a + moveA, b + moveB, logOdds, target, weights);
            while (!(next <= loss) && length > 1e-9) {
                length /= 2;
                next = loss(a + length * moveA, b + length * moveB, logOdds, target, weights);
            }
            if (!(next <= loss)) {
                break;
            }
            a += length * moveA;
            b += length * moveB;
            double gain = loss - next;
            loss = next;
            if (gain <= 1e-13 * (1 + loss)) {
                break;
            }
        }
        return new Platt(a, b);
    }

    /** Fits with every row of weight 1. */
    public static Platt fit(double[] logOdds, boolean[] event) {
        double[] ones = new double[event.length];
        Arrays.fill(ones, 1);
        return fit(logOdds, event, ones);
    }

    /** Calibrated log-odds. */
    public double apply(double logOdds) {
        return intercept + slope * logOdds;
    }

    /** Gradient (2) and Hessian (3) of the log-likelihood. */
    private static double[] sums(double a, double b, double[] logOdds, double[] target, double[] weights) {
        double[] s = new double[5];
        for (int row = 0; row < target.length; row++) {
            double p = 1 / (1 + Math.exp(-(a + b * logOdds[row])));
            double residual = weights[row] * (target[row] - p);
            double curvature = weights[row] * p * (1 - p);
            s[0] += residual;
            s[1] += residual * logOdds[row];
            s[2] += curvature;
            s[3] += curvature * logOdds[row];
            s[4] += curvature * logOdds[row] * logOdds[row];
        }
        return s;
    }

    private static double loss(double a, double b, double[] logOdds, double[] target, double[] weights) {
        double loss = 0;
        for (int row = 0; row < target.length; row++) {
            double eta = a + b * logOdds[row];
            loss += weights[row] * (Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))) - target[row] * eta);
        }
        return loss;
    }
}
