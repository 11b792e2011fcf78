package org.quanheng.scoring.additive;

/** Solves symmetric positive definite systems. */
final class Cholesky {
    private Cholesky() {}

    /** Solution x of matrix·x = right; the lower triangle of the matrix is overwritten by its factor. */
    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            double[] rowI = matrix[i];
            for (int j = 0; j <= i; j++) {
                double[] rowJ = matrix[j];
                double sum = rowI[j];
                for (int k = 0; k < j; k++) {
                    sum -= rowI[k] * rowJ[k];
                }
                rowI[j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / rowJ[j];
            }
        }
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= matrix[i][k] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= matrix[k][i] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        return x;
    }
}
