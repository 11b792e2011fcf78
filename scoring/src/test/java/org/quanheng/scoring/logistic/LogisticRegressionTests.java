package org.quanheng.scoring.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LogisticRegressionTests {
    @Test
    void lassoLeavesOutWhatRidgeOnlyShrinks() {
        Random random = new Random(6);
        int rows = 2_000;
        byte[] useful = new byte[rows];
        byte[] noise = new byte[rows];
        boolean[] event = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            useful[row] = (byte) random.nextInt(2);
            noise[row] = (byte) random.nextInt(2);
            event[row] = random.nextDouble() < 0.3 + 0.3 * useful[row] + 0.01 * noise[row];
        }
        Design design = new Design(rows, List.of(useful, noise), List.of(new double[] {0, 1}, new double[] {0, 1}));
        LogisticRegression regression = new LogisticRegression(design, event, ones(rows));
        double[] free = regression.fit(0, new double[3]);
        double[] ridge = regression.fit(60, 0, new double[3]);
        double[] lasso = regression.fit(60, 1, new double[3]);
        assertThat(free[2]).isPositive();
        assertThat(ridge[2]).isBetween(1e-6, free[2]);
        assertThat(lasso[2]).isZero();
        assertThat(lasso[1]).isBetween(0.5, free[1]);
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void oneBinaryColumnHasTheClosedForm() {
        byte[] codes = new byte[100];
        boolean[] event = new boolean[100];
        for (int row = 0; row < 100; row++) {
            codes[row] = (byte) (row < 40 ? 0 : 1);
            event[row] = row < 10 || row >= 70;
        }
        Design design = new Design(100, List.of(codes), List.of(new double[] {0, 1}));
        double[] beta = new LogisticRegression(design, event, ones(100)).fit(0, new double[2]);
        assertThat(beta[0]).isCloseTo(Math.log(10.0 / 30), within(1e-6));
        assertThat(beta[1]).isCloseTo(Math.log(30.0 / 30) - Math.log(10.0 / 30), within(1e-6));
    }

    @Test
    void holdsAWrongSignAtZeroAndSatisfiesTheConditionsOfTheOptimum() {
        Random random = new Random(3);
        int rows = 3_000;
        byte[] a = new byte[rows];
        byte[] b = new byte[rows];
        boolean[] event = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            a[row] = (byte) random.nextInt(3);
            b[row] = (byte) random.nextInt(2);
            event[row] = random.nextDouble() < 1 / (1 + Math.exp(-(a[row] - 1 - 0.8 * b[row])));
        }
        double[] valueA = {-1, 0, 1};
        double[] valueB = {0, 1};
        Design design = new Design(rows, List.of(a, b), List.of(valueA, valueB));
        LogisticRegression regression = new LogisticRegression(design, event, ones(rows));
        double[] beta = regression.fit(0, new double[3]);
        assertThat(beta[2]).isZero();
        assertThat(beta[1]).isBetween(0.8, 1.2);
        double[] eta = regression.linear(beta);
        double[] gradient = new double[3];
        for (int row = 0; row < rows; row++) {
            double residual = (event[row] ? 1 : 0) - 1 / (1 + Math.exp(-eta[row]));
            gradient[0] += residual;
            gradient[1] += residual * valueA[a[row]];
            gradient[2] += residual * valueB[b[row]];
        }
        assertThat(gradient[0]).isCloseTo(0, within(1e-2));
        assertThat(gradient[1]).isCloseTo(0, within(1e-2));
        assertThat(gradient[2]).isNegative();
        assertThat(regression.fit(1e6, new double[3])[1]).isLessThan(0.01);
        assertThat(regression.fit(10, beta)).containsExactly(regression.fit(10, beta));
    }

    @Test
    void separatedClassesStayFiniteUnderAPenalty() {
        byte[] codes = {0, 0, 0, 1, 1, 1};
        boolean[] event = {false, false, false, true, true, true};
        Design design = new Design(6, List.of(codes), List.of(new double[] {-1, 1}));
        double[] beta = new LogisticRegression(design, event, ones(6)).fit(0.5, new double[2]);
        assertThat(beta[1]).isBetween(0.5, 5.0);
        assertThatThrownBy(() -> new Design(6, List.of(codes), List.of())).hasMessageContaining("came 1 and 0");
    }
}
