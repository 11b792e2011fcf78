package org.quanheng.lending.annualcost;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The net present value of flows as a function of x = ln(1 + rate), so that every rate above −100 % has its place.
 *
 * <p>Values are scaled by the flow that is farthest in the direction of x, which keeps them in range and changes no
 * sign. Rates are real numbers found by a solver, not money, hence floating point.
 */
final class PresentValue {
    private final double[] times;
    private final double[] flows;

    /** Flows in any order; {@code times} in years or periods from any origin. */
    PresentValue(double[] times, double[] flows) {
        int[] order = IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> times[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.times = Arrays.stream(order).mapToDouble(k -> times[k]).toArray();
        this.flows = Arrays.stream(order).mapToDouble(k -> flows[k]).toArray();
    }

    /** How often the sign changes along the flows by date: the most roots there can be (Descartes). */
    int signChanges() {
        int changes = 0;
        double last = 0;
        for (int k = 0; k < flows.length; ) {
            double sum = 0;
            double time = times[k];
            while (k < flows.length && times[k] == time) {
                sum += flows[k++];
            }
            if (sum != 0) {
                changes += last != 0 && Math.signum(sum) != Math.signum(last) ? 1 : 0;
                last = sum;
            }
        }
        return changes;
    }

    /** The scaled value at x. */
    double at(double x) {
        double origin = origin(x);
        double sum = 0;
        for (int k = 0; k < flows.length; k++) {
            sum += flows[k] * Math.exp(-x * (times[k] - origin));
        }
        return sum;
    }

    /** The derivative of the value by x, scaled as {@link #at} is at the same x. */
    double slopeAt(double x) {
        double origin = origin(x);
        double sum = 0;
        for (int k = 0; k < flows.length; k++) {
            sum -= (times[k] - origin) * flows[k] * Math.exp(-x * (times[k] - origin));
        }
        return sum;
    }

    private double origin(double x) {
        return x >= 0 ? times[0] : times[times.length - 1];
    }
}
