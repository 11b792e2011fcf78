package org.quanheng.balance.crossfit;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Makes the log-odds of the stages one calibrated sequence: those of each stage are refitted to the outcomes on all stages up to it (stacking, Wolpert
 * 1992), with a ridge towards taking the newest as it is.
 *
 * <p>What a stage seems to add beyond the one before is thereby shrunk to what it did add on held-out rows. A stage that is not better there by more
 * than a standard error, against the stage before and against knowing nothing, adds nothing: it keeps the log-odds of the stage before, so that
 * going on to it is worth nothing.
 */
final class NestedCalibration {
    private static final double RIDGE = 5;
    private static final int ROUNDS_MAX = 50;

    /** Below this many standard errors a gain on held-out rows is taken for noise. */
    private static final double ERRORS_MIN = 1;

    /** Nothing is known but how many go bad. */
    private static final int NO_STAGE = -1;

    private NestedCalibration() {}

    /**
     * Calibrated log-odds of all rows.
     *
     * @param logOdds by stage and row
     * @param training rows that the coefficients are fitted to
     */
    static double[][] calibrated(double[][] logOdds, boolean[] bad, int[] training) {
        double[][] calibrated = new double[logOdds.length][];
        double[] level = heldOutLosses(logOdds, NO_STAGE, bad, training);
        double[] before = level;
        for (int stage = 0; stage < logOdds.length; stage++) {
            double[] losses = heldOutLosses(logOdds, stage, bad, training);
            if (stage > 0 && !(better(losses, before) && better(losses, level))) {
                calibrated[stage] = calibrated[stage - 1];
                continue;
            }
            before = losses;
            double[] beta = fit(logOdds, stage, bad, training);
            int here = stage;
            calibrated[stage] = IntStream.range(0, bad.length)
                    .mapToDouble(row -> linear(beta, logOdds, here, row))
                    .toArray();
        }
        return calibrated;
    }

    /** Logarithmic loss of each training row by coefficients that have not seen its fold. */
    private static double[] heldOutLosses(double[][] logOdds, int stage, boolean[] bad, int[] training) {
        double[] losses = new double[training.length];
        for (int fold = 0; fold < Journey.FOLDS; fold++) {
            int held = fold;
            double[] beta = fit(
                    logOdds,
                    stage,
                    bad,
                    Arrays.stream(training)
                            .filter(row -> row % Journey.FOLDS != held)
                            .toArray());
            for (int i = 0; i < losses.length; i++) {
                if (training[i] % Journey.FOLDS == held) {
                    double sum = linear(beta, logOdds, stage, training[i]);
                    losses[i] = Math.log1p(Math.exp(bad[training[i]] ? -sum : sum));
                }
            }
        }
        return losses;
    }

    private static boolean better(double[] losses, double[] before) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < losses.length; i++) {
            double gain = before[i] - losses[i];
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / losses.length;
        return sum > ERRORS_MIN * Math.sqrt(Math.max(0, squares - sum * mean));
    }

    private static double linear(double[] beta, double[][] logOdds, int stage, int row) {
        double sum = beta[0];
        for (int i = 0; i <= stage; i++) {
            sum += beta[i + 1] * logOdds[i][row];
        }
        return sum;
    }

    /** Newton's method; the problem is strictly convex in all but the intercept, and starts at its prior. */
    private static double[] fit(double[][] logOdds, int stage, boolean[] bad, int[] training) {
        int size = stage + 2;
        double[] prior = new double[size];
        prior[size - 1] = 1;
        double[] beta = prior.clone();
        for (int round = 0; round < ROUNDS_MAX; round++) {
            double[][] system = new double[size][size + 1];
            for (int row : training) {
                add(system, logOdds, stage, beta, bad[row], row);
            }
            for (int i = 1; i < size; i++) {
                system[i][i] += RIDGE;
                system[i][size] -= RIDGE * (beta[i] - prior[i]);
            }
            double[] move = solve(system);
            double largest = 0;
            for (int i = 0; i < size; i++) {
                beta[i] += Math.clamp(move[i], -2, 2);
                largest = Math.max(largest, Math.abs(move[i]));
            }
            if (largest < 1e-9) {
                break;
            }
        }
        return beta;
    }

    private static void add(double[][] system, double[][] logOdds, int stage, double[] beta, boolean bad, int row) {
        double pd = 1 / (1 + Math.exp(-linear(beta, logOdds, stage, row)));
        double residual = (bad ? 1 : 0) - pd;
        double curvature = pd * (1 - pd) + 1e-12;
        for (int i = 0; i < system.length; i++) {
            double x = i == 0 ? 1 : logOdds[i - 1][row];
            system[i][system.length] += residual * x;
            for (int j = 0; j < system.length; j++) {
                system[i][j] += curvature * x * (j == 0 ? 1 : logOdds[j - 1][row]);
            }
        }
    }

    /** Gauss without exchange of rows: the matrix is positive definite. */
    private static double[] solve(double[][] system) {
        int size = system.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column <= size; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = system[row][size];
            for (int column = row + 1; column < size; column++) {
                sum -= system[row][column] * solution[column];
            }
            solution[row] = sum / system[row][row];
        }
        return solution;
    }
}
