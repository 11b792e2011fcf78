package org.quanheng.scoring.logistic;

import java.util.Arrays;

/**
 * Penalised logistic regression with coefficients held at zero or above.
 *
 * <p>Iteratively reweighted least squares (McCullagh and Nelder, Generalized Linear Models, 1989); each quadratic step is solved by
 * cyclic coordinate descent under the bounds (Friedman, Hastie, Tibshirani, JSS 2010), so a coefficient that would have the wrong
 * sign rests at zero. The intercept carries no penalty. Deterministic.
 */
public final class LogisticRegression {
    private static final int STEPS_MAX = 60;
    private static final int BLOCK = 512;

    private final Design design;
    private final boolean[] event;
    private final double[] weights;

    /**
     * @param design the explanatory values
     * @param event rows that count as 1
     * @param weights weight by row
     */
    public LogisticRegression(Design design, boolean[] event, double[] weights) {
        this.design = design;
        this.event = event;
        this.weights = weights;
    }

    /**
     * Fits from a start.
     *
     * @param penalty ridge, added as penalty/2 · Σ scale²·β² to the negative log-likelihood
     * @param start intercept, then coefficients; zeros will do
     * @return intercept, then coefficients, none below zero
     */
    public double[] fit(double penalty, double[] start) {
        return fit(penalty, 0, start);
    }

    /**
     * Fits with an elastic penalty: penalty · Σ [(1 − lassoShare)/2 · scale²·β² + lassoShare · scale·β] (Zou and Hastie, JRSS B 2005);
     * since no coefficient is below zero the second term is smooth.
     */
    public double[] fit(double penalty, double lassoShare, double[] start) {
        int size = design.columns() + 1;
        double ridge = penalty * (1 - lassoShare);
        double lasso = penalty * lassoShare;
        double[] beta = start.clone();
        double objective = objective(beta, ridge, lasso);
        double[] scale = design.variances();
        for (int step = 0; step < STEPS_MAX; step++) {
            double[][] hessian = new double[size][size];
            double[] gradient = new double[size];
            quadratic(beta, hessian, gradient);
            for (int j = 1; j < size; j++) {
                gradient[j] -= ridge * scale[j - 1] * beta[j] + lasso * Math.sqrt(scale[j - 1]);
                hessian[j][j] += ridge * scale[j - 1] + 1e-9;
            }
            double[] move = boundedStep(hessian, gradient, beta);
            double length = 1;
            double[] next = moved(beta, move, length);
            double nextObjective = objective(next, ridge, lasso);
            while (nextObjective > objective + 1e-10 * Math.abs(objective) && length > 1e-6) {
                length /= 2;
                next = moved(beta, move, length);
                nextObjective = objective(next, ridge, lasso);
            }
            double gain = objective - nextObjective;
            beta = next;
            objective = nextObjective;
            if (gain <= 1e-10 * (1 + Math.abs(objective))) {
                break;
            }
        }
        return beta;
    }

    private static double[] moved(double[] beta, double[] move, double length) {
        double[] next = new double[beta.length];
        for (int j = 0; j < beta.length; j++) {
            next[j] = beta[j] + length * move[j];
        }
        return next;
    }

    /** Solves min ½ d'Hd − g'd with β + d ≥ 0 but for the intercept. */
    private static double[] boundedStep(double[][] hessian, double[] gradient, double[] beta) {
        int size = beta.length;
        double[] move = new double[size];
        double[] residual = gradient.clone();
        for (int sweep = 0; sweep < 2000; sweep++) {
            double largest = 0;
            for (int j = 0; j < size; j++) {
                if (hessian[j][j] <= 0) {
                    continue;
                }
                double next = move[j] + residual[j] / hessian[j][j];
                if (j > 0 && beta[j] + next < 0) {
                    next = -beta[j];
                }
                double change = next - move[j];
                if (change != 0) {
                    move[j] = next;
                    for (int k = 0; k < size; k++) {
                        residual[k] -= hessian[k][j] * change;
                    }
                    largest = Math.max(largest, Math.abs(change) * Math.sqrt(hessian[j][j]));
                }
            }
            if (largest < 1e-9) {
                break;
            }
        }
        return move;
    }

    private void quadratic(double[] beta, double[][] hessian, double[] gradient) {
        int columns = design.columns();
        double[][] block = new double[columns + 1][BLOCK];
        Arrays.fill(block[0], 1);
        double[] curvature = new double[BLOCK];
        double[] weighted = new double[BLOCK];
        for (int from = 0; from < design.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, design.rows() - from);
            design.block(from, count, block);
            for (int i = 0; i < count; i++) {
                double eta = beta[0];
                for (int j = 1; j <= columns; j++) {
                    eta += beta[j] * block[j][i];
                }
                double p = 1 / (1 + Math.exp(-eta));
                double weight = weights[from + i];
                weighted[i] = weight * ((event[from + i] ? 1 : 0) - p);
                curvature[i] = Math.max(weight * p * (1 - p), weight * 1e-8);
            }
            accumulate(block, curvature, weighted, count, hessian, gradient);
        }
        for (int j = 0; j <= columns; j++) {
            for (int k = 0; k < j; k++) {
                hessian[k][j] = hessian[j][k];
            }
        }
    }

    private static void accumulate(
            double[][] block, double[] curvature, double[] weighted, int count, double[][] hessian, double[] gradient) {
        double[] scaled = new double[BLOCK];
        for (int j = 0; j < block.length; j++) {
            double[] column = block[j];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                scaled[i] = column[i] * curvature[i];
                sum += column[i] * weighted[i];
            }
            gradient[j] += sum;
            for (int k = 0; k <= j; k++) {
                double[] other = block[k];
                double product = 0;
                for (int i = 0; i < count; i++) {
                    product += scaled[i] * other[i];
                }
                hessian[j][k] += product;
            }
        }
    }

    private double objective(double[] beta, double ridge, double lasso) {
        double[] eta = linear(beta);
        double loss = 0;
        for (int row = 0; row < eta.length; row++) {
            double signed = event[row] ? eta[row] : -eta[row];
            loss += weights[row] * (signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed);
        }
        double[] scale = design.variances();
        for (int j = 1; j < beta.length; j++) {
            loss += ridge / 2 * scale[j - 1] * beta[j] * beta[j] + lasso * Math.sqrt(scale[j - 1]) * beta[j];
        }
        return loss;
    }

    /** Intercept plus the weighted sum of the columns, by row. */
    public double[] linear(double[] beta) {
        double[] eta = new double[design.rows()];
        Arrays.fill(eta, beta[0]);
        for (int j = 0; j < design.columns(); j++) {
            design.add(j, beta[j + 1], eta);
        }
        return eta;
    }
}
