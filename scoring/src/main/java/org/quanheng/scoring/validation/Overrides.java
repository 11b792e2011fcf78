package org.quanheng.scoring.validation;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.statistics.Wilson;

/**
 * Where people decided otherwise than the model's cut-off, and what came of it (Siddiqi, Credit Risk Scorecards, 2006).
 *
 * @param rows decisions
 * @param share of them that are overrides
 * @param agreedApprovals approved, PD at most the cut-off
 * @param lowSide approved although the PD is above the cut-off
 * @param agreedRefusals refused, PD above the cut-off
 * @param highSide refused although the PD is at most the cut-off
 */
public record Overrides(
        int rows, double share, Group agreedApprovals, Group lowSide, Group agreedRefusals, Group highSide) {
    /**
     * One kind of decision.
     *
     * @param rows decisions
     * @param expected mean PD; NaN without rows
     * @param known how many of them have an outcome
     * @param bads bad ones among those
     * @param interval of the share of bads; 0 to 1 when no outcome is known
     */
    public record Group(int rows, double expected, int known, int bads, Wilson interval) {}

    /**
     * Compares decisions with the cut-off.
     *
     * @param pd by row
     * @param approved what people decided
     * @param bad outcome, null while unknown, as for everyone who was refused
     * @param cutOff largest PD that the model would approve
     * @throws org.quanheng.fault.FaultyInputException when lengths differ, a PD is NaN or there is no row
     */
    public static Overrides of(double[] pd, boolean[] approved, List<? extends @Nullable Boolean> bad, double cutOff) {
        Faults faults = new Faults("overrides");
        faults.require(pd.length > 0, "decisions", "at least one", 0);
        faults.require(approved.length == pd.length, "decisions", "one for each PD, " + pd.length, approved.length);
        faults.require(bad.size() == pd.length, "outcomes", "one for each PD, " + pd.length, bad.size());
        for (int row = 0; row < pd.length; row++) {
            faults.require(pd[row] >= 0 && pd[row] <= 1, "PD of row " + row, "0 to 1", pd[row]);
        }
        faults.throwIfAny();
        Group lowSide = group(pd, approved, bad, cutOff, true, false);
        Group highSide = group(pd, approved, bad, cutOff, false, true);
        return new Overrides(
                pd.length,
                (double) (lowSide.rows() + highSide.rows()) / pd.length,
                group(pd, approved, bad, cutOff, true, true),
                lowSide,
                group(pd, approved, bad, cutOff, false, false),
                highSide);
    }

    private static Group group(
            double[] pd,
            boolean[] approved,
            List<? extends @Nullable Boolean> bad,
            double cutOff,
            boolean yes,
            boolean within) {
        int[] rows = IntStream.range(0, pd.length)
                .filter(row -> approved[row] == yes && pd[row] <= cutOff == within)
                .toArray();
        int known = 0;
        int bads = 0;
        double sum = 0;
        for (int row : rows) {
            Boolean outcome = bad.get(row);
            known += outcome == null ? 0 : 1;
            bads += Boolean.TRUE.equals(outcome) ? 1 : 0;
            sum += pd[row];
        }
        return new Group(rows.length, sum / rows.length, known, bads, Wilson.of(bads, known));
    }
}
