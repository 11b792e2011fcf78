package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.List;
import org.quanheng.scoring.calibration.Platt;
import org.quanheng.scoring.statistics.Gamma;
import org.quanheng.scoring.statistics.Wilson;

/**
 * Whether PDs mean what they say.
 *
 * @param expected mean PD
 * @param observed share of bads
 * @param intercept of the outcome on the log-odds; 0 is right (Cox 1958)
 * @param slope of the outcome on the log-odds; 1 is right, below 1 the PDs are too bold
 * @param hosmerLemeshow χ² over the groups (Hosmer and Lemeshow, 1980)
 * @param pValue of that χ²; groups degrees of freedom, since the PDs are of rows that the model has not seen
 * @param reliability the groups, about equal in number, by rising PD
 */
public record CalibrationCheck(
        double expected,
        double observed,
        double intercept,
        double slope,
        double hosmerLemeshow,
        double pValue,
        List<Group> reliability) {
    private static final int GROUPS = 10;

    /** Copies the list. */
    public CalibrationCheck {
        reliability = List.copyOf(reliability);
    }

    /**
     * One group of the reliability table.
     *
     * @param from least PD
     * @param to largest PD
     * @param rows cases
     * @param effectiveRows how many cases of equal weight tell as much
     * @param expected mean PD
     * @param observed share of bads
     */
    public record Group(double from, double to, int rows, double effectiveRows, double expected, double observed) {
        /** 95 % interval of the share of bads. */
        public Wilson interval() {
            return Wilson.of(observed * effectiveRows, effectiveRows);
        }

        /** Squared distance of observed from expected over its variance if the PDs are right. */
        private double chiSquare() {
            double variance = expected * (1 - expected);
            double gap = observed - expected;
            return variance > 0 ? effectiveRows * gap * gap / variance : 0;
        }
    }

    /** Check on ten groups of cases whose risks are PDs. */
    public static CalibrationCheck of(Cases cases) {
        Platt platt = platt(cases);
        List<Group> groups = groups(cases, GROUPS);
        double chiSquare = groups.stream().mapToDouble(Group::chiSquare).sum();
        double expected = 0;
        for (int level = 0; level < cases.levels(); level++) {
            expected += cases.risk(level) * (cases.goods(level) + cases.bads(level));
        }
        return new CalibrationCheck(
                expected / cases.weight(),
                cases.bads() / cases.weight(),
                platt.intercept(),
                platt.slope(),
                chiSquare,
                Gamma.chiSquareAbove(chiSquare, groups.size()),
                groups);
    }

    private static Platt platt(Cases cases) {
        double[] logOdds = new double[cases.rows()];
        boolean[] bad = new boolean[cases.rows()];
        double[] weights = new double[cases.rows()];
        for (int row = 0; row < logOdds.length; row++) {
            double p = Math.clamp(cases.riskOf(row), 1e-12, 1 - 1e-12);
            logOdds[row] = Math.log(p / (1 - p));
            bad[row] = cases.isBad(row);
            weights[row] = cases.weightOf(row);
        }
        return Platt.fit(logOdds, bad, weights);
    }

    /** Groups of about equal weight; cases of equal PD stay together. */
    private static List<Group> groups(Cases cases, int wanted) {
        List<Integer> found = new ArrayList<>();
        double passed = 0;
        int full = 0;
        for (int level = 0; level < cases.levels(); level++) {
            passed += cases.goods(level) + cases.bads(level);
            int tenths = (int) Math.floor(wanted * passed / cases.weight() * (1 + 1e-12));
            if (tenths > full || level == cases.levels() - 1) {
                found.add(level + 1);
                full = tenths;
            }
        }
        int[] ends = found.stream().mapToInt(Integer::intValue).toArray();
        double[] effective = cases.effectiveUpTo(ends);
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group < ends.length; group++) {
            groups.add(group(cases, group == 0 ? 0 : ends[group - 1], ends[group], effective[group]));
        }
        return groups;
    }

    private static Group group(Cases cases, int from, int to, double effective) {
        double expected = 0;
        double bads = 0;
        double weight = 0;
        int rows = 0;
        for (int level = from; level < to; level++) {
            double here = cases.goods(level) + cases.bads(level);
            expected += cases.risk(level) * here;
            bads += cases.bads(level);
            weight += here;
            rows += cases.rows(level);
        }
        return new Group(cases.risk(from), cases.risk(to - 1), rows, effective, expected / weight, bads / weight);
    }
}
