package org.quanheng.scoring.statistics;

/**
 * Wilson's 95 % score interval for a share (JASA 1927).
 *
 * @param low lower end
 * @param high upper end
 */
public record Wilson(double low, double high) {
    /** Interval of a share of so many cases; 0 to 1 when there is none. */
    public static Wilson of(double successes, double count) {
        if (count <= 0) {
            return new Wilson(0, 1);
        }
        double z = Normal.quantile(0.975);
        double share = successes / count;
        double middle = (share + z * z / (2 * count)) / (1 + z * z / count);
        double half = z / (1 + z * z / count) * Math.sqrt(share * (1 - share) / count + z * z / (4 * count * count));
        return new Wilson(middle - half, middle + half);
    }

    /** True when the share lies within. */
    public boolean holds(double share) {
        return share >= low && share <= high;
    }
}
