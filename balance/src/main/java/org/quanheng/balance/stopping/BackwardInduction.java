package org.quanheng.balance.stopping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Optimal stopping over a finite number of stages (Bellman 1957): from the last stage back, each state decides now or goes on, whichever is worth more.
 *
 * <p>V_k(s) = max{ now_k(s), −rate·effort_k + (1 − hazard_k)·E[V_{k+1} | s] }.
 */
public final class BackwardInduction {
    private BackwardInduction() {}

    /** The expected value of the next stage, seen from this one. */
    @FunctionalInterface
    public interface Expectation {
        /**
         * Looks one stage ahead.
         *
         * @param next value of each state of the next stage
         * @return expected value by state of this stage
         */
        double[] of(double[] next);
    }

    /**
     * A stage at which one can stop or go on.
     *
     * @param now value of deciding now, by state
     * @param effort of going on, in the unit that the rate prices, at least 0
     * @param hazard probability of losing the applicant by going on, 0 to 1; an applicant who is lost is worth 0
     * @param expectation of the next stage
     */
    public record Stage(double[] now, double effort, double hazard, Expectation expectation) {}

    /**
     * What is best.
     *
     * @param values by stage and state, the last stage included
     * @param goesOn by stage and state, the last stage not included
     */
    public record Solution(List<double[]> values, List<boolean[]> goesOn) {
        /** Copies the lists, not the arrays. */
        public Solution {
            values = List.copyOf(values);
            goesOn = List.copyOf(goesOn);
        }
    }

    /**
     * Solves the problem exactly for the given expectations. Of two equal values the one that knows more is taken.
     *
     * @param stages in the order in which they are reached
     * @param last value of each state once everything was asked
     * @param rate price of one unit of effort, at least 0
     */
    public static Solution solve(List<Stage> stages, double[] last, double rate) {
        List<double[]> values = new ArrayList<>(List.of(last));
        List<boolean[]> goesOn = new ArrayList<>();
        for (Stage stage : stages.reversed()) {
            double[] ahead = stage.expectation().of(values.getFirst());
            double[] best = stage.now().clone();
            boolean[] goes = new boolean[best.length];
            for (int state = 0; state < best.length; state++) {
                double on = (1 - stage.hazard()) * ahead[state] - rate * stage.effort();
                goes[state] = on >= best[state];
                best[state] = Math.max(on, best[state]);
            }
            values.addFirst(best);
            goesOn.addFirst(goes);
        }
        return new Solution(values, goesOn);
    }

    /** The expectation of a table of transition probabilities: rows are states of this stage, columns of the next. */
    public static Expectation table(double[][] transition) {
        return next -> Arrays.stream(transition)
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int to = 0; to < next.length; to++) {
                        sum += row[to] * next[to];
                    }
                    return sum;
                })
                .toArray();
    }
}
