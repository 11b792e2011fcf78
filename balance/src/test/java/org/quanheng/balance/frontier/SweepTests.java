package org.quanheng.balance.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidenceSource;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.value.Stakes;
import org.quanheng.experience.Interval;

class SweepTests {
    private static final long SEED = 11;

    private static EvidenceStep step(String id, double minutes, double hazard, boolean required) {
        return new EvidenceStep(
                id,
                List.of(id),
                minutes,
                BigDecimal.valueOf(0.5),
                hazard,
                required,
                new EvidenceSource(EvidenceGrade.ASSUMPTION, "Wang Lei"));
    }

    /** People of whom only the last PD counts, in any number of bins, so that every rule can be listed. */
    private static Cells few(Random random, int bins) {
        byte[][] paths = new byte[bins * bins][];
        double[] counts = new double[bins * bins];
        double[] bads = new double[bins * bins];
        for (int first = 0; first < bins; first++) {
            double people = 1 + random.nextInt(50);
            double[] next = random.doubles(bins, 0, 1).toArray();
            double sum = Arrays.stream(next).sum();
            for (int second = 0; second < bins; second++) {
                int cell = first * bins + second;
                paths[cell] = new byte[] {(byte) first, (byte) second};
                counts[cell] = people * next[second] / sum;
                bads[cell] = counts[cell] * (second + 0.5) / bins;
            }
        }
        return new Cells(new double[2][], new int[] {bins, bins}, paths, counts, bads);
    }

    private static People people(double[][] pds, double[] bads) {
        return new People() {
            @Override
            public long count() {
                return bads.length;
            }

            @Override
            public double pd(long person, int stage) {
                return pds[(int) person][stage];
            }

            @Override
            public double bad(long person) {
                return bads[(int) person];
            }
        };
    }

    /** Every rule on the states of two stages that people reach. */
    private static List<Sweep.Rule> everyRule(boolean[][] shape, List<EvidenceStep> stages) {
        List<Sweep.Rule> rules = new ArrayList<>();
        int bins = shape[1].length;
        for (int bits = 0; bits < 1 << (bins + 1); bits++) {
            boolean[][] asks = {{(bits & 1) != 0}, new boolean[bins]};
            for (int bin = 0; bin < bins; bin++) {
                asks[1][bin] = (bits >> (bin + 1) & 1) != 0;
            }
            boolean first = asks[0][0] || !stages.getFirst().required();
            if (first) {
                rules.add(new Sweep.Rule(Double.NaN, asks));
            }
        }
        return rules;
    }

    private static double value(Point point, double rate) {
        return point.profit() - rate * point.minutes();
    }

    @Test
    void backwardInductionEqualsExhaustiveEnumerationOnAThousandProblems() {
        Random random = new Random(SEED);
        for (int problem = 0; problem < 1_000; problem++) {
            Stakes stakes = Stakes.of(20 + 80 * random.nextDouble(), 0.3, 0.3 + 0.2 * random.nextDouble());
            List<EvidenceStep> stages = List.of(
                    step("first", 1, 0.05 * random.nextDouble(), random.nextBoolean()),
                    step("second", 2, 0.05 * random.nextDouble(), false));
            double rate = 3 * random.nextDouble();
            Sweep sweep = Sweep.of(few(random, 5), stages, stakes, 1, 20, rate);
            double best = everyRule(sweep.rules().getFirst().asks(), stages).stream()
                    .mapToDouble(rule -> value(sweep.play(rule, sweep.counts()), rate))
                    .max()
                    .orElseThrow();

            assertThat(value(sweep.points().getFirst(), rate))
                    .as("problem %d of seed %d", problem, SEED)
                    .isCloseTo(best, within(1e-9));
        }
    }

