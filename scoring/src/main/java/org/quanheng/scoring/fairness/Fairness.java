package org.quanheng.scoring.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.scoring.statistics.Wilson;
import org.quanheng.scoring.validation.Auc;

/**
 * Approvals and errors by group.
 *
 * @param groups in alphabetical order; rows without a group are under "missing"
 * @param impactRatio smallest approval rate of a group over the largest; the US four-fifths convention asks for 0.8 (29 CFR 1607.4)
 * @param approvalGap largest approval rate minus smallest
 * @param wrongRefusalGap the same of the share of goods who were refused (equal opportunity, Hardt, Price, Srebro, NeurIPS 2016)
 * @param wrongApprovalGap the same of the share of bads who were approved
 */
public record Fairness(
        List<Group> groups, double impactRatio, double approvalGap, double wrongRefusalGap, double wrongApprovalGap) {
    /** Copies the list. */
    public Fairness {
        groups = List.copyOf(groups);
    }

    /**
     * One group.
     *
     * @param name as in the data
     * @param rows cases
     * @param approved share approved
     * @param low lower end of its 95 % interval (Wilson)
     * @param high upper end
     * @param wronglyRefused share of its goods who were refused; NaN without goods
     * @param wronglyApproved share of its bads who were approved; NaN without bads
     * @param expected mean PD
     * @param observed share of bads
     * @param auc within the group; NaN when it has one class only
     */
    public record Group(
            String name,
            int rows,
            double approved,
            double low,
            double high,
            double wronglyRefused,
            double wronglyApproved,
            double expected,
            double observed,
            double auc) {}

    /**
     * Measures who is approved when the PD is at most the cut-off.
     *
     * @param pd by row
     * @param group by row, null for missing; never a feature of the model
     * @throws org.quanheng.fault.FaultyInputException when lengths differ or a PD is NaN
     */
    public static Fairness of(double[] pd, boolean[] bad, List<@Nullable String> group, double cutOff) {
        Faults faults = new Faults("fairness measures");
        faults.require(pd.length == bad.length, "PDs", "one for each of the " + bad.length + " outcomes", pd.length);
        faults.require(
                group.size() == bad.length, "groups", "one for each of the " + bad.length + " rows", group.size());
        for (int row = 0; row < pd.length; row++) {
            faults.require(!Double.isNaN(pd[row]), "PD of row " + row, "a number", "NaN");
        }
        faults.require(bad.length > 0, "rows", "at least one", 0);
        faults.throwIfAny();
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < bad.length; row++) {
            String name = group.get(row);
            rows.computeIfAbsent(name == null ? "missing" : name, key -> new ArrayList<>())
                    .add(row);
        }
        List<Group> groups = new ArrayList<>();
        rows.forEach((name, members) -> groups.add(measure(name, members, pd, bad, cutOff)));
        double least = groups.stream().mapToDouble(Group::approved).min().orElse(0);
        double most = groups.stream().mapToDouble(Group::approved).max().orElse(0);
        return new Fairness(
                groups,
                most > 0 ? least / most : 1,
                most - least,
                gap(groups.stream().mapToDouble(Group::wronglyRefused).toArray()),
                gap(groups.stream().mapToDouble(Group::wronglyApproved).toArray()));
    }

    private static double gap(double[] rates) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double rate : rates) {
            if (!Double.isNaN(rate)) {
                least = Math.min(least, rate);
                most = Math.max(most, rate);
            }
        }
        return Math.max(0, most - least);
    }

    private static Group measure(String name, List<Integer> rows, double[] pd, boolean[] bad, double cutOff) {
        int approved = 0;
        int bads = 0;
        int approvedBads = 0;
        double expected = 0;
        double[] risks = new double[rows.size()];
        boolean[] outcomes = new boolean[rows.size()];
        for (int i = 0; i < risks.length; i++) {
            int row = rows.get(i);
            risks[i] = pd[row];
            outcomes[i] = bad[row];
            boolean yes = pd[row] <= cutOff;
            approved += yes ? 1 : 0;
            bads += bad[row] ? 1 : 0;
            approvedBads += yes && bad[row] ? 1 : 0;
            expected += pd[row];
        }
        int count = rows.size();
        int goods = count - bads;
        Wilson interval = Wilson.of(approved, count);
        return new Group(
                name,
                count,
                (double) approved / count,
                interval.low(),
                interval.high(),
                goods == 0 ? Double.NaN : (double) (goods - approved + approvedBads) / goods,
                bads == 0 ? Double.NaN : (double) approvedBads / bads,
                expected / count,
                (double) bads / count,
                bads == 0 || goods == 0 ? Double.NaN : Auc.of(risks, outcomes).value());
    }
}
