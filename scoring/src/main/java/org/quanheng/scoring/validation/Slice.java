package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
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
     * @param cases whose risks are PDs
     * @param key period or segment by row, null for missing
     * @throws org.quanheng.fault.FaultyInputException when lengths differ
     */
    public static List<Slice> of(Cases cases, List<? extends @Nullable String> key) {
        Faults faults = new Faults("slices");
        faults.require(key.size() == cases.rows(), "keys", "one for each of the " + cases.rows() + " rows", key.size());
        faults.throwIfAny();
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < cases.rows(); row++) {
            String name = key.get(row);
            rows.computeIfAbsent(name == null ? "missing" : name, none -> new ArrayList<>())
                    .add(row);
        }
        double[] cuts = cuts(cases);
        List<Slice> slices = new ArrayList<>();
        rows.forEach((name, members) -> slices.add(slice(name, members, cases, cuts)));
        return slices;
    }

    private static Slice slice(String name, List<Integer> members, Cases cases, double[] cuts) {
        int[] own = members.stream().mapToInt(Integer::intValue).toArray();
        boolean[] inside = new boolean[cases.rows()];
        double expected = 0;
        double badWeight = 0;
        double weight = 0;
        int bads = 0;
        for (int row : own) {
            inside[row] = true;
            expected += cases.weightOf(row) * cases.riskOf(row);
            badWeight += cases.isBad(row) ? cases.weightOf(row) : 0;
            weight += cases.weightOf(row);
            bads += cases.isBad(row) ? 1 : 0;
        }
        int[] others =
                IntStream.range(0, inside.length).filter(row -> !inside[row]).toArray();
        double effective = cases.effective(own);
        Cases slice = cases.among(own);
        return new Slice(
                name,
                own.length,
                bads,
                expected / weight,
                badWeight / weight,
                Wilson.of(badWeight / weight * effective, effective),
                slice == null ? null : Auc.of(slice),
                cuts.length > 0 && others.length > 0
                        ? Stability.of(counts(cases, others, cuts), counts(cases, own, cuts))
                        : null);
    }

    /** Up to nine different values that divide all PDs into about equal bands. */
    private static double[] cuts(Cases cases) {
        double[] sorted = new double[cases.rows()];
        Arrays.setAll(sorted, cases::riskOf);
        Arrays.sort(sorted);
        double[] cuts = new double[BANDS - 1];
        Arrays.setAll(cuts, i -> sorted[(int) ((long) sorted.length * (i + 1) / BANDS)]);
        return Arrays.stream(cuts).distinct().toArray();
    }

    /** Weight by band, scaled to the effective number of cases, so that the χ² test says what chance explains. */
    private static double[] counts(Cases cases, int[] members, double[] cuts) {
        double[] counts = new double[cuts.length + 1];
        for (int row : members) {
            int at = Arrays.binarySearch(cuts, cases.riskOf(row));
            counts[at >= 0 ? at + 1 : -at - 1] += cases.weightOf(row);
        }
        double scale = cases.effective(members) / Arrays.stream(counts).sum();
        return Arrays.stream(counts).map(count -> count * scale).toArray();
    }
}
