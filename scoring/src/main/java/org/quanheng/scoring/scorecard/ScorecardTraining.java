package org.quanheng.scoring.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.Progress;
import org.quanheng.scoring.binning.Binner;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.calibration.Platt;
import org.quanheng.scoring.statistics.Folds;
import org.quanheng.scoring.table.Sample;

/** Trains a scorecard: fits effects, calibrates them out of fold, turns them into points. */
final class ScorecardTraining {
    private final Sample sample;
    private final ScorecardRules rules;

    private final Progress progress;

    ScorecardTraining(Sample sample, ScorecardRules rules, Progress progress) {
        this.progress = progress;
        this.sample = sample;
        this.rules = rules;
        check();
    }

    /** What each way of fitting gives. */
    record Outcome(Fitted fitted, OutOfFold outOfFold, double penalty) {}

    private void check() {
        Faults faults = new Faults("training");
        for (String own : rules.ownBinning().keySet()) {
            faults.require(
                    sample.features().contains(own),
                    Phrase.of("binning rules of {0}", own),
                    "a feature",
                    "no such feature");
        }
        rules.splits().forEach((feature, bins) -> {
            if (sample.features().contains(feature)) {
                new Binner(sample, rules.binning(feature), rules.seed()).check(feature, bins, faults);
            } else {
                faults.add(Phrase.of("splits of {0}", feature), "a feature", "no such feature");
            }
        });
        Folds folds = new Folds(rules.folds(), rules.seed());
        int[][] classes = new int[rules.folds()][2];
        for (int row = 0; row < sample.rows(); row++) {
            classes[folds.of(row)][sample.bad()[row] ? 1 : 0]++;
        }
        int goods = Arrays.stream(classes).mapToInt(c -> c[0]).sum();
        int bads = Arrays.stream(classes).mapToInt(c -> c[1]).sum();
        for (int[] fold : classes) {
            if (goods - fold[0] < 1 || bads - fold[1] < 1 || fold[0] + fold[1] == 0) {
                faults.add(
                        "sample",
                        Phrase.of("goods and bads enough for {0} folds", rules.folds()),
                        Phrase.of("{0} goods and {1} bads", goods, bads),
                        "fewer folds or more cases");
                break;
            }
        }
        faults.throwIfAny();
    }

    Scorecard train() {
        Outcome outcome = switch (rules.fitting()) {
            case BY_EVIDENCE -> new EvidenceFitting(sample, rules, progress).fit();
            case TOGETHER -> new JointFitting(sample, rules, progress).fit();
        };
        Platt calibration = outcome.outOfFold().calibration();
        if (calibration.slope() <= 0 || outcome.fitted().mains().isEmpty()) {
            Faults faults = new Faults("sample");
            faults.add("features", "at least one that separates goods from bads", "none does on held-out rows");
            throw faults.exception();
        }
        OutOfFold calibrated = outcome.outOfFold().calibrated(calibration);
        Development development = new Development(
                sample.rows(),
                count(sample.bad()),
                outcome.penalty(),
                calibration,
                calibrated.auc(),
                calibrated.loss(),
                outcome.fitted().left());
        Scorecard card = scale(outcome.fitted(), calibration, development);
        progress.tell(1);
        return new Scorecard(
                card.scaling(),
                card.base(),
                card.characteristics(),
                card.interactions(),
                development.withScores(card.points(sample.table()), sample.weights()));
    }

    private Scorecard scale(Fitted fitted, Platt calibration, Development development) {
        Scaling scaling = rules.scaling();
        double factor = scaling.factor() * calibration.slope();
        double logOdds = fitted.intercept();
        List<Characteristic> characteristics = new ArrayList<>();
        for (Fitted.Main main : fitted.mains()) {
            double mean = main.mean();
            logOdds += mean;
            double[] points = new double[main.count()];
            for (int bin = 0; bin < points.length; bin++) {
                points[bin] = factor * (main.effect(bin) - mean);
            }
            round(points, main.binning());
            characteristics.add(new Characteristic(main.binning(), main.coefficient() * calibration.slope(), points));
        }
        List<Interaction> interactions = new ArrayList<>();
        for (Fitted.Cells cells : fitted.cells()) {
            logOdds += cells.mean();
            interactions.add(cells.scaled(scaling, calibration.slope()));
        }
        characteristics.sort(
                Comparator.comparingDouble(ScorecardTraining::spread).reversed());
        double base = scaling.round(scaling.points(calibration.apply(logOdds)));
        return new Scorecard(scaling, base, characteristics, interactions, development);
    }

    /**
     * Rounds points so that no two bins change their order, which rounding each by itself ensures; where a bend was declared, the steps
     * are rounded instead, from the middle bin outwards, because steps that never grow still never grow when they are rounded.
     */
    private void round(double[] points, Binning binning) {
        double[] exact = points.clone();
        Scaling scaling = rules.scaling();
        Arrays.setAll(points, bin -> scaling.round(exact[bin]));
        int regular = binning.shape().isCurved() ? binning.bins().regular() : 0;
        int middle = regular / 2;
        for (int bin = middle + 1; bin < regular; bin++) {
            points[bin] = points[bin - 1] + scaling.round(exact[bin] - exact[bin - 1]);
        }
        for (int bin = middle - 1; bin >= 0; bin--) {
            points[bin] = points[bin + 1] - scaling.round(exact[bin + 1] - exact[bin]);
        }
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

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
