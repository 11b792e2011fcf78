package org.quanheng.scoring.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.quanheng.scoring.Progress;
import org.quanheng.scoring.binning.Binner;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.logistic.Design;
import org.quanheng.scoring.logistic.LogisticRegression;
import org.quanheng.scoring.statistics.Folds;
import org.quanheng.scoring.table.Sample;

/** Which characteristics a model is built on: by information value, correlation, stability, and step by step. */
public final class Selection {
    /** Choosing among characteristics needs no more rows than this. */
    private static final int ROWS_MAX = 20_000;

    private static final double RIDGE = 1;

    private final Sample sample;
    private final SelectionRules rules;
    private final List<Binning> binnings;
    private final List<Left> left = new ArrayList<>();

    private Selection(Sample sample, SelectionRules rules) {
        this.rules = rules;
        Folds part = new Folds(Math.max(2, (sample.rows() + ROWS_MAX - 1) / ROWS_MAX), ~rules.seed());
        this.sample = sample.rows() <= ROWS_MAX ? sample : sample.where(row -> part.of(row) == 0);
        this.binnings = new ArrayList<>(bin(this.sample, sample.features(), rules));
    }

    /**
     * What was kept, strongest first, and what was not.
     *
     * @param features names of those kept
     * @param left the others with why
     */
    public record Selected(List<String> features, List<Left> left) {
        /** Copies the lists. */
        public Selected {
            features = List.copyOf(features);
            left = List.copyOf(left);
        }
    }

    /**
     * A characteristic that was left out.
     *
     * @param feature its name
     * @param why one sentence
     */
    public record Left(String feature, String why) {}

    /** Selects; at least the strongest characteristic is kept. */
    public static Selected select(Sample sample, SelectionRules rules, Progress progress) {
        Selection selection = new Selection(sample, rules);
        selection.byInformation();
        selection.byCorrelation();
        selection.byStability(progress.part(0, 0.5));
        selection.stepwise(progress.part(0.5, 1));
        progress.tell(1);
        return new Selected(selection.binnings.stream().map(Binning::name).toList(), selection.left);
    }

    private static List<Binning> bin(Sample rows, List<String> features, SelectionRules rules) {
        Binner binner = new Binner(rows, rules.binning(), rules.seed());
        return features.stream()
                .map(binner::bin)
                .sorted(Comparator.comparingDouble((Binning b) -> -b.informationValue())
                        .thenComparing(Binning::name))
                .toList();
    }

    private void leave(int feature, String why) {
        left.add(new Left(binnings.get(feature).name(), why));
        binnings.remove(feature);
    }

    private void byInformation() {
        for (int feature = binnings.size() - 1; feature > 0; feature--) {
            double value = binnings.get(feature).informationValue();
            if (value < rules.informationValueMin()) {
                leave(feature, String.format(Locale.ROOT, "its information value is %.4f", value));
            }
        }
    }

    private void byCorrelation() {
        if (rules.correlationMax() >= 1) {
            return;
        }
        List<double[]> columns = new ArrayList<>();
        binnings.forEach(binning -> columns.add(standardised(binning)));
        for (int feature = 1; feature < binnings.size(); feature++) {
            for (int stronger = 0; stronger < feature; stronger++) {
                double correlation = dot(columns.get(feature), columns.get(stronger));
                if (Math.abs(correlation) > rules.correlationMax()) {
                    leave(
                            feature,
                            String.format(
                                    Locale.ROOT,
                                    "its correlation with %s, which is stronger, is %.3f",
                                    binnings.get(stronger).name(),
                                    correlation));
                    columns.remove(feature);
                    feature--;
                    break;
                }
            }
        }
    }

