package org.quanheng.scoring.boosted;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.quanheng.scoring.Progress;

/** The calls into XGBoost; native memory is given back at once, and a failure of the native side is an illegal state. */
final class Trees {
    private Trees() {}

    /** Trains tree by tree, so that the listener may stop between two. */
    static Booster train(
            float[] cells,
            int columns,
            float[] labels,
            float[] weights,
            Map<String, Object> settings,
            int trees,
            Progress progress) {
        try {
            DMatrix matrix = new DMatrix(cells, labels.length, columns, Float.NaN);
            try {
                matrix.setLabel(labels);
                matrix.setWeight(weights);
                return grow(matrix, settings, trees, progress);
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError failed) {
            throw new IllegalStateException("XGBoost could not train", failed);
        }
    }

    private static Booster grow(DMatrix matrix, Map<String, Object> settings, int trees, Progress progress)
            throws XGBoostError {
        Booster booster = XGBoost.train(matrix, settings, 1, Map.of(), null, null);
        try {
            for (int tree = 1; tree < trees; tree++) {
                progress.tell((double) tree / trees);
                booster.update(matrix, tree);
            }
            return booster;
        } catch (CancellationException stopped) {
            booster.dispose();
            throw stopped;
        }
    }

    /** Log-odds of bad by row, uncalibrated, by the first trees. */
    static double[] margins(Booster booster, float[] cells, int columns, int trees) {
        float[][] margins = predict(cells, columns, matrix -> booster.predict(matrix, true, trees));
        double[] values = new double[margins.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = margins[row][0];
        }
        return values;
    }

    /** Shapley values by row and column; last the mean. */
    static float[][] contributions(Booster booster, float[] cells, int columns, int trees) {
        return predict(cells, columns, matrix -> booster.predictContrib(matrix, trees));
    }

    /** The trees as XGBoost's own bytes (UBJSON). */
    static byte[] bytes(Booster booster) {
        try {
            return booster.toByteArray("ubj");
        } catch (XGBoostError failed) {
            throw new IllegalStateException("XGBoost could not write its trees", failed);
        }
    }

    /** Reads what {@link #bytes} wrote. */
    static Booster read(byte[] bytes) throws XGBoostError {
        try {
            return XGBoost.loadModel(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory could not be read", impossible);
        }
    }

    @FunctionalInterface
    private interface Prediction {
        float[][] of(DMatrix matrix) throws XGBoostError;
    }

    private static float[][] predict(float[] cells, int columns, Prediction prediction) {
        try {
            DMatrix matrix = new DMatrix(cells, cells.length / columns, columns, Float.NaN);
            try {
                return prediction.of(matrix);
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError failed) {
            throw new IllegalStateException("XGBoost could not predict", failed);
        }
    }
}
