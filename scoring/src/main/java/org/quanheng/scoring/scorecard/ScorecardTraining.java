package org.quanheng.scoring.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.quanheng.scoring.Faults;
import org.quanheng.scoring.binning.Binner;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.calibration.Platt;
import org.quanheng.scoring.logistic.Design;
import org.quanheng.scoring.logistic.LogisticRegression;
import org.quanheng.scoring.statistics.Folds;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.validation.Auc;

/** Trains a scorecard; everything that is chosen is chosen on rows held out from what it is judged by. */
final class ScorecardTraining {
    private final Sample sample;
    private final ScorecardRules rules;
    private final boolean[] good;
    private final List<Double> penalties;

    ScorecardTraining(Sample sample, ScorecardRules rules) {
        this.sample = sample;
        this.rules = rules;
        this.good = good(sample);
        this.penalties =
                rules.penalties().stream().sorted(Comparator.reverseOrder()).toList();
        check();
    }

    private void check() {
        Faults faults = new Faults();
        for (String own : rules.ownBinning().keySet()) {
            faults.check(sample.features().contains(own), "binning rules of " + own, "a feature", "no such feature");
        }
        Folds folds = new Folds(rules.folds(), rules.seed());
        int[][] classes = new int[rules.folds()][2];
        for (int row = 0; row < good.length; row++) {
            classes[folds.of(row)][good[row] ? 0 : 1]++;
        }
        int goods = Arrays.stream(classes).mapToInt(c -> c[0]).sum();
        int bads = Arrays.stream(classes).mapToInt(c -> c[1]).sum();
        for (int[] fold : classes) {
            if (goods - fold[0] < 1 || bads - fold[1] < 1 || fold[0] + fold[1] == 0) {
                faults.add(
                        "sample",
                        "goods and bads enough for " + rules.folds() + " folds",
                        goods + " goods and " + bads + " bads",
                        "fewer folds or more cases");
                break;
            }
        }
        faults.throwIfAny("The training");
    }

    Scorecard train() {
        double[][] outOfFold = crossValidate();
        int best = 0;
        for (int i = 1; i < outOfFold.length; i++) {
            if (loss(outOfFold[i]) < loss(outOfFold[best])) {
                best = i;
            }
        }
        Platt calibration = Platt.fit(outOfFold[best], good, sample.weights());
        Fit fit = fit(sample, good);
        double[] beta = fit.beta(penalties.get(best), new double[fit.binnings.size() + 1]);
        if (calibration.slope() <= 0 || Arrays.stream(beta).skip(1).allMatch(b -> b <= 0)) {
            Faults faults = new Faults();
            faults.add("features", "at least one that separates goods from bads", "none does on held-out rows");
            throw faults.exception("The sample");
        }
        double[] calibrated =
                Arrays.stream(outOfFold[best]).map(calibration::apply).toArray();
        double[] risk = Arrays.stream(calibrated).map(logOdds -> -logOdds).toArray();
        Development development = new Development(
                sample.rows(),
                count(sample.bad()),
                penalties.get(best),
                calibration,
                Auc.of(risk, sample.bad()),
                loss(calibrated),
                left(fit, beta));
        return scale(fit, beta, calibration, development);
    }

    /** Log-odds of each row from models that have not seen it, by penalty. */
    private double[][] crossValidate() {
        Folds folds = new Folds(rules.folds(), rules.seed());
        double[][] outOfFold = new double[penalties.size()][sample.rows()];
        for (int fold = 0; fold < folds.count(); fold++) {
            int held = fold;
            Sample rest = sample.where(row -> folds.of(row) != held);
            Sample out = sample.where(row -> folds.of(row) == held);
            Fit fit = fit(rest, good(rest));
            Design outDesign = design(out, fit.binnings);
            LogisticRegression prediction = new LogisticRegression(outDesign, good(out), out.weights());
            double[] beta = new double[fit.binnings.size() + 1];
            for (int i = 0; i < penalties.size(); i++) {
                beta = fit.beta(penalties.get(i), beta);
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

    /** Bins of a sample and the regression on their WoE. */
    private static final class Fit {
        private final List<Binning> binnings;
        private final LogisticRegression regression;

        Fit(List<Binning> binnings, LogisticRegression regression) {
            this.binnings = binnings;
            this.regression = regression;
        }

        double[] beta(double penalty, double[] start) {
            return regression.fit(penalty, start);
        }
    }

    private Fit fit(Sample part, boolean[] partGood) {
        List<Binning> binnings = new ArrayList<>();
        for (String feature : part.features()) {
            binnings.add(new Binner(part, rules.binning(feature), rules.seed()).bin(feature));
        }
        return new Fit(binnings, new LogisticRegression(design(part, binnings), partGood, part.weights()));
    }

    private static Design design(Sample part, List<Binning> binnings) {
        List<byte[]> codes = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (Binning binning : binnings) {
            codes.add(binning.bins().assign(part.table().column(binning.name())));
            values.add(binning.woes());
        }
        return new Design(part.rows(), codes, values);
    }

    private List<Development.Left> left(Fit fit, double[] beta) {
        List<Development.Left> left = new ArrayList<>();
        for (int j = 0; j < fit.binnings.size(); j++) {
            if (beta[j + 1] <= 0) {
                Binning binning = fit.binnings.get(j);
                left.add(new Development.Left(
                        binning.name(),
                        binning.bins().regular() <= 1 && binning.informationValue() < 1e-9
                                ? "no two bins keep the constraints"
                                : "beside the others its sign would be wrong, so its coefficient is held at zero"));
            }
        }
        return left;
    }

    private Scorecard scale(Fit fit, double[] beta, Platt calibration, Development development) {
        Scaling scaling = rules.scaling();
        double logOdds = beta[0];
        List<Characteristic> characteristics = new ArrayList<>();
        for (int j = 0; j < fit.binnings.size(); j++) {
            Binning binning = fit.binnings.get(j);
            double[] woe = binning.woes();
            double mean = 0;
            for (int bin = 0; bin < woe.length; bin++) {
                mean += binning.share(bin) * woe[bin];
            }
            logOdds += beta[j + 1] * mean;
            if (beta[j + 1] > 0) {
                double coefficient = beta[j + 1] * calibration.slope();
                double[] points = new double[woe.length];
                for (int bin = 0; bin < woe.length; bin++) {
                    points[bin] = scaling.round(scaling.factor() * coefficient * (woe[bin] - mean));
                }
                characteristics.add(new Characteristic(binning, coefficient, points));
            }
        }
        characteristics.sort(
                Comparator.comparingDouble(ScorecardTraining::spread).reversed());
        double base = scaling.round(scaling.points(calibration.apply(logOdds)));
        return new Scorecard(scaling, base, characteristics, development);
    }

    /** Variance of the points over the development sample. */
    private static double spread(Characteristic characteristic) {
        double sum = 0;
        for (int bin = 0; bin < characteristic.bins().count(); bin++) {
            double difference = characteristic.points(bin) - characteristic.neutral();
            sum += characteristic.binning().share(bin) * difference * difference;
        }
        return sum;
    }

    private double loss(double[] logOdds) {
        double loss = 0;
        for (int row = 0; row < logOdds.length; row++) {
            double signed = good[row] ? logOdds[row] : -logOdds[row];
            loss += sample.weights()[row] * Math.log1p(Math.exp(-signed));
        }
        return loss / sample.weight();
    }

    private static boolean[] good(Sample sample) {
        boolean[] good = new boolean[sample.rows()];
        for (int row = 0; row < good.length; row++) {
            good[row] = !sample.bad()[row];
        }
        return good;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