    /** WoE by row, centred and of weighted length 1; zeros when it does not vary. */
    private double[] standardised(Binning binning) {
        byte[] codes = binning.bins().assign(sample.table().column(binning.name()));
        double[] values = new double[codes.length];
        double total = sample.weight();
        double mean = 0;
        for (int row = 0; row < values.length; row++) {
            values[row] = binning.woe(codes[row]);
            mean += sample.weights()[row] / total * values[row];
        }
        double variance = 0;
        for (int row = 0; row < values.length; row++) {
            variance += sample.weights()[row] / total * (values[row] - mean) * (values[row] - mean);
        }
        for (int row = 0; row < values.length; row++) {
            values[row] = variance < 1e-12
                    ? 0
                    : Math.sqrt(sample.weights()[row] / total) * (values[row] - mean) / Math.sqrt(variance);
        }
        return values;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Lasso on halves in complementary pairs; its penalty is the universal one, √(n·ln p / 2) on standardised columns. */
    private void byStability(Progress progress) {
        int[] chosen = new int[binnings.size()];
        for (int draw = 0; draw < rules.draws(); draw++) {
            progress.tell((double) draw / rules.draws());
            Folds halves = new Folds(2, rules.seed() + 1 + draw / 2);
            int half = draw % 2;
            Rows rows = rows(sample.where(row -> halves.of(row) == half), binnings);
            double penalty = Math.sqrt(rows.count() * Math.log(Math.max(2, chosen.length)) / 2);
            double[] beta = rows.regression(indexes(chosen.length)).fit(penalty, 1, new double[chosen.length + 1]);
            for (int feature = 0; feature < chosen.length; feature++) {
                chosen[feature] += beta[feature + 1] > 1e-9 ? 1 : 0;
            }
        }
        for (int feature = chosen.length - 1; feature > 0 && rules.draws() > 0; feature--) {
            double frequency = (double) chosen[feature] / rules.draws();
            if (frequency < rules.frequencyMin()) {
                leave(
                        feature,
                        String.format(Locale.ROOT, "a lasso chose it on %.0f %% of the halves", 100 * frequency));
            }
        }
    }

    private static int[] indexes(int count) {
        int[] indexes = new int[count];
        Arrays.setAll(indexes, i -> i);
        return indexes;
    }

    /** Adds the characteristic that lowers the held-out log-loss most, as long as one does. */
    private void stepwise(Progress progress) {
        if (!rules.stepwise()) {
            return;
        }
        Folds folds = new Folds(rules.folds(), rules.seed());
        List<Rows[]> parts = new ArrayList<>();
        List<String> names = binnings.stream().map(Binning::name).toList();
        for (int fold = 0; fold < rules.folds(); fold++) {
            int held = fold;
            IntPredicate inside = row -> folds.of(row) == held;
            Sample rest = sample.where(inside.negate());
            Binner binner = new Binner(rest, rules.binning(), rules.seed());
            List<Binning> bins = names.stream().map(binner::bin).toList();
            parts.add(new Rows[] {rows(rest, bins), rows(sample.where(inside), bins)});
        }
        List<Integer> taken = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        while (taken.size() < names.size()) {
            progress.tell((double) taken.size() / names.size());
            int best = -1;
            for (int feature = 0; feature < names.size(); feature++) {
                if (!taken.contains(feature)) {
                    double loss = heldOutLoss(parts, taken, feature);
                    best = loss < least ? feature : best;
                    least = Math.min(loss, least);
                }
            }
            if (best < 0) {
                break;
            }
            taken.add(best);
        }
        keep(taken, names);
    }

    private void keep(List<Integer> taken, List<String> names) {
        List<Binning> kept = new ArrayList<>();
        taken.forEach(feature -> kept.add(binnings.get(feature)));
        for (int feature = 0; feature < names.size(); feature++) {
            if (!taken.contains(feature)) {
                left.add(new Left(
                        names.get(feature),
                        "beside those taken before, it does not lower the log-loss on held-out rows"));
            }
        }
        binnings.clear();
        binnings.addAll(kept);
    }

    private static double heldOutLoss(List<Rows[]> parts, List<Integer> taken, int candidate) {
        int[] features = new int[taken.size() + 1];
        for (int i = 0; i < taken.size(); i++) {
            features[i] = taken.get(i);
        }
        features[taken.size()] = candidate;
        double loss = 0;
        for (Rows[] part : parts) {
            double[] beta = part[0].regression(features).fit(RIDGE, new double[features.length + 1]);
            loss += part[1].loss(features, beta);
        }
        return loss;
    }

    private static Rows rows(Sample sample, List<Binning> binnings) {
        List<byte[]> codes = new ArrayList<>();
        List<double[]> woes = new ArrayList<>();
        for (Binning binning : binnings) {
            codes.add(binning.bins().assign(sample.table().column(binning.name())));
            woes.add(binning.woes());
        }
        boolean[] good = new boolean[sample.rows()];
        for (int row = 0; row < good.length; row++) {
            good[row] = !sample.bad()[row];
        }
        return new Rows(codes, woes, good, sample.weights());
    }

    /** Rows as WoE of every characteristic. */
    private static final class Rows {
        private final List<byte[]> codes;
        private final List<double[]> woes;
        private final boolean[] good;
        private final double[] weights;

        Rows(List<byte[]> codes, List<double[]> woes, boolean[] good, double[] weights) {
            this.codes = codes;
            this.woes = woes;
            this.good = good;
            this.weights = weights;
        }

        int count() {
            return good.length;
        }

        LogisticRegression regression(int[] features) {
            return new LogisticRegression(
                    new Design(
                            good.length,
                            Arrays.stream(features).mapToObj(codes::get).toList(),
                            Arrays.stream(features).mapToObj(woes::get).toList()),
                    good,
                    weights);
        }

        double loss(int[] features, double[] beta) {
            double[] logOdds = regression(features).linear(beta);
            double loss = 0;
            for (int row = 0; row < logOdds.length; row++) {
                double signed = good[row] ? logOdds[row] : -logOdds[row];
                loss += weights[row] * (Math.max(0, -signed) + Math.log1p(Math.exp(-Math.abs(signed))));
            }
            return loss;
        }
    }
}
