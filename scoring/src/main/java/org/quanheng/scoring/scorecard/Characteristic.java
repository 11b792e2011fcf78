package org.quanheng.scoring.scorecard;

import java.util.Arrays;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.Bins;

/** One characteristic of a scorecard: its bins and the points of each. */
public final class Characteristic {
    private final Binning binning;
    private final double coefficient;
    private final double[] points;
    private final double neutral;

    /**
     * @param coefficient of the WoE, before scaling; above 0
     * @param points by bin
     */
    public Characteristic(Binning binning, double coefficient, double[] points) {
        if (points.length != binning.bins().count()) {
            throw new IllegalArgumentException("Expected points for "
                    + binning.bins().count() + " bins of " + binning.name() + ", came " + points.length);
        }
        this.binning = binning;
        this.coefficient = coefficient;
        this.points = points.clone();
        double mean = 0;
        for (int bin = 0; bin < points.length; bin++) {
            mean += binning.share(bin) * points[bin];
        }
        this.neutral = mean;
    }

    /** Name of the fact. */
    public String name() {
        return binning.name();
    }

    /** Bins with their counts, WoE and information value. */
    public Binning binning() {
        return binning;
    }

    /** The bins. */
    public Bins bins() {
        return binning.bins();
    }

    /** Coefficient of the WoE before scaling. */
    public double coefficient() {
        return coefficient;
    }

    /** Points of a bin. */
    public double points(int bin) {
        return points[bin];
    }

    /** Points by bin, a copy. */
    public double[] points() {
        return points.clone();
    }

    /** The mean points of the development sample: what an average applicant has, and what reasons are measured against. */
    public double neutral() {
        return neutral;
    }

    /** Fewest points that any value can have. */
    public double least() {
        return Arrays.stream(points).min().orElse(0);
    }

    /** Most points that any value can have. */
    public double most() {
        return Arrays.stream(points).max().orElse(0);
    }
}
