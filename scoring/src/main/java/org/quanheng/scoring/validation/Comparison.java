package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.statistics.Normal;

/**
 * Models beside each other on the same cases: the first is the champion, the others challenge it.
 *
 * @param models in the order given
 * @param differences each challenger against the champion
 */
public record Comparison(List<Model> models, List<Difference> differences) {
    /** Copies the lists. */
    public Comparison {
        models = List.copyOf(models);
        differences = List.copyOf(differences);
    }

    /**
     * One model.
     *
     * @param name as given
     * @param report its validation
     */
    public record Model(String name, ValidationReport report) {}

    /**
     * A difference with its 95 % interval.
     *
     * @param value challenger minus champion
     * @param low lower end
     * @param high upper end
     * @param pValue chance of so large a difference when there is none
     */
    public record Interval(double value, double low, double high, double pValue) {
        static Interval of(double value, double error) {
            double half = Normal.quantile(0.975) * error;
            double pValue = error > 0 ? 2 * (1 - Normal.probabilityBelow(Math.abs(value) / error)) : value == 0 ? 1 : 0;
            return new Interval(value, value - half, value + half, pValue);
        }
    }

    /**
     * Who is approved by one model and not by the other when both approve the same share.
     *
     * @param approvals share approved by each, by weight; all below are counts of cases
     * @param both approved by both
     * @param bothBads bad ones among them
     * @param swappedIn approved by the challenger only
     * @param swappedInBads bad ones among them
     * @param swappedOut approved by the champion only
     * @param swappedOutBads bad ones among them
     */
    public record Swap(
            double approvals,
            int both,
            int bothBads,
            int swappedIn,
            int swappedInBads,
            int swappedOut,
            int swappedOutBads) {}

    /**
     * A challenger against the champion.
     *
     * @param challenger name
     * @param auc difference by DeLong's test for two correlated curves (Biometrics 1988)
     * @param brier difference of the mean squared errors, paired by case; below zero the challenger is better
     * @param logLoss the same of the log-loss
     * @param swaps at 50, 70 and 85 % approved
     */
    public record Difference(String challenger, Interval auc, Interval brier, Interval logLoss, List<Swap> swaps) {
        /** Copies the list. */
        public Difference {
            swaps = List.copyOf(swaps);
        }
    }

    private static final double[] APPROVALS = {0.5, 0.7, 0.85};

    /**
     * Compares PDs of the same cases.
     *
     * @param pds by model, in the order of the map; the first is the champion
     * @param weights above zero, by row
     * @throws org.quanheng.fault.FaultyInputException when there are fewer than two models, a class is empty or lengths differ
     */
    public static Comparison of(Map<String, double[]> pds, boolean[] bad, double[] weights) {
        Faults faults = new Faults("comparison");
        faults.require(pds.size() >= 2, "models", "two or more", pds.size());
        faults.throwIfAny();
        List<Cases> cases =
                pds.values().stream().map(pd -> Cases.of(pd, bad, weights)).toList();
        List<String> names = List.copyOf(pds.keySet());
        List<Model> models = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        Cases champion = cases.getFirst();
        for (int model = 0; model < names.size(); model++) {
            Cases its = cases.get(model);
            models.add(new Model(names.get(model), ValidationReport.of(its)));
            if (model > 0) {
                differences.add(new Difference(
                        names.get(model),
                        aucDifference(champion, its),
                        paired(champion, its, Figures::squaredError),
                        paired(champion, its, Figures::logLoss),
                        Arrays.stream(APPROVALS)
                                .mapToObj(share -> swap(champion, its, share))
                                .toList()));
            }
        }
        return new Comparison(models, differences);
    }

    private static Interval aucDifference(Cases champion, Cases challenger) {
        double[] a = champion.placements();
        double[] b = challenger.placements();
        double[] differences = new double[a.length];
        Arrays.setAll(differences, row -> b[row] - a[row]);
        double variance = challenger.varianceOfMean(differences, true) + challenger.varianceOfMean(differences, false);
        return Interval.of(challenger.mean(differences, true), Math.sqrt(variance));
    }

    @FunctionalInterface
    private interface Loss {
        double of(double pd, boolean bad);
    }

    /** Difference of weighted mean losses; its error is of cases drawn one by one, Σw²(d − mean)² / (Σw)² · n/(n − 1). */
    private static Interval paired(Cases champion, Cases challenger, Loss loss) {
        int rows = champion.rows();
        double[] differences = new double[rows];
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            boolean bad = champion.isBad(row);
            differences[row] = loss.of(challenger.riskOf(row), bad) - loss.of(champion.riskOf(row), bad);
            sum += champion.weightOf(row) * differences[row];
        }
        double mean = sum / champion.weight();
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            double gap = champion.weightOf(row) * (differences[row] - mean);
            squares += gap * gap;
        }
        return Interval.of(mean, Math.sqrt(squares * rows / (rows - 1)) / champion.weight());
    }

    private static Swap swap(Cases champion, Cases challenger, double share) {
        boolean[] old = approved(champion, share);
        boolean[] changed = approved(challenger, share);
        int[] rows = new int[3];
        int[] bads = new int[3];
        for (int row = 0; row < old.length; row++) {
            int kind = old[row] && changed[row] ? 0 : changed[row] ? 1 : old[row] ? 2 : -1;
            if (kind >= 0) {
                rows[kind]++;
                bads[kind] += champion.isBad(row) ? 1 : 0;
            }
        }
        return new Swap(share, rows[0], bads[0], rows[1], bads[1], rows[2], bads[2]);
    }

    /** The given share, by weight, of least risk; equal risks by row. */
    private static boolean[] approved(Cases cases, double share) {
        int[] order = IntStream.range(0, cases.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(cases::riskOf))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] approved = new boolean[order.length];
        double passed = 0;
        for (int row : order) {
            approved[row] = passed + cases.weightOf(row) / 2 <= share * cases.weight();
            passed += cases.weightOf(row);
        }
        return approved;
    }
}
