package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quanheng.scoring.Faults;
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
     * @param approvals share approved by each
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
     * @throws org.quanheng.scoring.FaultyInputException when there are fewer than two models, a class is empty or lengths differ
     */
    public static Comparison of(Map<String, double[]> pds, boolean[] bad) {
        Faults faults = new Faults();
        faults.check(pds.size() >= 2, "models", "two or more", pds.size());
        faults.throwIfAny("The comparison");
        List<Model> models = new ArrayList<>();
        pds.forEach((name, pd) -> models.add(new Model(name, ValidationReport.of(pd, bad))));
        List<Difference> differences = new ArrayList<>();
        double[] champion = pds.values().iterator().next();
        pds.forEach((name, pd) -> {
            if (!name.equals(models.getFirst().name())) {
                differences.add(new Difference(
                        name,
                        aucDifference(champion, pd, bad),
                        paired(champion, pd, bad, Comparison::squaredError),
                        paired(champion, pd, bad, Comparison::logLoss),
                        Arrays.stream(APPROVALS)
                                .mapToObj(share -> swap(champion, pd, bad, share))
                                .toList()));
            }
        });
        return new Comparison(models, differences);
    }

    private static Interval aucDifference(double[] champion, double[] challenger, boolean[] bad) {
        double[][] a = placements(champion, bad);
        double[][] b = placements(challenger, bad);
        double value = 0;
        double variance = 0;
        for (int kind = 0; kind < 2; kind++) {
            double[] differences = new double[a[kind].length];
            for (int i = 0; i < differences.length; i++) {
                differences[i] = b[kind][i] - a[kind][i];
            }
            value = mean(differences);
            variance += variance(differences) / differences.length;
        }
        return Interval.of(value, Math.sqrt(variance));
    }

    /** For each bad case the share of goods below it, then for each good case the share of bads above it; ties count one half. */
    private static double[][] placements(double[] risk, boolean[] bad) {
        Outcomes outcomes = Outcomes.of(risk, bad);
        double[] overGoods = new double[outcomes.bads().length];
        double[] underBads = new double[outcomes.goods().length];
        int b = 0;
        int g = 0;
        for (int row = 0; row < bad.length; row++) {
            if (bad[row]) {
                overGoods[b++] = below(outcomes.goods(), risk[row]);
            } else {
                underBads[g++] = 1 - below(outcomes.bads(), risk[row]);
            }
        }
        return new double[][] {overGoods, underBads};
    }

    private static double below(double[] sorted, double value) {
        return (first(sorted, value, false) + first(sorted, value, true)) / 2.0 / sorted.length;
    }

    /** Number of values below, or at or below, the given one. */
    private static int first(double[] sorted, double value, boolean equalToo) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (equalToo && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @FunctionalInterface
    private interface Loss {
        double of(double pd, boolean bad);
    }

    private static double squaredError(double pd, boolean bad) {
        double gap = pd - (bad ? 1 : 0);
        return gap * gap;
    }

    private static double logLoss(double pd, boolean bad) {
        return -Math.log(Math.max(bad ? pd : 1 - pd, 1e-15));
    }

    private static Interval paired(double[] champion, double[] challenger, boolean[] bad, Loss loss) {
        double[] differences = new double[bad.length];
        for (int row = 0; row < bad.length; row++) {
            differences[row] = loss.of(challenger[row], bad[row]) - loss.of(champion[row], bad[row]);
        }
        return Interval.of(mean(differences), Math.sqrt(variance(differences) / differences.length));
    }

    private static Swap swap(double[] champion, double[] challenger, boolean[] bad, double share) {
        boolean[] old = approved(champion, share);
        boolean[] changed = approved(challenger, share);
        int[] rows = new int[3];
        int[] bads = new int[3];
        for (int row = 0; row < bad.length; row++) {
            int kind = old[row] && changed[row] ? 0 : changed[row] ? 1 : old[row] ? 2 : -1;
            if (kind >= 0) {
                rows[kind]++;
                bads[kind] += bad[row] ? 1 : 0;
            }
        }
        return new Swap(share, rows[0], bads[0], rows[1], bads[1], rows[2], bads[2]);
    }

    /** The given share of least risk; equal risks by row. */
    private static boolean[] approved(double[] pd, double share) {
        boolean[] approved = new boolean[pd.length];
        IntStream.range(0, pd.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> pd[row]))
                .limit(Math.round(share * pd.length))
                .forEach(row -> approved[row] = true);
        return approved;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return values.length < 2
                ? 0
                : Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }
}
