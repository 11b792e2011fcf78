package org.quanheng.balance.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.quanheng.balance.frontier.Point;
import org.quanheng.balance.live.Passage;
import org.quanheng.balance.live.Rehearsal;
import org.quanheng.experience.Share;
import org.quanheng.fault.Faults;

/**
 * Who is asked more: the minutes of each group against all others at equal risk.
 *
 * <p>People are put into strata of the PD; within each the means are compared, and the differences are weighted by how many of the group
 * are there. A stratum in which a group, or all others, is fewer than two is left out; {@link Gap#compared} says how much is left.
 *
 * @param gaps by column and group, in the order of their names
 */
public record FairnessOfEffort(List<Gap> gaps) {
    private static final int STRATA = 5;
    private static final int FEWEST = 2;

    public FairnessOfEffort {
        gaps = List.copyOf(gaps);
    }

    /**
     * The extra effort of a group.
     *
     * @param column by which people are grouped
     * @param minutes mean minutes more than others at equal risk, with a 95 % interval; negative when less
     * @param people in the group
     * @param compared share of the group that could be compared
     */
    public record Gap(String column, String group, Estimate minutes, int people, double compared) {}

    /**
     * Compares groups.
     *
     * @param minutes effort of each person
     * @param pds risk of each person, the same measure for all
     * @param groups by column, the group of each person, at least two of them
     * @throws org.quanheng.fault.FaultyInputException when lengths differ or there are not two groups
     */
    public static FairnessOfEffort of(double[] minutes, double[] pds, Map<String, List<String>> groups) {
        Faults faults = new Faults("fairness of effort");
        faults.require(pds.length == minutes.length, "PDs", minutes.length + " of them", pds.length);
        SortedMap<String, List<String>> columns = new TreeMap<>(groups);
        columns.forEach((column, people) -> {
            faults.require(people.size() == minutes.length, column, minutes.length + " of them", people.size());
            Set<String> names = new TreeSet<>(people);
            faults.require(names.size() > 1, column, "at least two groups", names);
        });
        faults.throwIfAny();
        int[] strata = strata(pds);
        List<Gap> gaps = new ArrayList<>();
        columns.forEach((column, people) ->
                new TreeSet<>(people).forEach(name -> gaps.add(gap(column, name, minutes, strata, people))));
        return new FairnessOfEffort(gaps);
    }

    /** How the people of a rehearsal would have been asked under one of its plans; risk is the PD with everything known. */
    public static FairnessOfEffort of(Rehearsal played, int plan, double[] pds, Map<String, List<String>> groups) {
        double[] minutes = played.passages(plan).stream()
                .map(Passage::friction)
                .mapToDouble(friction -> friction.minutes())
                .toArray();
        return of(minutes, pds, groups);
    }

    /** Fifths of the PD; equal PDs stay together. */
    private static int[] strata(double[] pds) {
        double[] sorted = pds.clone();
        Arrays.sort(sorted);
        double[] edges = IntStream.range(1, STRATA)
                .mapToDouble(i -> sorted[i * sorted.length / STRATA])
                .toArray();
        return Arrays.stream(pds)
                .mapToInt(pd ->
                        (int) Arrays.stream(edges).filter(edge -> pd >= edge).count())
                .toArray();
    }

    private static Gap gap(String column, String name, double[] minutes, int[] strata, List<String> groups) {
        Moments[][] moments = new Moments[STRATA][2];
        for (Moments[] row : moments) {
            Arrays.setAll(row, i -> new Moments());
        }
        for (int person = 0; person < minutes.length; person++) {
            moments[strata[person]][groups.get(person).equals(name) ? 0 : 1].add(minutes[person]);
        }
        int people = Arrays.stream(moments).mapToInt(row -> row[0].n).sum();
        double compared = 0;
        double gap = 0;
        double variance = 0;
        for (Moments[] row : moments) {
            if (row[0].n >= FEWEST && row[1].n >= FEWEST) {
                compared += row[0].n;
                gap += row[0].n * (row[0].mean() - row[1].mean());
                variance += (double) row[0].n * row[0].n * (row[0].squaredError() + row[1].squaredError());
            }
        }
        double value = compared > 0 ? gap / compared : Double.NaN;
        double half = compared > 0 ? Share.Z_95 * Math.sqrt(variance) / compared : Double.NaN;
        return new Gap(column, name, new Estimate(value, value - half, value + half), people, compared / people);
    }

    /** Whether no group that can be compared is asked more than others by more than a bound, in minutes. */
    public boolean within(double minutes) {
        return gaps.stream().noneMatch(gap -> gap.minutes().value() > minutes);
    }

    /**
     * The plan of most value among those that keep the bound: the optimiser held to fairness.
     *
     * @param rate what a minute of effort is worth, in money
     * @return the number of the plan in the rehearsal, empty when none keeps the bound
     */
    public static OptionalInt best(
            Rehearsal played, double[] pds, Map<String, List<String>> groups, double boundMinutes, double rate) {
        List<Point> points = played.points();
        List<Integer> kept = new ArrayList<>();
        for (int plan = 0; plan < points.size(); plan++) {
            if (of(played, plan, pds, groups).within(boundMinutes)) {
                kept.add(plan);
            }
        }
        return kept.stream()
                .mapToInt(plan -> plan)
                .reduce((a, b) -> value(points.get(b), rate) > value(points.get(a), rate) ? b : a);
    }

    private static double value(Point point, double rate) {
        return point.profit() - rate * point.minutes();
    }

    private static final class Moments {
        private int n;
        private double sum;
        private double squares;

        private void add(double value) {
            n++;
            sum += value;
            squares += value * value;
        }

        private double mean() {
            return sum / n;
        }

        private double squaredError() {
            return Math.max(0, squares - sum * sum / n) / (n - 1) / n;
        }
    }
}
