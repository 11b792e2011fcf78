package org.quanheng.scoring.scorecard;

import java.util.Arrays;
import org.quanheng.scoring.binning.Bins;

/** Points of two characteristics taken together, on top of the points of each. */
public final class Interaction {
    private final String first;
    private final String second;
    private final Bins firstBins;
    private final Bins secondBins;
    private final double[][] points;
    private final double neutral;

    /**
     * @param points by bin of the first, then of the second characteristic
     * @param neutral mean points of the development sample
     */
    public Interaction(
            String first, String second, Bins firstBins, Bins secondBins, double[][] points, double neutral) {
        boolean fits = points.length == firstBins.count()
                && Arrays.stream(points).allMatch(row -> row.length == secondBins.count());
        if (!fits) {
            throw new IllegalArgumentException("Expected " + firstBins.count() + " by " + secondBins.count()
                    + " points of " + first + " and " + second + ", came another shape");
        }
        this.first = first;
        this.second = second;
        this.firstBins = firstBins;
        this.secondBins = secondBins;
        this.points = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
        this.neutral = neutral;
    }

    /** Name of the first fact. */
    public String first() {
        return first;
    }

    /** Name of the second fact. */
    public String second() {
        return second;
    }

    /** What a person reads. */
    public String name() {
        return first + " × " + second;
    }

    /** Bins of the first fact in this table. */
    public Bins firstBins() {
        return firstBins;
    }

    /** Bins of the second fact in this table. */
    public Bins secondBins() {
        return secondBins;
    }

    /** Points of a cell. */
    public double points(int firstBin, int secondBin) {
        return points[firstBin][secondBin];
    }

    /** Mean points of the development sample. */
    public double neutral() {
        return neutral;
    }

    /** Label of the first bin of a cell. */
    String firstLabel(int cell) {
        return firstBins.label(cell / secondBins.count());
    }

    /** Label of the second bin of a cell. */
    String secondLabel(int cell) {
        return secondBins.label(cell % secondBins.count());
    }

    /** Number of the cell, for a contribution. */
    int cell(int firstBin, int secondBin) {
        return firstBin * secondBins.count() + secondBin;
    }
}
