package org.quanheng.trials.scoring;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.quanheng.scoring.binning.Binner;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.scorecard.Score;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;

/**
 * {@code quanheng trials scoring}: the scorecard beside XGBoost on synthetic tables, in one run on this machine.
 *
 * <p>Four ratios: whole scorecard training over 300 trees of depth 4; peak of live memory over the table; binning of one column over sorting it;
 * one applicant scored with reasons.
 */
public final class ScoringTrialCommand {
    private static final List<String> NAMES = List.of("--rows", "--columns", "--seed");
    private static final int TREES = 300;
    private static final int DEPTH = 4;
    private static final int REPEATS = 9;
    private static final int APPLICANTS = 200_000;
    private static final double MEMORY_MAX = 4;
    private static final double BINNING_MAX = 3;
    private static final double APPLICANT_MICROSECONDS_MAX = 10;

    private ScoringTrialCommand() {}

    /**
     * Runs the trial.
     *
     * @param arguments {@code --rows N}, {@code --columns N}, {@code --seed N}
     * @return the exit code: 0 every ratio is as claimed, 1 one is not, 2 bad input
     */
    public static int run(PrintWriter out, PrintWriter err, List<String> arguments) {
        int[] figures = {150_000, 10, 1};
        List<String> faults = new ArrayList<>();
        for (int k = 0; k < arguments.size(); k += 2) {
            int which = NAMES.indexOf(arguments.get(k));
            String value = k + 1 < arguments.size() ? arguments.get(k + 1) : "nothing";
            if (which < 0) {
                faults.add("expected one of " + NAMES + ", came '" + arguments.get(k) + "'");
            } else if (!value.matches("[1-9]\\d{0,6}")) {
                faults.add(NAMES.get(which) + ": expected a whole number from 1 to 9999999, came '" + value + "'");
            } else {
                figures[which] = Integer.parseInt(value);
            }
        }
        if (!faults.isEmpty()) {
            err.println("quanheng trials scoring: bad input\n  " + String.join("\n  ", faults));
            return 2;
        }
        try {
            return measure(out, err, figures[0], figures[1], figures[2]);
        } catch (XGBoostError failed) {
            err.println("quanheng trials: " + failed.getMessage());
            return 1;
        }
    }

    private static int measure(PrintWriter out, PrintWriter err, int rows, int columns, long seed) throws XGBoostError {
        Scorecard.train(SyntheticTable.of(Math.min(rows, 20_000), columns, seed + 1), ScorecardRules.standard());
        Sample sample = SyntheticTable.of(rows, columns, seed);
        double tableMegabytes = 8.0 * rows * (columns + 1) / (1 << 20);
        err.println("a synthetic table of " + rows + " rows and " + columns + " columns is made");
        long start = System.nanoTime();
        Scorecard card = Scorecard.train(sample, ScorecardRules.standard());
        double training = seconds(start);
        double peakMegabytes = liveMegabytes(sample);
        err.println("the scorecard is trained");
        double trees = trees(sample);
        double[] binning = binning(sample);
        double applicant = applicant(card, sample);
        boolean held = training <= trees
                && peakMegabytes <= MEMORY_MAX * tableMegabytes
                && binning[1] <= BINNING_MAX * binning[0]
                && applicant < APPLICANT_MICROSECONDS_MAX;
        out.println(String.format(
                Locale.ROOT,
                "{\"synthetic\":true,\"rows\":%d,\"columns\":%d,\"scorecardSeconds\":%.2f,\"xgboostSeconds\":%.2f,"
                        + "\"trainingRatio\":%.3f,\"tableMegabytes\":%.0f,\"peakLiveMegabytes\":%.0f,\"memoryRatio\":%.2f,"
                        + "\"sortSeconds\":%.4f,\"binningSeconds\":%.4f,\"binningRatio\":%.2f,"
                        + "\"applicantMicroseconds\":%.2f,\"held\":%b}",
                rows,
                columns,
                training,
                trees,
                training / trees,
                tableMegabytes,
                peakMegabytes,
                peakMegabytes / tableMegabytes,
                binning[0],
                binning[1],
                binning[1] / binning[0],
                applicant,
                held));
        return held ? 0 : 1;
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
    private static double trees(Sample sample) throws XGBoostError {
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
        return seconds(start);
    }

    /** Median seconds of sorting the first number's column, and of its optimal binning. */
    private static double[] binning(Sample sample) {
        NumericColumn column = (NumericColumn) sample.table().column("number0");
        double[] sorting = new double[REPEATS];
        double[] binning = new double[REPEATS];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            double[] values = column.values().clone();
            long start = System.nanoTime();
            Arrays.sort(values);
            sorting[repeat] = seconds(start);
            start = System.nanoTime();
            new Binner(sample, BinningRules.standard(), 1).bin("number0");
            binning[repeat] = seconds(start);
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
