package org.quanheng.scoring.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.Progress;
import org.quanheng.scoring.binning.Binner;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.logistic.Design;
import org.quanheng.scoring.logistic.LogisticRegression;
import org.quanheng.scoring.statistics.Folds;
import org.quanheng.scoring.table.Sample;

/** The classical scorecard: bins of largest information value, ridge logistic regression on their WoE with every sign held. */
final class EvidenceFitting {
    private final Sample sample;
    private final ScorecardRules rules;
    private final List<Double> penalties;

    private final Progress progress;

    EvidenceFitting(Sample sample, ScorecardRules rules, Progress progress) {
        this.progress = progress;
        this.sample = sample;
        this.rules = rules;
        this.penalties =
                rules.penalties().stream().sorted(Comparator.reverseOrder()).toList();
    }

    ScorecardTraining.Outcome fit() {
        double[][] outOfFold = crossValidate();
        @Nullable OutOfFold best = null;
        double penalty = 0;
        for (int i = 0; i < outOfFold.length; i++) {
            OutOfFold candidate = new OutOfFold(outOfFold[i], good(sample), sample.weights());
            if (best == null || candidate.loss() < best.loss()) {
                best = candidate;
                penalty = penalties.get(i);
            }
        }
        Part part = part(sample);
        double[] beta = part.regression.fit(penalty, rules.lassoShare(), new double[part.binnings.size() + 1]);
        return new ScorecardTraining.Outcome(fitted(part, beta), Objects.requireNonNull(best), penalty);
    }

    private static Fitted fitted(Part part, double[] beta) {
        List<Fitted.Main> mains = new ArrayList<>();
        List<Development.Left> left = new ArrayList<>();
        for (int j = 0; j < part.binnings.size(); j++) {
            Binning binning = part.binnings.get(j);
            double coefficient = beta[j + 1];
            if (coefficient > 0) {
                double[] effects = Arrays.stream(binning.woes())
                        .map(woe -> coefficient * woe)
                        .toArray();
                mains.add(new Fitted.Main(binning, coefficient, effects));
            } else {
                boolean empty = binning.bins().regular() <= 1 && binning.informationValue() < 1e-9;
                left.add(new Development.Left(
                        binning.name(),
                        empty
                                ? "no two bins keep the constraints"
                                : "beside the others its sign would be wrong, so its coefficient is held at zero"));
            }
        }
        return new Fitted(beta[0], mains, List.of(), left);
    }

    /** Log-odds of each row from models that have not seen it, by penalty. */
    private double[][] crossValidate() {
        Folds folds = new Folds(rules.folds(), rules.seed());
        double[][] outOfFold = new double[penalties.size()][sample.rows()];
        for (int fold = 0; fold < folds.count(); fold++) {
            progress.tell((double) fold / (folds.count() + 1));
            int held = fold;
            Sample rest = sample.where(row -> folds.of(row) != held);
            Sample out = sample.where(row -> folds.of(row) == held);
            Part part = part(rest);
            LogisticRegression prediction =
                    new LogisticRegression(design(out, part.binnings), good(out), out.weights());
            double[] beta = new double[part.binnings.size() + 1];
            for (int i = 0; i < penalties.size(); i++) {
                beta = part.regression.fit(penalties.get(i), rules.lassoShare(), beta);
                double[] logOdds = prediction.linear(beta);
                int at = 0;
                for (int row = 0; row < sample.rows(); row++) {
                    if (folds.of(row) == held) {
                        outOfFold[i][row] = logOdds[at++];
                    }
                }
            }
        }
        return outOfFold;
    }

    /** Bins of a part of the sample and the regression on their WoE. */
    private static final class Part {
        private final List<Binning> binnings;
        private final LogisticRegression regression;

        Part(List<Binning> binnings, LogisticRegression regression) {
            this.binnings = binnings;
            this.regression = regression;
        }
    }

    private Part part(Sample rows) {
        List<Binning> binnings = new ArrayList<>();
        for (String feature : rows.features()) {
            Binner binner = new Binner(rows, rules.binning(feature), rules.seed());
            Bins byHand = rules.splits().get(feature);
            binnings.add(byHand == null ? binner.bin(feature) : binner.count(feature, byHand));
        }
        return new Part(binnings, new LogisticRegression(design(rows, binnings), good(rows), rows.weights()));
    }

    private static Design design(Sample rows, List<Binning> binnings) {
        List<byte[]> codes = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (Binning binning : binnings) {
            codes.add(binning.bins().assign(rows.table().column(binning.name())));
            values.add(binning.woes());
        }
        return new Design(rows.rows(), codes, values);
    }

    private static boolean[] good(Sample rows) {
        boolean[] good = new boolean[rows.rows()];
        for (int row = 0; row < good.length; row++) {
            good[row] = !rows.bad()[row];
        }
        return good;
    }
}
