package org.quanheng.balance.stopping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Stopping over the stages of a journey, estimated from cases.
 *
 * <p>Approving is worth the cut-off PD less the applicant's, declining 0. The rows themselves are the states: the value of the next stage is
 * smoothed over its log-odds and then expected under the {@link Law} of each row.
 */
public final class StageStopping {
    private final double[][] logOdds;
    private final List<Law> laws;
    private final List<Asking> askings;
    private final int[] training;
    private final List<LocalLinear> smoothers = new ArrayList<>();
    private final List<double[][]> pdGrids = new ArrayList<>();
    private final double[][] pds;

    /**
     * @param logOdds of bad, calibrated, by stage and row
     * @param laws from each stage to the next, one fewer than stages
     * @param askings the price of going on from each stage, one fewer than stages
     * @param training row numbers from which values and cut-offs are learnt
     */
    public StageStopping(double[][] logOdds, List<Law> laws, List<Asking> askings, int[] training) {
        this.logOdds = logOdds;
        this.laws = List.copyOf(laws);
        this.askings = List.copyOf(askings);
        this.training = training;
        this.pds = new double[logOdds.length][];
        int last = logOdds.length - 1;
        pds[last] = Arrays.stream(logOdds[last]).map(StageStopping::pd).toArray();
        DoubleUnaryOperator next = StageStopping::pd;
        for (int stage = last - 1; stage >= 0; stage--) {
            Law law = laws.get(stage);
            pdGrids.addFirst(law.grid(next));
            pds[stage] = law.byRow(pdGrids.getFirst());
            smoothers.addFirst(new LocalLinear(trained(logOdds[stage])));
            next = smoothers.getFirst().smooth(trained(pds[stage]));
        }
    }

    private static double pd(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private double[] trained(double[] values) {
        return Arrays.stream(training).mapToDouble(row -> values[row]).toArray();
    }

    /** PD of each row at a stage, counted from 0: the expected PD of the end. */
    public double[] pds(int stage) {
        return pds[stage];
    }

    /** Policies at the cut-off that approves a share of the training rows when all are asked everything. */
    public Cutoff approving(double share) {
        return new Cutoff(share);
    }

    /**
     * Who was asked how much, and the answer.
     *
     * @param stage at which each row was decided, counted from 0
     * @param approved by row
     */
    public record Decisions(int[] stage, boolean[] approved) {}

    /** The policies of one share of approvals, one for each exchange rate. */
    public final class Cutoff {
        private final double share;
        private final double pdMax;
        private final double[][] now;
        private final double[] lastGain;

        private Cutoff(double share) {
            this.share = share;
            this.pdMax = smallest(trained(pds[pds.length - 1]), share);
            this.now = new double[pds.length][];
            for (int stage = 0; stage < pds.length; stage++) {
                now[stage] = Arrays.stream(pds[stage])
                        .map(pd -> Math.max(pdMax - pd, 0))
                        .toArray();
            }
            int last = laws.size() - 1;
            this.lastGain = gain(last, logOdds -> Math.max(pdMax - pd(logOdds), 0));
        }

        /** The PD below which it pays to approve when everything is known. */
        public double pdMax() {
            return pdMax;
        }

        /** By how much knowing the next stage is worth more than deciding now, before its price; never negative. */
        private double[] gain(int stage, DoubleUnaryOperator nextValue) {
            Law law = laws.get(stage);
            double[][] gains = law.grid(nextValue);
            for (int i = 0; i < gains.length; i++) {
                for (int j = 0; j < gains[i].length; j++) {
                    double now = Math.max(pdMax - pdGrids.get(stage)[i][j], 0);
                    gains[i][j] = Math.max(gains[i][j] - now, 0);
                }
            }
            return law.byRow(gains);
        }

        /**
         * The best policy at a rate, its cut-off set so that the share of training rows is approved.
         *
         * @param rate price of one unit of effort, in bad loans that are worth one unit
         */
        public Decisions at(double rate) {
            List<BackwardInduction.Stage> stages = new ArrayList<>();
            for (int stage = 0; stage < laws.size(); stage++) {
                int here = stage;
                Asking asking = askings.get(stage);
                stages.add(new BackwardInduction.Stage(
                        now[stage], asking.effort(), asking.hazard(), next -> ahead(here, next)));
            }
            BackwardInduction.Solution solution = BackwardInduction.solve(stages, now[now.length - 1], rate);
            return decisions(solution.goesOn());
        }

        private double[] ahead(int stage, double[] next) {
            double[] gains = stage == laws.size() - 1
                    ? lastGain
                    : gain(stage, smoothers.get(stage + 1).smooth(trained(next)));
            return IntStream.range(0, gains.length)
                    .mapToDouble(row -> now[stage][row] + gains[row])
                    .toArray();
        }

        private Decisions decisions(List<boolean[]> goesOn) {
            int rows = logOdds[0].length;
            int[] stages = new int[rows];
            double[] known = new double[rows];
            for (int row = 0; row < rows; row++) {
                int stage = 0;
                while (stage < goesOn.size() && goesOn.get(stage)[row]) {
                    stage++;
                }
                stages[row] = stage;
                known[row] = pds[stage][row];
            }
            double cut = smallest(trained(known), share);
            boolean[] approved = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                approved[row] = known[row] < cut;
            }
            return new Decisions(stages, approved);
        }
    }

    /** The value below which a share of the values lies. */
    private static double smallest(double[] values, double share) {
        Arrays.sort(values);
        return values[Math.min((int) Math.round(share * values.length), values.length - 1)];
    }
}
