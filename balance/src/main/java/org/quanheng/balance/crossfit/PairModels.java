package org.quanheng.balance.crossfit;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.quanheng.scoring.table.Sample;

/**
 * Log-odds by models that have not seen a row nor its outer fold.
 *
 * <p>A model is trained without two folds. For the first of them as the outer fold it gives the second's rows inside the training rows, and the
 * other way about; the rows of the outer fold itself take the mean of its four models. So ten models a stage are nested cross-fitting.
 */
final class PairModels {
    private final Sample sample;
    private final Map<Key, double[]> predictions = new ConcurrentHashMap<>();

    PairModels(Sample sample) {
        this.sample = sample;
    }

    /** A model: what it knows, which two folds it has not seen, how rich it is. */
    private record Key(List<String> facts, int low, int high, boolean whole) {
        static Key of(Request request, int outer, int inner) {
            return new Key(request.facts(), Math.min(outer, inner), Math.max(outer, inner), request.whole());
        }
    }

    /** Facts at a stage for an outer fold. */
    record Request(List<String> facts, int outer, boolean whole) {}

    /**
     * Trains what is needed, in parallel.
     *
     * @param progress told after each model
     */
    void prepare(List<Request> requests, FrontierStudy.Progress progress) {
        Set<Key> keys = new LinkedHashSet<>();
        for (Request request : requests) {
            inner(request.outer()).forEach(fold -> keys.add(Key.of(request, request.outer(), fold)));
        }
        AtomicInteger done = new AtomicInteger();
        keys.parallelStream().forEach(key -> {
            predictions.put(key, predict(key));
            progress.trained(done.incrementAndGet(), keys.size());
        });
    }

    private static IntStream inner(int outer) {
        return IntStream.range(0, Journey.FOLDS).filter(fold -> fold != outer);
    }

    private double[] predict(Key key) {
        Sample known = sample.withFeatures(key.facts());
        Sample training = known.where(row -> row % Journey.FOLDS != key.low() && row % Journey.FOLDS != key.high());
        Sample held = known.where(row -> row % Journey.FOLDS == key.low() || row % Journey.FOLDS == key.high());
        return Blend.logOdds(training, held.table(), key.whole());
    }

    /** Log-odds of every row for an outer fold. */
    double[] logOdds(Request request) {
        double[] logOdds = new double[sample.rows()];
        Map<Integer, double[]> byInner = new HashMap<>();
        inner(request.outer()).forEach(fold -> byInner.put(fold, prediction(request, fold)));
        int[] places = new int[Journey.FOLDS];
        for (int row = 0; row < logOdds.length; row++) {
            int fold = row % Journey.FOLDS;
            for (Map.Entry<Integer, double[]> model : byInner.entrySet()) {
                int inner = model.getKey();
                if (fold == request.outer()) {
                    logOdds[row] += model.getValue()[places[inner]++] / byInner.size();
                } else if (fold == inner) {
                    logOdds[row] = model.getValue()[places[inner]++];
                }
            }
        }
        return logOdds;
    }

    private double[] prediction(Request request, int inner) {
        double[] prediction = predictions.get(Key.of(request, request.outer(), inner));
        if (prediction == null) {
            throw new IllegalStateException("expected the models of " + request + " to be prepared");
        }
        return prediction;
    }
}
