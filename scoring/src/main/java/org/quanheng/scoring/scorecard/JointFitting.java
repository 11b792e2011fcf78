package org.quanheng.scoring.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.Progress;
import org.quanheng.scoring.additive.AdditiveFit;
import org.quanheng.scoring.additive.Effects;
import org.quanheng.scoring.additive.FineTable;
import org.quanheng.scoring.additive.Pair;
import org.quanheng.scoring.additive.PairSearch;
import org.quanheng.scoring.additive.Steps;
import org.quanheng.scoring.binning.Shape;
import org.quanheng.scoring.statistics.Folds;
import org.quanheng.scoring.table.Sample;

/**
 * The joint scorecard: curves of all characteristics fitted together on fine bins, joined into few bins, and, when asked for, the few
 * pairs that gain on held-out rows. Roughness and pairs are chosen by cross-validation of the joined tables.
 */
final class JointFitting {
    /** Cross-validation looks at no more rows than this; choosing one number needs no more. */
    private static final int VALIDATION_ROWS_MAX = 40_000;

    private static final double PAIR_GAIN_MIN = 3;

    /** A characteristic that moves the log-odds by less than this is not worth asking for. */
    private static final double SPREAD_MIN = 0.02;

    private final ScorecardRules rules;
    private final FineTable table;
    private final Shape[] shapes;
    private final List<Double> roughnesses;

    private final Progress progress;
    private final int fitsInAll;
    private int fitsDone;

    JointFitting(Sample sample, ScorecardRules rules, Progress progress) {
        this.rules = rules;
        this.progress = progress;
        this.fitsInAll = rules.folds() * (rules.penalties().size() + (rules.pairsMax() > 0 ? 1 : 0)) + 2;
        this.table = FineTable.of(sample, rules.splits());
        this.shapes = sample.features().stream()
                .map(feature -> rules.binning(feature).shape())
                .toArray(Shape[]::new);
        this.roughnesses =
                rules.penalties().stream().sorted(Comparator.reverseOrder()).toList();
    }

    /** A model on fine bins together with its joined tables. */
    private static final class Model {
        private final Effects effects;
        private final @Nullable Steps[] steps;

        Model(Effects effects, @Nullable Steps[] steps) {
            this.effects = effects;
            this.steps = steps;
        }

        /** Log-odds of good by the joined tables. */
        double[] logOdds(FineTable rows) {
            double[] sums = new double[rows.rows()];
            Arrays.fill(sums, effects.intercept());
            for (int feature = 0; feature < steps.length; feature++) {
                Steps joined = steps[feature];
                if (joined != null) {
                    joined.addTo(sums, rows, feature);
                }
            }
            effects.pairs().forEach(pair -> pair.addTo(sums, rows));
            return Arrays.stream(sums).map(sum -> -sum).toArray();
        }
    }

