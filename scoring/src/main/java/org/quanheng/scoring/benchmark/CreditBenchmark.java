package org.quanheng.scoring.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quanheng.scoring.table.Card;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.validation.CalibrationCheck;
import org.quanheng.scoring.validation.Cases;
import org.quanheng.scoring.validation.Figures;

/** Trains on four fifths of a public data set and measures on the last, five times; fold = row % 5, nothing tuned to a set. */
public final class CreditBenchmark {
    /** Number of folds. */
    public static final int FOLDS = 5;

    private CreditBenchmark() {}

    /**
     * Figures of one method on one set.
     *
     * @param dataset name on the card
     * @param method label of the method
     * @param rows of the set
     * @param folds figures of each fold, on the rows that its model has not seen
     * @param calibration of all out-of-fold PDs together
     * @param wrongSigns characteristics, over all folds, whose points run against their own evidence
     */
    public record Result(
            String dataset,
            String method,
            int rows,
            List<Figures> folds,
            CalibrationCheck calibration,
            int wrongSigns) {
        /** Copies the list. */
        public Result {
            folds = List.copyOf(folds);
        }

        /** Mean AUC of the folds. */
        public double auc() {
            return folds.stream()
                    .mapToDouble(fold -> fold.auc().value())
                    .average()
                    .orElse(Double.NaN);
        }

        /** Mean KS of the folds. */
        public double ks() {
            return folds.stream()
                    .mapToDouble(fold -> fold.ks().value())
                    .average()
                    .orElse(Double.NaN);
        }

        /** Mean Brier score of the folds. */
        public double brier() {
            return folds.stream().mapToDouble(Figures::brier).average().orElse(Double.NaN);
        }

        /** Mean log-loss of the folds. */
        public double logLoss() {
            return folds.stream().mapToDouble(Figures::logLoss).average().orElse(Double.NaN);
        }
    }

    /** A result with the out-of-fold PD of every row. */
    public static final class Run {
        private final Result result;
        private final double[] pds;
        private final boolean[] bad;

        private Run(Result result, double[] pds, boolean[] bad) {
            this.result = result;
            this.pds = pds;
            this.bad = bad;
        }

        /** The figures. */
        public Result result() {
            return result;
        }

        /** Out-of-fold PD by row; shared. */
        public double[] pds() {
            return pds;
        }

        /** Outcome by row; shared. */
        public boolean[] bad() {
            return bad;
        }
    }

    /** The sample of a card whose file lies in the folder. */
    public static Sample sample(Card card, Path folder) {
        return card.sample(card.readTable(folder));
    }

    /** Runs one method over the five folds. */
    public static Run run(String dataset, Sample sample, Method method) {
        double[] pds = new double[sample.rows()];
        List<Figures> figures = new ArrayList<>();
        int wrongSigns = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Sample seen = sample.where(row -> row % FOLDS != held);
            Sample unseen = sample.where(row -> row % FOLDS == held);
            Method.Prediction prediction = method.predict(seen, unseen);
            wrongSigns += prediction.wrongSigns();
            figures.add(Figures.of(Cases.of(prediction.pds(), unseen)));
            for (int i = 0; i < prediction.pds().length; i++) {
                pds[i * FOLDS + fold] = prediction.pds()[i];
            }
        }
        Result result = new Result(
                dataset,
                method.label(),
                sample.rows(),
                figures,
                CalibrationCheck.of(Cases.of(pds, sample)),
                wrongSigns);
        return new Run(result, pds, sample.bad());
    }
}
