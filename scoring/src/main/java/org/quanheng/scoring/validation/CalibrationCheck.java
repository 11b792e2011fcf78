package org.quanheng.scoring.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
     * @param expected mean PD
     * @param observed share of bads
     */
    public record Group(double from, double to, int rows, double expected, double observed) {
        /** 95 % interval of the share of bads. */
        public Wilson interval() {
            return Wilson.of(observed * rows, rows);
        }
    }

    /** Check on ten groups. Throws when a class is empty or a PD is NaN. */
    public static CalibrationCheck of(double[] pd, boolean[] bad) {
        Outcomes.check(pd, bad);
        double[] logOdds = new double[pd.length];
        double sumPd = 0;
        double sumBad = 0;
        for (int row = 0; row < pd.length; row++) {
            double p = Math.clamp(pd[row], 1e-12, 1 - 1e-12);
            logOdds[row] = Math.log(p / (1 - p));
            sumPd += pd[row];
            sumBad += bad[row] ? 1 : 0;
        }
        Platt platt = Platt.fit(logOdds, bad);
        List<Group> groups = groups(pd, bad, 10);
        double chiSquare = 0;
        for (Group group : groups) {
            double variance = group.rows() * group.expected() * (1 - group.expected());
            double gap = group.rows() * (group.observed() - group.expected());
            chiSquare += variance > 0 ? gap * gap / variance : 0;
        }
        return new CalibrationCheck(
                sumPd / pd.length,
                sumBad / pd.length,
                platt.intercept(),
                platt.slope(),
                chiSquare,
                Gamma.chiSquareAbove(chiSquare, groups.size()),
                groups);
    }

    private static List<Group> groups(double[] pd, boolean[] bad, int wanted) {
        int[] order = IntStream.range(0, pd.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> pd[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Group> groups = new ArrayList<>();
        int from = 0;
        for (int group = 1; group <= wanted; group++) {
            int to = (int) ((long) order.length * group / wanted);
            while (to > from && to < order.length && pd[order[to]] == pd[order[to - 1]]) {
                to++;
            }
            if (to > from) {
                groups.add(group(pd, bad, order, from, to));
                from = to;
            }
        }
        return groups;
    }

    private static Group group(double[] pd, boolean[] bad, int[] order, int from, int to) {
        double expected = 0;
        int bads = 0;
        for (int i = from; i < to; i++) {
            expected += pd[order[i]];
            bads += bad[order[i]] ? 1 : 0;
        }
        int rows = to - from;
        return new Group(pd[order[from]], pd[order[to - 1]], rows, expected / rows, (double) bads / rows);
    }
}
