package org.quanheng.scoring.boosted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.Progress;
import org.quanheng.scoring.binning.Shape;
import org.quanheng.scoring.calibration.Platt;
import org.quanheng.scoring.scorecard.Development;
import org.quanheng.scoring.statistics.Folds;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.validation.Auc;
import org.quanheng.scoring.validation.Cases;

/** Trains boosted trees: how many by cross-validation, calibrated on the held-out folds. */
final class BoostedTraining {
    private static final int STEP = 50;

    /** Above so many rows one held-out fold says enough. */
    private static final int ONE_FOLD_ABOVE = 40_000;

    private static final int IMPORTANCE_ROWS = 1_000;

    private final Sample sample;
    private final BoostedRules rules;

    private final Progress progress;

    BoostedTraining(Sample sample, BoostedRules rules, Progress progress) {
        this.progress = progress;
        this.sample = sample;
        this.rules = rules;
        Faults faults = new Faults("training of boosted trees");
        for (String feature : rules.shapes().keySet()) {
            faults.require(
                    sample.features().contains(feature),
                    Phrase.of("shape of {0}", feature),
                    "a feature",
                    "no such feature");
        }
        faults.throwIfAny();
    }

    Boosted train() {
        Folds folds = new Folds(rules.folds(), rules.seed());
        int held = sample.rows() > ONE_FOLD_ABOVE ? 1 : folds.count();
        Sample seen = sample.where(row -> folds.of(row) < held);
        double[][] outOfFold = crossValidate(folds, held, seen.rows());
        int best = 0;
        for (int step = 1; step < outOfFold.length; step++) {
            if (loss(outOfFold[step], seen) < loss(outOfFold[best], seen)) {
                best = step;
            }
        }
        Platt calibration = Platt.fitSmoothed(outOfFold[best], seen.bad(), seen.weights());
        Encoding encoding = Encoding.of(sample);
        int trees = (best + 1) * STEP;
        Booster booster = booster(sample, encoding, trees, progress.part((double) held / (held + 1), 1));
        Development development = development(outOfFold[best], seen, calibration);
        List<Boosted.Contribution> importances = importances(encoding, booster, trees, calibration.slope());
        Boosted bare = new Boosted(encoding, booster, trees, calibration, importances, development);
        return new Boosted(
                encoding,
                booster,
                trees,
                calibration,
                importances,
                development.withScores(bare.scores(sample.table()), sample.weights()));
    }

    private Development development(double[] outOfFold, Sample seen, Platt calibration) {
        double[] calibrated = Arrays.stream(outOfFold).map(calibration::apply).toArray();
        int bads = 0;
        for (boolean bad : sample.bad()) {
            bads += bad ? 1 : 0;
        }
        return new Development(
                sample.rows(),
                bads,
                0,
                calibration,
                Auc.of(Cases.of(calibrated, seen)),
                loss(calibrated, seen) / seen.weight(),
                List.of());
    }

    /** Over evenly spaced rows: the exact values take a while and an order needs no more. */
    private List<Boosted.Contribution> importances(Encoding encoding, Booster booster, int trees, double slope) {
        int step = Math.max(1, sample.rows() / IMPORTANCE_ROWS);
        Sample some = sample.where(row -> row % step == 0);
        int features = encoding.features().size();
        float[][] values = Trees.contributions(booster, encoding.encode(some.table()), features, trees);
        List<Boosted.Contribution> importances = new ArrayList<>();
        for (int feature = 0; feature < features; feature++) {
            double sum = 0;
            for (float[] row : values) {
                sum += Math.abs(slope * row[feature]);
            }
            importances.add(new Boosted.Contribution(encoding.features().get(feature), sum / values.length));
        }
        importances.sort(
                Comparator.comparingDouble(Boosted.Contribution::logOdds).reversed());
        return importances;
    }

    /** Log-odds of bad of the rows of the first folds, by models that have not seen them, by number of trees. */
    private double[][] crossValidate(Folds folds, int count, int rows) {
        double[][] outOfFold = new double[rules.treesMax() / STEP][rows];
        for (int fold = 0; fold < count; fold++) {
            int held = fold;
            Sample rest = sample.where(row -> folds.of(row) != held);
            Sample out = sample.where(row -> folds.of(row) == held);
            Encoding encoding = Encoding.of(rest);
            Booster booster = booster(
                    rest,
                    encoding,
                    rules.treesMax(),
                    progress.part((double) fold / (count + 1), (fold + 1.0) / (count + 1)));
            float[] cells = encoding.encode(out.table());
            for (int step = 0; step < outOfFold.length; step++) {
                double[] margins =
                        Trees.margins(booster, cells, encoding.features().size(), (step + 1) * STEP);
                int at = 0;
                int from = 0;
                for (int row = 0; row < sample.rows(); row++) {
                    if (folds.of(row) == held) {
                        outOfFold[step][at] = margins[from++];
                    }
                    at += folds.of(row) < count ? 1 : 0;
                }
            }
            booster.dispose();
        }
        return outOfFold;
    }

    private Booster booster(Sample rows, Encoding encoding, int trees, Progress part) {
        float[] labels = new float[rows.rows()];
        float[] weights = new float[rows.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = rows.bad()[row] ? 1 : 0;
            weights[row] = (float) rows.weights()[row];
        }
        return Trees.train(
                encoding.encodeForTraining(rows, rules.seed()),
                encoding.features().size(),
                labels,
                weights,
                settings(encoding),
                trees,
                part);
    }

    private Map<String, Object> settings(Encoding encoding) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("objective", "binary:logistic");
        settings.put("tree_method", "hist");
        settings.put("max_depth", rules.depth());
        settings.put("eta", rules.rate());
        settings.put("subsample", rules.rowShare());
        settings.put("colsample_bytree", rules.columnShare());
        settings.put("min_child_weight", rules.childWeightMin());
        settings.put("nthread", rules.threads());
        settings.put("seed", rules.seed());
        settings.put("verbosity", 0);
        if (rules.shapes().values().stream().anyMatch(shape -> shape != Shape.NONE)) {
            settings.put("monotone_constraints", constraints(encoding));
        }
        return settings;
    }

    private String constraints(Encoding encoding) {
        List<String> signs = new ArrayList<>();
        for (String feature : encoding.features()) {
            signs.add(
                    switch (rules.shapes().getOrDefault(feature, Shape.NONE)) {
                        case ASCENDING -> "1";
                        case DESCENDING -> "-1";
                        default -> "0";
                    });
        }
        return "(" + String.join(",", signs) + ")";
    }

    private static double loss(double[] logOdds, Sample rows) {
        double loss = 0;
        for (int row = 0; row < logOdds.length; row++) {
            double signed = rows.bad()[row] ? logOdds[row] : -logOdds[row];
            loss += rows.weights()[row]
                    * (signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed);
        }
        return loss;
    }
}
