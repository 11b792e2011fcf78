package org.quanheng.scoring.calibration;

/** Logistic regression on a handful of columns, by Newton's method with halving. */
public final class DenseLogistic {
    private DenseLogistic() {}

    /** Intercept and coefficients; columns are given one by one. */
    public static double[] fit(double[][] columns, boolean[] event, double[] weights) {
        int size = columns.length + 1;
        double[] beta = new double[size];
        double loss = loss(beta, columns, event, weights);
        for (int step = 0; step < 100; step++) {
            double[] move = move(beta, columns, event, weights);
            double length = 1;
            double[] next = moved(beta, move, length);
            double nextLoss = loss(next, columns, event, weights);
            while (!(nextLoss <= loss) && length > 1e-9) {
                length /= 2;
                next = moved(beta, move, length);
                nextLoss = loss(next, columns, event, weights);
            }
            if (!(nextLoss <= loss)) {
                break;
            }
            double gain = loss - nextLoss;
            beta = next;
            loss = nextLoss;
            if (gain <= 1e-12 * (1 + loss)) {
                break;
            }
        }
        return beta;
    }

    /** Covariance of intercept and coefficients at the fit: the inverse of the information. */
    public static double[][] covariance(double[] beta, double[][] columns, boolean[] event, double[] weights) {
        int size = beta.length;
        double[][] covariance = new double[size][];
        for (int j = 0; j < size; j++) {
            double[][] system = system(beta, columns, event, weights);
            for (int k = 0; k < size; k++) {
                system[k][size] = k == j ? 1 : 0;
            }
            covariance[j] = solve(system);
        }
        return covariance;
    }

    private static double[] moved(double[] beta, double[] move, double length) {
        double[] next = beta.clone();
        for (int j = 0; j < next.length; j++) {
            next[j] += length * move[j];
        }
        return next;
    }

    private static double linear(double[] beta, double[][] columns, int row) {
        double sum = beta[0];
        for (int j = 0; j < columns.length; j++) {
            sum += beta[j + 1] * columns[j][row];
        }
        return sum;
    }

    private static double[] move(double[] beta, double[][] columns, boolean[] event, double[] weights) {
        return solve(system(beta, columns, event, weights));
    }

    /** Information, and the gradient in the last column. */
    private static double[][] system(double[] beta, double[][] columns, boolean[] event, double[] weights) {
        int size = beta.length;
        double[][] system = new double[size][size + 1];
        double[] x = new double[size];
        x[0] = 1;
        for (int row = 0; row < event.length; row++) {
            for (int j = 0; j < columns.length; j++) {
                x[j + 1] = columns[j][row];
            }
            double p = 1 / (1 + Math.exp(-linear(beta, columns, row)));
            double residual = weights[row] * ((event[row] ? 1 : 0) - p);
            double curvature = weights[row] * p * (1 - p);
            for (int j = 0; j < size; j++) {
                system[j][size] += residual * x[j];
                for (int k = 0; k < size; k++) {
                    system[j][k] += curvature * x[j] * x[k];
                }
            }
        }
        for (int j = 0; j < size; j++) {
            system[j][j] += 1e-9 * (1 + system[j][j]);
        }
        return system;
    }

    /** Gauss–Jordan without pivoting, for a positive definite system. */
    private static double[] solve(double[][] system) {
        int size = system.length;
        for (int pivot = 0; pivot < size; pivot++) {
            double head = system[pivot][pivot];
            for (int k = pivot; k <= size; k++) {
                system[pivot][k] /= head;
            }
            for (int row = 0; row < size; row++) {
                if (row != pivot) {
                    double factor = system[row][pivot];
                    for (int k = pivot; k <= size; k++) {
                        system[row][k] -= factor * system[pivot][k];
                    }
                }
            }
        }
        double[] solution = new double[size];
        for (int row = 0; row < size; row++) {
            solution[row] = system[row][size];
        }
        return solution;
    }

    private static double loss(double[] beta, double[][] columns, boolean[] event, double[] weights) {
        double loss = 0;
        for (int row = 0; row < event.length; row++) {
            double eta = linear(beta, columns, row);
            double signed = event[row] ? eta : -eta;
            loss += weights[row] * (signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed);
        }
        return loss;
    }
}