    @Test
    void theEpsilonConstraintFindsPointsOffTheHullAndIsNearTheBestOfAllRules() {
        Random random = new Random(SEED);
        double[] rates = new double[100];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = 0.1 * i;
        }
        int off = 0;
        int exact = 0;
        int asked = 0;
        for (int problem = 0; problem < 40; problem++) {
            List<EvidenceStep> stages = List.of(step("first", 1, 0, false), step("second", 2, 0, false));
            Sweep sweep = Sweep.of(few(random, 6), stages, Stakes.of(60, 0.3, 0.4), 0, 20, rates);
            List<Point> all = everyRule(sweep.rules().getFirst().asks(), stages).stream()
                    .map(rule -> sweep.play(rule, sweep.counts()))
                    .toList();
            Frontier truth = Frontier.of(all, Objective.PROFIT, Objective.EFFORT);
            List<Point> found = new ArrayList<>(sweep.points());
            found.addAll(sweep.between());
            Frontier frontier = Frontier.of(found, Objective.PROFIT, Objective.EFFORT);
            for (Point supported : truth.supported()) {
                assertThat(frontier.gap(supported).first()).isLessThan(1e-9);
            }
            off += frontier.efficient().size() > frontier.supported().size() ? 1 : 0;
            for (double minutes = 1.2; minutes < 3; minutes += 0.3) {
                double reached = frontier.best(minutes).orElseThrow().profit();
                double possible = truth.best(minutes).orElseThrow().profit();
                assertThat(reached).isLessThanOrEqualTo(possible + 1e-9);
                exact += possible - reached < 1e-9 ? 1 : 0;
                asked++;
            }
        }
        assertThat(off).isGreaterThan(10);
        assertThat((double) exact / asked).isGreaterThan(0.5);
    }

    @Test
    void moreExpensiveMinutesAreFewerAndAskingEverythingIsOneEnd() {
        Random random = new Random(SEED);
        double[][] pds = new double[5_000][3];
        double[] bads = new double[5_000];
        for (int person = 0; person < bads.length; person++) {
            double seen = random.nextGaussian() - 1;
            for (int stage = 0; stage < 3; stage++) {
                pds[person][stage] = 1 / (1 + Math.exp(-seen));
                seen += 0.7 * random.nextGaussian();
            }
            bads[person] = pds[person][2];
        }
        List<EvidenceStep> stages =
                List.of(step("self", 3, 0, true), step("bureau", 1, 0, false), step("papers", 8, 0.02, false));
        Sweep sweep = Sweep.of(people(pds, bads), stages, Stakes.of(500, 0.2, 0.3), 10, 20, 0, 0.5, 1, 2, 5, 10, 100);
        List<Point> points = sweep.points();
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).minutes())
                    .isLessThanOrEqualTo(points.get(i - 1).minutes());
            assertThat(points.get(i).profit())
                    .isLessThanOrEqualTo(points.get(i - 1).profit() + 1e-9);
        }
        assertThat(points.getLast().minutes()).isEqualTo(3);
        assertThat(sweep.askEverything().minutes()).isEqualTo(12);
        assertThat(sweep.askEverything().profit())
                .isLessThanOrEqualTo(points.getFirst().profit());

        assertThatThrownBy(() -> Bands.of(sweep, 5, new Random(SEED)))
                .hasMessageContaining("draws: expected at least 20, came 5");
        Bands bands = Bands.of(sweep, 40, new Random(SEED));
        Interval profit = bands.of(2, Point::profit);
        assertThat(points.get(2).profit()).isBetween(profit.low(), profit.high());
        Interval difference = bands.difference(0, 6, Point::minutes);
        assertThat(points.get(0).minutes() - points.get(6).minutes()).isBetween(difference.low(), difference.high());
    }

    @Test
    void faultsOfASweepAreNamedAtOnce() {
        People nobody = people(new double[0][], new double[0]);

        assertThatThrownBy(() -> Sweep.of(nobody, List.of(), Stakes.of(1, 0.2, 0.3), -1, -1, -0.1))
                .hasMessageContaining("people: expected at least one")
                .hasMessageContaining("stages: expected 1 to 6 stages, came 0")
                .hasMessageContaining("rate: expected a number of at least 0, came -0.1")
                .hasMessageContaining("goodwill")
                .hasMessageContaining("review minutes");
    }
}
