package org.quanheng.trials.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidenceSource;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.frontier.Sweep;
import org.quanheng.balance.value.Stakes;

/** Times the sweep of 200 exchange rates over ever more people. */
public final class SweepTrial {
    static final int RATES = 200;

    private static final EvidenceSource MADE_UP = new EvidenceSource(EvidenceGrade.ASSUMPTION, "trial");
    private static final List<EvidenceStep> STAGES =
            List.of(step("self", 3, true), step("bureau", 1, false), step("papers", 8, false));

    private final LongSupplier nanos;

    /** A trial that reads time from the given clock. */
    public SweepTrial(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * One measurement.
     *
     * @param heapMegabytes heap in use once the sweep was done and its garbage collected
     */
    public record Timing(long people, double seconds, long heapMegabytes) {}

    private static EvidenceStep step(String id, double minutes, boolean required) {
        return new EvidenceStep(id, List.of(id), minutes, BigDecimal.ONE, 0.01, required, MADE_UP);
    }

    /** The sweep over so many people, once. */
    public Timing time(long people) {
        double[] rates =
                DoubleStream.iterate(0, rate -> rate + 0.05).limit(RATES).toArray();
        long start = nanos.getAsLong();
        Sweep sweep = Sweep.of(new MadeUpPeople(people), STAGES, Stakes.of(500, 0.2, 0.3), 10, 20, rates);
        int points = sweep.points().size();
        double seconds = (nanos.getAsLong() - start) / 1e9;
        if (points != RATES) {
            throw new IllegalStateException("sweep: expected " + RATES + " points, came " + points);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Timing(people, seconds, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /** From ten thousand people to the most, ten times more each time. */
    public List<Timing> upTo(long most) {
        List<Timing> timings = new ArrayList<>();
        for (long people = 10_000; people <= most; people *= 10) {
            timings.add(time(people));
        }
        return timings;
    }

    /** Seconds for each further million people, over the largest two sizes. */
    public static double secondsPerMillion(List<Timing> timings) {
        if (timings.size() < 2) {
            return Double.NaN;
        }
        Timing last = timings.getLast();
        Timing before = timings.get(timings.size() - 2);
        return (last.seconds() - before.seconds()) / (last.people() - before.people()) * 1e6;
    }

    /** Slope of ln seconds on ln people over the largest two sizes: 1 is linear. */
    public static double slope(List<Timing> timings) {
        if (timings.size() < 2) {
            return Double.NaN;
        }
        Timing last = timings.getLast();
        Timing before = timings.get(timings.size() - 2);
        return Math.log(last.seconds() / before.seconds()) / Math.log((double) last.people() / before.people());
    }
}
