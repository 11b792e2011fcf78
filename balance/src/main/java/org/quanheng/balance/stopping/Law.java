package org.quanheng.balance.stopping;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The law of the next stage's log-odds given what is known now: location plus spread times a residual that has one distribution for all.
 *
 * <p>The location is a kernel regression on the log-odds of now; the spread one of the squared residuals, times a factor of the facts; the
 * residual's quantiles are pooled over all training rows and smoothed. Pooling in log-odds gives tails that fall off as they should, which a regression
 * of the value itself does not: it is this tail that says who can be decided early.
 */
public final class Law {
    private static final int QUANTILES = 31;

    /** Points of a standard normal of equal weight, by which each quantile is smoothed. */
    private static final double[] SMOOTHING = {-1.4652, -0.7916, -0.3661, 0, 0.3661, 0.7916, 1.4652};

    private static final double BANDWIDTH = 0.35;
    private static final double VARIANCE_MIN = 1e-4;
    private static final int LOCATIONS = 141;
    private static final int SPREADS = 9;

    private final double[] locations;
    private final double[] spreads;
    private final double[] residuals;

    /** Where each row lies between the locations and between the spreads, in steps of the grid. */
    private final double[] across;

    private final double[] down;

    private Law(double[] location, double[] spread, double[] residuals) {
        this.residuals = residuals;
        double low = Arrays.stream(location).min().orElse(0);
        double step = Math.max((Arrays.stream(location).max().orElse(0) - low) / (LOCATIONS - 1), 1e-9);
        double least = Math.log(Arrays.stream(spread).min().orElse(1));
        double stretch = Math.max((Math.log(Arrays.stream(spread).max().orElse(1)) - least) / (SPREADS - 1), 1e-9);
        this.locations =
                IntStream.range(0, LOCATIONS).mapToDouble(i -> low + i * step).toArray();
        this.spreads = IntStream.range(0, SPREADS)
                .mapToDouble(j -> Math.exp(least + j * stretch))
                .toArray();
        this.across = apply(at -> (at - low) / step, location);
        this.down = apply(width -> (Math.log(width) - least) / stretch, spread);
    }

    /**
     * Fits to training rows, for all rows.
     *
     * @param now log-odds of this stage by row
     * @param next log-odds of the next stage by row; read for training rows only
     * @param facts known at this stage
     * @param training row numbers
     */
    public static Law fit(double[] now, double[] next, Facts facts, int[] training) {
        double[] x = pick(now, training);
        double[] y = pick(next, training);
        double[] location = apply(new LocalLinear(x).smooth(y), now);
        double[] residual = IntStream.range(0, y.length)
                .mapToDouble(i -> y[i] - location[training[i]])
                .toArray();
        DoubleUnaryOperator smooth = new LocalLinear(x)
                .smooth(Arrays.stream(residual).map(r -> r * r).toArray());
        double[] variance = apply(value -> Math.max(smooth.applyAsDouble(value), VARIANCE_MIN), now);
        double[] ratio = IntStream.range(0, residual.length)
                .mapToDouble(i -> residual[i] * residual[i] / variance[training[i]])
                .toArray();
        double[] factor = new SpreadFactor(facts, training, ratio).of(now.length);
        double[] spread = IntStream.range(0, now.length)
                .mapToDouble(row -> Math.sqrt(variance[row] * factor[row]))
                .toArray();
        double[] standard = IntStream.range(0, residual.length)
                .mapToDouble(i -> residual[i] / spread[training[i]])
                .sorted()
                .toArray();
        return new Law(location, spread, smoothed(standard));
    }

    private static double[] smoothed(double[] sorted) {
        double[] points = new double[QUANTILES * SMOOTHING.length];
        double shrink = 1 / Math.sqrt(1 + BANDWIDTH * BANDWIDTH);
        for (int i = 0; i < QUANTILES; i++) {
            double quantile = sorted[(int) ((i + 0.5) / QUANTILES * sorted.length)];
            for (int j = 0; j < SMOOTHING.length; j++) {
                points[i * SMOOTHING.length + j] = shrink * (quantile + BANDWIDTH * SMOOTHING[j]);
            }
        }
        return points;
    }

    /** The mean of a function of the next log-odds, on a grid of locations and spreads. */
    double[][] grid(DoubleUnaryOperator function) {
        double[][] grid = new double[LOCATIONS][SPREADS];
        for (int i = 0; i < LOCATIONS; i++) {
            for (int j = 0; j < SPREADS; j++) {
                grid[i][j] = mean(function, locations[i], spreads[j]);
            }
        }
        return grid;
    }

    private double mean(DoubleUnaryOperator function, double at, double width) {
        double sum = 0;
        for (double residual : residuals) {
            sum += function.applyAsDouble(at + width * residual);
        }
        return sum / residuals.length;
    }

    /** The value of each row in a grid of locations and spreads, by bilinear interpolation. */
    double[] byRow(double[][] grid) {
        double[] values = new double[across.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = interpolate(grid, across[row], down[row]);
        }
        return values;
    }

    private static double interpolate(double[][] grid, double across, double down) {
        int i = Math.clamp((int) across, 0, LOCATIONS - 2);
        int j = Math.clamp((int) down, 0, SPREADS - 2);
        double right = across - i;
        double below = down - j;
        return (1 - right) * ((1 - below) * grid[i][j] + below * grid[i][j + 1])
                + right * ((1 - below) * grid[i + 1][j] + below * grid[i + 1][j + 1]);
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static double[] apply(DoubleUnaryOperator function, double[] values) {
        return Arrays.stream(values).map(function).toArray();
    }
}