    ScorecardTraining.Outcome fit() {
        FineTable seen = table.rows() <= VALIDATION_ROWS_MAX ? table : table.take(part());
        Folds folds = new Folds(rules.folds(), rules.seed());
        double[][] singles = new double[roughnesses.size()][seen.rows()];
        List<List<Effects>> fits = new ArrayList<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            fits.add(singles(seen, folds, fold, singles));
        }
        int best = 0;
        for (int i = 1; i < singles.length; i++) {
            if (outOfFold(singles[i], seen).loss()
                    < outOfFold(singles[best], seen).loss()) {
                best = i;
            }
        }
        OutOfFold chosen = outOfFold(singles[best], seen);
        boolean withPairs = false;
        if (rules.pairsMax() > 0) {
            OutOfFold paired = outOfFold(pairs(seen, folds, fits, best), seen);
            withPairs = paired.loss() < chosen.loss();
            chosen = withPairs ? paired : chosen;
        }
        Effects effects = all(best, withPairs);
        return new ScorecardTraining.Outcome(fitted(join(table, effects)), chosen, roughnesses.get(best));
    }

    private AdditiveFit fitOf(FineTable rows) {
        return new AdditiveFit(rows, shapes, share -> progress.reached((fitsDone + share) / fitsInAll));
    }

    private int[] part() {
        Folds sampling = new Folds((table.rows() + VALIDATION_ROWS_MAX - 1) / VALIDATION_ROWS_MAX, ~rules.seed());
        return IntStream.range(0, table.rows())
                .filter(row -> sampling.of(row) == 0)
                .toArray();
    }

    private static int[] rows(FineTable seen, Folds folds, int fold, boolean held) {
        return IntStream.range(0, seen.rows())
                .filter(row -> (folds.of(row) == fold) == held)
                .toArray();
    }

    /** Fits the single effects of one fold at every roughness and puts the held-out log-odds where they belong. */
    private List<Effects> singles(FineTable seen, Folds folds, int fold, double[][] outOfFold) {
        FineTable rest = seen.take(rows(seen, folds, fold, false));
        int[] heldRows = rows(seen, folds, fold, true);
        FineTable held = seen.take(heldRows);
        AdditiveFit fit = fitOf(rest);
        Effects effects = fit.start();
        List<Effects> fits = new ArrayList<>();
        for (int i = 0; i < roughnesses.size(); i++) {
            effects = fit.fit(roughnesses.get(i), effects, List.of());
            fits.add(effects);
            fitsDone++;
            scatter(join(rest, effects).logOdds(held), heldRows, outOfFold[i]);
        }
        return fits;
    }

    private double[] pairs(FineTable seen, Folds folds, List<List<Effects>> fits, int best) {
        double[] outOfFold = new double[seen.rows()];
        for (int fold = 0; fold < folds.count(); fold++) {
            FineTable rest = seen.take(rows(seen, folds, fold, false));
            int[] heldRows = rows(seen, folds, fold, true);
            Effects effects = paired(rest, fits.get(fold).get(best), best);
            fitsDone++;
            scatter(join(rest, effects).logOdds(seen.take(heldRows)), heldRows, outOfFold);
        }
        return outOfFold;
    }

    private Effects paired(FineTable rows, Effects single, int best) {
        List<Pair> pairs =
                new PairSearch(rows, single.logOdds(rows), rules.seed()).best(rules.pairsMax(), PAIR_GAIN_MIN);
        return pairs.isEmpty() ? single : fitOf(rows).fit(roughnesses.get(best), single, pairs);
    }

    private Effects all(int best, boolean withPairs) {
        AdditiveFit fit = fitOf(table);
        Effects effects = fit.fit(roughnesses.get(best), fit.start(), List.of());
        fitsDone++;
        return withPairs ? paired(table, effects, best) : effects;
    }

    private Model join(FineTable rows, Effects effects) {
        @Nullable Steps[] steps = new @Nullable Steps[shapes.length];
        for (int feature = 0; feature < steps.length; feature++) {
            if (effects.isUsed(feature)) {
                Steps joined = Steps.of(
                        rows, effects, feature, rules.binning(rows.features().get(feature)));
                steps[feature] = joined.agreement() >= 0 && joined.spread() >= SPREAD_MIN ? joined : null;
            }
        }
        return new Model(effects, steps);
    }

    private static void scatter(double[] values, int[] rows, double[] target) {
        for (int i = 0; i < rows.length; i++) {
            target[rows[i]] = values[i];
        }
    }

    private static OutOfFold outOfFold(double[] logOdds, FineTable rows) {
        boolean[] good = new boolean[rows.rows()];
        for (int row = 0; row < good.length; row++) {
            good[row] = !rows.bad()[row];
        }
        return new OutOfFold(logOdds, good, rows.weights());
    }

    private Fitted fitted(Model model) {
        List<Fitted.Main> mains = new ArrayList<>();
        List<Development.Left> left = new ArrayList<>();
        for (int feature = 0; feature < shapes.length; feature++) {
            String name = table.features().get(feature);
            Steps steps = model.steps[feature];
            if (steps == null || Arrays.stream(steps.effects()).allMatch(effect -> Math.abs(effect) < 1e-9)) {
                left.add(new Development.Left(
                        name, "beside the others it explains nothing that its own evidence supports"));
            } else {
                mains.add(JointTables.main(name, steps, rules.binning(name)));
            }
        }
        List<Fitted.Cells> cells = new ArrayList<>();
        for (Pair pair : model.effects.pairs()) {
            cells.add(JointTables.cells(pair, table, pair.firstBins(table), pair.secondBins(table)));
        }
        return new Fitted(-model.effects.intercept(), mains, cells, left);
    }
}
