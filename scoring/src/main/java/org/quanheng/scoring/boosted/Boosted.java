package org.quanheng.scoring.boosted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import org.quanheng.scoring.Progress;
import org.quanheng.scoring.calibration.Platt;
import org.quanheng.scoring.scorecard.Development;
import org.quanheng.scoring.scorecard.FactSource;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/**
 * Gradient-boosted trees (Chen and Guestrin, XGBoost, KDD 2016), calibrated out of fold.
 *
 * <p>Contributions are exact Shapley values of the log-odds (Lundberg et al., Nature Machine Intelligence 2020).
 */
public final class Boosted implements PdModel {
    /** Most reasons that are given. */
    public static final int REASONS_MAX = 4;

    private final Encoding encoding;
    private final Booster booster;
    private final int trees;
    private final Platt calibration;
    private final List<Contribution> importances;
    private final Development development;

    Boosted(
            Encoding encoding,
            Booster booster,
            int trees,
            Platt calibration,
            List<Contribution> importances,
            Development development) {
        this.encoding = encoding;
        this.booster = booster;
        this.trees = trees;
        this.calibration = calibration;
        this.importances = List.copyOf(importances);
        this.development = development;
    }

    /** Reads a model that {@link #toJson()} wrote; it gives the same PDs to the last bit. */
    public static Boosted fromJson(String json) {
        return BoostedJson.read(json);
    }

    @Override
    public String toJson() {
        return BoostedJson.write(this);
    }

    /**
     * Trains: the number of trees by cross-validation, the calibration on the held-out folds.
     *
     * @throws org.quanheng.fault.FaultyInputException when shapes name no feature
     */
    public static Boosted train(Sample sample, BoostedRules rules) {
        return train(sample, rules, Progress.NONE);
    }

    /**
     * Trains as {@link #train(Sample, BoostedRules)}, telling how far it is.
     *
     * @throws java.util.concurrent.CancellationException when the listener asks to stop
     */
    public static Boosted train(Sample sample, BoostedRules rules, Progress progress) {
        return new BoostedTraining(sample, rules, progress).train();
    }

    /** Number of trees that cross-validation chose. */
    public int trees() {
        return trees;
    }

    @Override
    public List<String> facts() {
        return encoding.features();
    }

    @Override
    public Development development() {
        return development;
    }

    /** Mean absolute contribution to the log-odds over part of the development sample, by fact, the largest first. */
    public List<Contribution> importances() {
        return importances;
    }

    Encoding encoding() {
        return encoding;
    }

    Booster booster() {
        return booster;
    }

    Platt calibration() {
        return calibration;
    }

    @Override
    public double[] pds(Table table) {
        return Arrays.stream(scores(table))
                .map(logOdds -> 1 / (1 + Math.exp(logOdds)))
                .toArray();
    }

    /** Calibrated log-odds of good. */
    @Override
    public double[] scores(Table table) {
        double[] margins = Trees.margins(
                booster, encoding.encode(table), encoding.features().size(), trees);
        return Arrays.stream(margins).map(margin -> -calibration.apply(margin)).toArray();
    }

    /**
     * What one fact did.
     *
     * @param fact its name
     * @param logOdds of bad added to the average applicant's
     */
    public record Contribution(String fact, double logOdds) {}

    /**
     * PD of one applicant with what led to it.
     *
     * @param pd probability of default
     * @param contributions of every fact; with the average log-odds they sum to the applicant's
     * @param reasons those that raised the risk most, at most four
     */
    public record Explained(double pd, List<Contribution> contributions, List<Contribution> reasons) {
        /** Copies the lists. */
        public Explained {
            contributions = List.copyOf(contributions);
            reasons = List.copyOf(reasons);
        }
    }

    /** Explains one applicant; throws naming every fact of the wrong kind. */
    public Explained explain(FactSource facts) {
        float[] cells = encoding.encode(facts);
        float[] values = Trees.contributions(booster, cells, encoding.features().size(), trees)[0];
        List<Contribution> contributions = new ArrayList<>();
        double logOdds = values[values.length - 1];
        for (int feature = 0; feature < values.length - 1; feature++) {
            logOdds += values[feature];
            contributions.add(
                    new Contribution(encoding.features().get(feature), calibration.slope() * values[feature]));
        }
        List<Contribution> reasons = contributions.stream()
                .filter(c -> c.logOdds() > 0)
                .sorted(Comparator.comparingDouble(Contribution::logOdds).reversed())
                .limit(REASONS_MAX)
                .toList();
        return new Explained(1 / (1 + Math.exp(-calibration.apply(logOdds))), contributions, reasons);
    }
}
