package org.quanheng.lending.annualcost;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The net present value of flows as a function of x = ln(1 + rate), so that every rate above −100 % has its place.
 *
 * <p>A flow is divided by (1 + rate)^whole · (1 + fraction·rate); the fraction is zero unless a law asks for simple interest
 * over a part of a period. Flows of one moment are added exactly and those that come to nothing left out. Values are scaled by
 * the flow that is farthest in the direction of x, which keeps them in range and changes no sign. Rates are real numbers found
 * by a solver, not money, hence floating point.
 */
final class PresentValue {
    private final double[] wholes;
    private final double[] fractions;
    private final double[] flows;

    /** When something flows: whole periods, and a part of one with simple interest. */
    record Moment(double whole, double fraction) implements Comparable<Moment> {
        private static final Comparator<Moment> BY_TIME = Comparator.<Moment>comparingDouble(
                        moment -> moment.whole + moment.fraction)
                .thenComparingDouble(Moment::whole);

        @Override
        public int compareTo(Moment other) {
            return BY_TIME.compare(this, other);
        }
    }

    /** Flows in any order, each with its moment from any origin. */
    PresentValue(List<Moment> moments, List<BigDecimal> amounts) {
        TreeMap<Moment, BigDecimal> sums = new TreeMap<>();
        for (int k = 0; k < amounts.size(); k++) {
            sums.merge(moments.get(k), amounts.get(k), BigDecimal::add);
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        this.wholes = sums.keySet().stream().mapToDouble(Moment::whole).toArray();
        this.fractions = sums.keySet().stream().mapToDouble(Moment::fraction).toArray();
        this.flows = sums.values().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** How often the sign changes along the flows by date: the most roots there can be (Descartes). */
    int signChanges() {
        int changes = 0;
        for (int k = 1; k < flows.length; k++) {
            changes += Math.signum(flows[k]) != Math.signum(flows[k - 1]) ? 1 : 0;
        }
        return changes;
    }

    /** The lowest x from {@code from} on at which every divisor is above zero by more than its rounding. */
    double lowest(double from) {
        double lowest = from;
        for (double fraction : fractions) {
            if (fraction > 0) {
                lowest = Math.max(lowest, fraction > 1 ? Math.log1p(-1 / fraction) + 1e-9 : Math.log(1e-8));
            }
        }
        return lowest;
    }

    /** The scaled value at x. */
    double at(double x) {
        double sum = 0;
        for (int k = 0; k < flows.length; k++) {
            sum += term(k, x);
        }
        return sum;
    }

    /** The derivative of the scaled value by x. */
    double slopeAt(double x) {
        return slope(x, origin(x));
    }

    /** The scaled derivative of the value itself: its sign says whether the value rises, whatever the scale. */
    double trendAt(double x) {
        return slope(x, 0);
    }

    /** True if the value at x is zero as far as the sum of its terms can tell. */
    boolean vanishesAt(double x) {
        double size = 0;
        for (int k = 0; k < flows.length; k++) {
            size += Math.abs(term(k, x));
        }
        return Math.abs(at(x)) <= 1e-13 * size;
    }

    private double slope(double x, double origin) {
        double sum = 0;
        for (int k = 0; k < flows.length; k++) {
            double part = fractions[k] == 0 ? 0 : fractions[k] * Math.exp(x) / simple(k, x);
            sum -= (wholes[k] - origin + part) * term(k, x);
        }
        return sum;
    }

    private double term(int k, double x) {
        return flows[k] * Math.exp(-x * (wholes[k] - origin(x))) / simple(k, x);
    }

    private double simple(int k, double x) {
        return fractions[k] == 0 ? 1 : 1 + fractions[k] * Math.expm1(x);
    }

    private double origin(double x) {
        return x >= 0 ? wholes[0] : wholes[wholes.length - 1];
    }
}
