package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanheng.scoring.Faults;
import org.quanheng.scoring.statistics.Wilson;

/**
 * A model within one period or segment.
 *
 * @param name the period or segment; rows without one are under "missing"
 * @param rows cases
 * @param bads bad cases
 * @param expected mean PD
 * @param observed share of bads
 * @param interval 95 % interval of that share
 * @param auc within the slice; null when it has one class only
 * @param stability of the PDs of the slice against those of all other rows; null when there are no others
 */
public record Slice(
        String name,
        int rows,
        int bads,
        double expected,
        double observed,
        Wilson interval,
        @Nullable Auc auc,
        @Nullable Stability stability) {
    private static final int BANDS = 10;

    /** True when the mean PD lies within the interval of what happened. */
    public boolean isCalibrated() {
        return interval.holds(expected);
    }

    /**
     * Slices in the order of their names.
     *
     * @param key period or segment by row, null for missing
     * @throws org.quanheng.scoring.FaultyInputException when lengths differ or a PD is NaN
     */
    public static List<Slice> of(double[] pd, boolean[] bad, List<? extends @Nullable String> key) {
        Faults faults = new Faults();
        faults.check(pd.length == bad.length, "PDs", "one for each of the " + bad.length + " outcomes", pd.length);
        faults.check(key.size() == bad.length, "keys", "one for each of the " + bad.length + " rows", key.size());
        faults.check(Arrays.stream(pd).noneMatch(Double::isNaN), "PDs", "numbers", "NaN among them");
        faults.throwIfAny("The slices");
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < bad.length; row++) {
            String name = key.get(row);
            rows.computeIfAbsent(name == null ? "missing" : name, none -> new ArrayList<>())
                    .add(row);
        }
        double[] cuts = cuts(pd);
        double[] all = counts(pd, null, cuts);
        List<Slice> slices = new ArrayList<>();
        rows.forEach((name, members) -> slices.add(slice(name, members, pd, bad, cuts, all)));
        return slices;
    }

    private static Slice slice(
            String name, List<Integer> members, double[] pd, boolean[] bad, double[] cuts, double[] all) {
        double[] risks = new double[members.size()];
        boolean[] outcomes = new boolean[risks.length];
        double expected = 0;
        int bads = 0;
        for (int i = 0; i < risks.length; i++) {
            risks[i] = pd[members.get(i)];
            outcomes[i] = bad[members.get(i)];
            expected += risks[i];
            bads += outcomes[i] ? 1 : 0;
        }
        double[] own = counts(pd, members, cuts);
        double[] others = new double[all.length];
        Arrays.setAll(others, band -> all[band] - own[band]);
        boolean comparable = own.length > 1 && Arrays.stream(others).sum() > 0;
        return new Slice(
                name,
                risks.length,
                bads,
                expected / risks.length,
                (double) bads / risks.length,
                Wilson.of(bads, risks.length),
                bads == 0 || bads == risks.length ? null : Auc.of(risks, outcomes),
                comparable ? Stability.of(others, own) : null);
    }

    /** Up to nine different values that divide all PDs into about equal bands. */
    private static double[] cuts(double[] pd) {
        double[] sorted = pd.clone();
        Arrays.sort(sorted);
        double[] cuts = new double[BANDS - 1];
        Arrays.setAll(cuts, i -> sorted[(int) ((long) sorted.length * (i + 1) / BANDS)]);
        return Arrays.stream(cuts).distinct().toArray();
    }

    private static double[] counts(double[] pd, @Nullable List<Integer> members, double[] cuts) {
        double[] counts = new double[cuts.length + 1];
        int rows = members == null ? pd.length : members.size();
        for (int i = 0; i < rows; i++) {
            double value = pd[members == null ? i : members.get(i)];
            int at = Arrays.binarySearch(cuts, value);
            counts[at >= 0 ? at + 1 : -at - 1]++;
        }
        return counts;
    }
}
