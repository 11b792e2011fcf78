package org.quanheng.balance.live;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.balance.bound.PartialScores;
import org.quanheng.scoring.table.Table;

/**
 * How the components of a score go together in the development sample: means and covariances, correlations shrunk towards 0.
 *
 * <p>The shrinkage is the one of least expected squared error (Schäfer and Strimmer, Statistical Applications in Genetics and Molecular
 * Biology 4, 2005). Outcomes are not used, so nothing here can be fitted to them.
 *
 * @param mean of each component, in points
 * @param covariance of each pair, in squared points
 */
record ScoreBelief(double[] mean, double[][] covariance) {
    /** Variances below this share of the sample's own are taken as 0: what is left of a component that others determine. */
    private static final double NOTHING = 1e-9;

    /** The belief of a development sample. */
    static ScoreBelief of(PartialScores scores, Table development) {
        int n = scores.facts().size();
        double[][] points = new double[n][development.rows()];
        List<String> facts = scores.card().facts();
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < development.rows(); i++) {
            for (String fact : facts) {
                row.put(fact, development.cell(i, fact));
            }
            double[] components = scores.score(row).components();
            for (int c = 0; c < n; c++) {
                points[c][i] = components[c];
            }
        }
        double[] mean = new double[n];
        double[] deviation = new double[n];
        for (int c = 0; c < n; c++) {
            mean[c] = Arrays.stream(points[c]).average().orElse(0);
            double centre = mean[c];
            double squares = Arrays.stream(points[c])
                    .map(x -> (x - centre) * (x - centre))
                    .sum();
            deviation[c] = Math.sqrt(squares / Math.max(1, development.rows() - 1));
            double scale = deviation[c] > 0 ? deviation[c] : 1;
            points[c] = Arrays.stream(points[c]).map(x -> (x - centre) / scale).toArray();
        }
        return new ScoreBelief(mean, covariance(points, deviation));
    }

    private static double[][] covariance(double[][] standard, double[] deviation) {
        int n = standard.length;
        double[][] correlation = new double[n][n];
        double noise = 0;
        double signal = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double[] moments = productMoments(standard[i], standard[j]);
                correlation[i][j] = moments[0];
                correlation[j][i] = moments[0];
                signal += moments[0] * moments[0];
                noise += moments[1];
            }
        }
        double kept = 1 - Math.clamp(signal > 0 ? noise / signal : 1, 0, 1);
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = (i == j ? 1 : kept * correlation[i][j]) * deviation[i] * deviation[j];
            }
        }
        return covariance;
    }

    /** Correlation of two standardised columns, and the variance of its estimate. */
    private static double[] productMoments(double[] a, double[] b) {
        int rows = a.length;
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += a[i] * b[i];
        }
        double average = sum / rows;
        double squares = 0;
        for (int i = 0; i < rows; i++) {
            double difference = a[i] * b[i] - average;
            squares += difference * difference;
        }
        double less = Math.max(1, rows - 1);
        return new double[] {sum / less, squares * rows / (less * less * less)};
    }

    /** What is left to know once some components are seen; NaN stands for unseen. */
    Rest given(double[] components) {
        Rest rest = new Rest(
                mean.clone(),
                Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new),
                new boolean[mean.length]);
        for (int i = 0; i < components.length; i++) {
            if (!Double.isNaN(components[i])) {
                rest.see(i, components[i], covariance[i][i] * NOTHING);
            }
        }
        return rest;
    }

    /** The conditional distribution of the components that are unseen; changes as more are seen. */
    static final class Rest {
        private final double[] mean;
        private final double[][] covariance;
        private final boolean[] seen;

        private Rest(double[] mean, double[][] covariance, boolean[] seen) {
            this.mean = mean;
            this.covariance = covariance;
            this.seen = seen;
        }

        Rest copy() {
            return new Rest(
                    mean.clone(),
                    Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new),
                    seen.clone());
        }

        double mean(int component) {
            return mean[component];
        }

        /** Expected sum of what is unseen. */
        double total() {
            double sum = 0;
            for (int i = 0; i < mean.length; i++) {
                sum += seen[i] ? 0 : mean[i];
            }
            return sum;
        }

        /** Variance of the sum of what is unseen. */
        double variance() {
            double sum = 0;
            for (int i = 0; i < mean.length; i++) {
                sum += seen[i] ? 0 : withTotal(i);
            }
            return Math.max(0, sum);
        }

        /** Covariance of a component with the sum of all that are unseen, itself included. */
        private double withTotal(int component) {
            double sum = 0;
            for (int j = 0; j < mean.length; j++) {
                sum += seen[j] ? 0 : covariance[component][j];
            }
            return sum;
        }

        /** Variance of an unseen component. */
        double own(int component) {
            return covariance[component][component];
        }

        /** By how much the expected total moves for each point by which an unseen component differs from what is expected of it. */
        double gain(int component) {
            double own = covariance[component][component];
            return own > 0 ? withTotal(component) / own : 0;
        }

        /** Conditions on one component: a step of Gaussian elimination. */
        void see(int component, double points, double nothing) {
            seen[component] = true;
            double own = covariance[component][component];
            if (own <= nothing) {
                return;
            }
            double surprise = points - mean[component];
            double[] pivot = covariance[component];
            for (int i = 0; i < mean.length; i++) {
                if (seen[i]) {
                    continue;
                }
                double slope = covariance[i][component] / own;
                mean[i] += slope * surprise;
                for (int j = 0; j < mean.length; j++) {
                    covariance[i][j] -= slope * pivot[j];
                }
            }
        }
    }
}
