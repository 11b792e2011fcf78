package org.quanheng.balance.frontier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.quanheng.experience.Interval;
import org.quanheng.experience.Quantiles;
import org.quanheng.fault.Faults;

/**
 * How sure a study's figures are: its policies played over people drawn again, the same draw for all policies.
 *
 * <p>A Poisson bootstrap: each group of n people counts Poisson(n) times (Chamandy, Muralidharan, Najmi and Naidu, Google, 2012), which is what
 * drawing n with replacement comes to when n is large.
 */
public final class Bands {
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;
    private static final double NORMAL_FROM = 100;

    private final List<List<Point>> draws;

    private Bands(List<List<Point>> draws) {
        this.draws = draws;
    }

    /**
     * Draws.
     *
     * @param draws how often, at least 20
     * @param chance a seeded generator
     */
    public static Bands of(Study study, int draws, RandomGenerator chance) {
        Faults faults = new Faults("bands");
        faults.require(draws >= LEAST_DRAWS, "draws", "at least " + LEAST_DRAWS, draws);
        faults.throwIfAny();
        double[] counts = study.counts();
        List<List<Point>> drawn = new ArrayList<>();
        while (drawn.size() < draws) {
            double[] again = new double[counts.length];
            double sum = 0;
            for (int i = 0; i < counts.length; i++) {
                again[i] = poisson(counts[i], chance);
                sum += again[i];
            }
            if (sum > 0) {
                drawn.add(study.play(again));
            }
        }
        return new Bands(List.copyOf(drawn));
    }

    private static final int LEAST_DRAWS = 20;

    private static double poisson(double mean, RandomGenerator chance) {
        if (mean > NORMAL_FROM) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * chance.nextGaussian()));
        }
        double bound = Math.exp(-mean);
        double product = chance.nextDouble();
        int count = 0;
        while (product > bound) {
            product *= chance.nextDouble();
            count++;
        }
        return count;
    }

    /** The 95 % interval of a figure of one policy. */
    public Interval of(int policy, ToDoubleFunction<Point> figure) {
        return of(points -> figure.applyAsDouble(points.get(policy)));
    }

    /** The 95 % interval of the difference of a figure between two policies, the first less the second. */
    public Interval difference(int policy, int other, ToDoubleFunction<Point> figure) {
        return of(points -> figure.applyAsDouble(points.get(policy)) - figure.applyAsDouble(points.get(other)));
    }

    /** The 95 % interval of anything that all points together come to, such as a hypervolume or a gap. */
    public Interval of(ToDoubleFunction<List<Point>> figure) {
        Quantiles quantiles = Quantiles.of(IntStream.range(0, draws.size())
                .mapToDouble(draw -> figure.applyAsDouble(draws.get(draw)))
                .filter(Double::isFinite)
                .toArray());
        return new Interval(quantiles.at(LOW), quantiles.at(HIGH));
    }
}
