package org.quanheng.balance.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BackwardInductionTests {
    private static final int PROBLEMS = 1_000;

    /** A small problem: two or three stages to stop at, two or three states each. */
    private record Problem(
            List<double[]> now, List<double[][]> transitions, double[] efforts, double[] hazards, double rate) {
        static Problem random(Random random) {
            int stages = 2 + random.nextInt(2);
            int states = 2 + random.nextInt(2);
            List<double[]> now = new ArrayList<>();
            List<double[][]> transitions = new ArrayList<>();
            double[] efforts = random.doubles(stages).toArray();
            double[] hazards = random.doubles(stages).map(h -> h / 3).toArray();
            for (int stage = 0; stage <= stages; stage++) {
                now.add(random.doubles(states).toArray());
                transitions.add(matrix(random, states));
            }
            return new Problem(now, transitions, efforts, hazards, random.nextDouble() / 2);
        }

        private static double[][] matrix(Random random, int states) {
            double[][] matrix = new double[states][];
            for (int from = 0; from < states; from++) {
                double[] weights = random.doubles(states).toArray();
                double sum = Arrays.stream(weights).sum();
                matrix[from] = Arrays.stream(weights).map(w -> w / sum).toArray();
            }
            return matrix;
        }

        int stages() {
            return efforts.length;
        }

        int states() {
            return now.getFirst().length;
        }

        BackwardInduction.Solution solve() {
            List<BackwardInduction.Stage> stages = new ArrayList<>();
            for (int stage = 0; stage < stages(); stage++) {
                stages.add(new BackwardInduction.Stage(
                        now.get(stage),
                        efforts[stage],
                        hazards[stage],
                        BackwardInduction.table(transitions.get(stage))));
            }
            return BackwardInduction.solve(stages, now.getLast(), rate);
        }

        /** Value of a policy, given as one bit for each stage and state, by following every path. */
        double value(int policy, int stage, int state) {
            if (stage == stages() || (policy >> (stage * states() + state) & 1) == 0) {
                return now.get(stage)[state];
            }
            double sum = 0;
            for (int to = 0; to < states(); to++) {
                sum += transitions.get(stage)[state][to] * value(policy, stage + 1, to);
            }
            return (1 - hazards[stage]) * sum - rate * efforts[stage];
        }
    }

    @Test
    void equalsExhaustiveEnumerationOfAllPolicies() {
        int stops = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            Problem problem = Problem.random(new Random(seed));
            BackwardInduction.Solution solution = problem.solve();
            for (int state = 0; state < problem.states(); state++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int policy = 0; policy < 1 << (problem.stages() * problem.states()); policy++) {
                    best = Math.max(best, problem.value(policy, 0, state));
                }
                assertThat(solution.values().getFirst()[state])
                        .as("seed %d, state %d", seed, state)
                        .isCloseTo(best, within(1e-12));
                stops += solution.goesOn().getFirst()[state] ? 0 : 1;
            }
        }
        assertThat(stops).as("both answers occur").isBetween(100, 2_400);
    }

    @Test
    void asksOnWhenAskingIsFreeAndNeverAtAProhibitivePrice() {
        double[][] transition = {{0.5, 0.5}, {0.25, 0.75}};
        BackwardInduction.Stage stage =
                new BackwardInduction.Stage(new double[] {0.2, 0}, 3, 0, BackwardInduction.table(transition));
        double[] last = {0.4, 0};
        assertThat(BackwardInduction.solve(List.of(stage), last, 0).goesOn().getFirst())
                .as("of equal values the one that knows more")
                .containsExactly(true, true);
        assertThat(BackwardInduction.solve(List.of(stage), last, 100).goesOn().getFirst())
                .containsExactly(false, false);
    }
}
