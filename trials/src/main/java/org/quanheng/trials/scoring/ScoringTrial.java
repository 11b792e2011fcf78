package org.quanheng.trials.scoring;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.binning.Binner;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.scorecard.Score;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;

/** The scorecard beside XGBoost on a synthetic table, in one run on this machine. */
public final class ScoringTrial {
    private static final int TREES = 300;
    private static final int DEPTH = 4;
    private static final int WARM_UPS = 10;
    private static final int REPEATS = 15;
    private static final int APPLICANTS = 200_000;
    private static final double MEMORY_MAX = 4;
    private static final double BINNING_MAX = 3;
    private static final double APPLICANT_MICROSECONDS_MAX = 10;

    private ScoringTrial() {}

    /**
     * What was measured.
     *
     * @param scorecardSeconds of the whole training
     * @param xgboostSeconds of 300 trees of depth 4 with two threads
     * @param tableMegabytes of the table as doubles
     * @param peakMegabytes the most that was alive at any step of a training, the table included
     * @param binnedRows rows of the one column that was sorted and binned
     * @param sortSeconds median of sorting that column's numbers
     * @param binningSeconds median of its optimal binning
     * @param applicantMicroseconds mean of one applicant scored with reasons
     */
    public record Measured(
            double scorecardSeconds,
            double xgboostSeconds,
            double tableMegabytes,
            double peakMegabytes,
            int binnedRows,
            double sortSeconds,
            double binningSeconds,
            double applicantMicroseconds) {
        /** Training beside XGBoost's. */
        public double trainingRatio() {
            return scorecardSeconds / xgboostSeconds;
        }

        /** Live memory beside the table. */
        public double memoryRatio() {
            return peakMegabytes / tableMegabytes;
        }

        /** Binning beside sorting. */
        public double binningRatio() {
            return binningSeconds / sortSeconds;
        }

        /** Whether every ratio is as claimed. */
        public boolean held() {
            return trainingRatio() <= 1
                    && memoryRatio() <= MEMORY_MAX
                    && binningRatio() <= BINNING_MAX
                    && applicantMicroseconds < APPLICANT_MICROSECONDS_MAX;
        }
    }

    /**
     * Measures.
     *
     * @param rows of the table on which both are trained
     * @param columns of that table
     * @param binnedRows of the column that is sorted and binned
     */
    public static Measured run(Consumer<Phrase> progress, int rows, int columns, int binnedRows, long seed) {
        Scorecard.train(SyntheticTable.of(Math.min(rows, 20_000), columns, seed + 1), ScorecardRules.standard());
        double[] binning = binning(SyntheticTable.of(binnedRows, 1, seed));
        progress.accept(Phrase.of("a column of {0} rows is sorted and binned", binnedRows));
        Sample sample = SyntheticTable.of(rows, columns, seed);
        long start = System.nanoTime();
        Scorecard card = Scorecard.train(sample, ScorecardRules.standard());
        double training = seconds(start);
        double peakMegabytes = liveMegabytes(sample);
        progress.accept(Phrase.of("the scorecard is trained"));
        return new Measured(
                training,
                trees(sample),
                8.0 * rows * (columns + 1) / (1 << 20),
                peakMegabytes,
                binnedRows,
                binning[0],
                binning[1],
                applicant(card, sample));
    }

    /** The most that is alive at any step of a training, the table included: at each step the heap is collected and counted. */
    private static double liveMegabytes(Sample sample) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long[] most = {0};
        Scorecard.train(sample, ScorecardRules.standard(), share -> {
            memory.gc();
            most[0] = Math.max(most[0], memory.getHeapMemoryUsage().getUsed());
            return true;
        });
        return (double) most[0] / (1 << 20);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds that XGBoost takes for its trees on the same table, with two threads, the copy into its matrix included. */
    private static double trees(Sample sample) {
        long start = System.nanoTime();
        int features = sample.features().size();
        float[] cells = new float[sample.rows() * features];
        for (int feature = 0; feature < features; feature++) {
            for (int row = 0; row < sample.rows(); row++) {
                cells[row * features + feature] =
                        switch (sample.table().column(sample.features().get(feature))) {
                            case NumericColumn numeric -> (float) numeric.value(row);
                            case CategoricalColumn categorical -> categorical.code(row);
                        };
            }
        }
        float[] labels = new float[sample.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = sample.bad()[row] ? 1 : 0;
        }
        try {
            DMatrix matrix = new DMatrix(cells, labels.length, features, Float.NaN);
            matrix.setLabel(labels);
            Map<String, Object> settings = Map.of(
                    "objective",
                    "binary:logistic",
                    "tree_method",
                    "hist",
                    "max_depth",
                    DEPTH,
                    "nthread",
                    2,
                    "verbosity",
                    0);
            Booster booster = XGBoost.train(matrix, settings, TREES, Map.of(), null, null);
            booster.dispose();
            matrix.dispose();
        } catch (XGBoostError failed) {
            throw new IllegalStateException("XGBoost: " + failed.getMessage(), failed);
        }
        return seconds(start);
    }

    /** Median seconds of sorting a copy of the first number's column, and of its optimal binning, in turn, after ten rounds for warming up. */
    private static double[] binning(Sample sample) {
        NumericColumn column = (NumericColumn) sample.table().column("number0");
        double[] sorting = new double[REPEATS];
        double[] binning = new double[REPEATS];
        for (int repeat = -WARM_UPS; repeat < REPEATS; repeat++) {
            double[] values = column.values().clone();
            long start = System.nanoTime();
            Arrays.sort(values);
            sorting[Math.max(0, repeat)] = seconds(start);
            start = System.nanoTime();
            new Binner(sample, BinningRules.standard(), 1).bin("number0");
            binning[Math.max(0, repeat)] = seconds(start);
        }
        Arrays.sort(sorting);
        Arrays.sort(binning);
        return new double[] {sorting[REPEATS / 2], binning[REPEATS / 2]};
    }

    /** Mean microseconds of one applicant with contributions and reasons, after as many for warming up. */
    private static double applicant(Scorecard card, Sample sample) {
        double sum = 0;
        long start = System.nanoTime();
        for (int pass = 0; pass < 2; pass++) {
            start = System.nanoTime();
            for (int i = 0; i < APPLICANTS; i++) {
                int row = i % sample.rows();
                Score score = card.score(fact -> sample.table().cell(row, fact));
                sum += score.points() + score.reasons().size();
            }
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a score is no number");
        }
        return 1e6 * seconds(start) / APPLICANTS;
    }
}
