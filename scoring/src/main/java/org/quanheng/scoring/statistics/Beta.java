package org.quanheng.scoring.statistics;

/** The beta distribution. */
public final class Beta {
    private Beta() {}

    /** P(X ≤ x) of Beta(a, b): Lentz's continued fraction of the regularised incomplete beta function. */
    public static double below(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - below(1 - x, b, a);
        }
        double front = Math.exp(a * Math.log(x)
                + b * Math.log1p(-x)
                + Gamma.logarithm(a + b)
                - Gamma.logarithm(a)
                - Gamma.logarithm(b));
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return front * h / a;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }
}
