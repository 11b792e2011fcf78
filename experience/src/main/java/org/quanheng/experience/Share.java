package org.quanheng.experience;

/**
 * A share of a count, always with its denominator and its interval.
 *
 * @param hits how many had the property, 0 to n
 * @param n how many were looked at
 */
public record Share(long hits, long n) {
    /** Two-sided 95 % quantile of the standard normal distribution. */
    public static final double Z_95 = 1.959963984540054;

    public Share {
        if (hits < 0 || hits > n) {
            throw new IllegalArgumentException("share: expected 0 <= hits <= n, got hits " + hits + " of n " + n);
        }
    }

    /** The share itself, 0 to 1; NaN when nothing was looked at. */
    public double value() {
        return n == 0 ? Double.NaN : (double) hits / n;
    }

    /** The 95 % score interval: see {@link #wilson(double)}. */
    public Interval wilson95() {
        return wilson(Z_95);
    }

    /**
     * The score interval of E. B. Wilson (Journal of the American Statistical Association 22, 1927, 209-212).
     *
     * @param z two-sided quantile of the standard normal distribution, more than 0
     * @return bounds within 0 to 1; the whole of it when nothing was looked at
     */
    public Interval wilson(double z) {
        if (!(z > 0)) {
            throw new IllegalArgumentException("Wilson interval: expected a quantile above 0, got " + z);
        }
        if (n == 0) {
            return new Interval(0, 1);
        }
        double p = value();
        double z2 = z * z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        // The bounds are exactly 0 and 1 at the ends; rounding must not leave 1e-18 there.
        double low = hits == 0 ? 0 : Math.max(0, centre - half);
        double high = hits == n ? 1 : Math.min(1, centre + half);
        return new Interval(low, high);
    }
}
