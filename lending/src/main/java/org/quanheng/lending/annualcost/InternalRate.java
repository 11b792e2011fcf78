package org.quanheng.lending.annualcost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.quanheng.fault.Fault;
import org.quanheng.fault.Faults;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.calendar.DayCount;

/**
 * The rate at which flows are worth nothing: Σ flow·(1 + rate)^−time = 0.
 *
 * <p>Rates are given to 12 significant digits. A flow without a root, or with several, is an error that says so: no root is picked
 * silently. When the signs of the flows change once there is exactly one root (Descartes' rule for exponential sums), and it is
 * found wherever it lies, such as that of a loan over one day. Else rates from −99.999999 % to 100,000,000 % are scanned in 4,000
 * steps of ln(1 + rate), where a step in which the value turns back towards zero is searched for two roots or a double one, and
 * each bracket is closed by Newton's method, with bisection wherever Newton leaves the bracket.
 */
public final class InternalRate {
    private static final double LOWEST = Math.log(1e-8);
    private static final double HIGHEST = Math.log(1e6);
    private static final double ALL = Math.log(1e300);
    private static final int STEPS = 4000;
    private static final MathContext DIGITS = new MathContext(12);

    private InternalRate() {}

    /**
     * The rate per period of flows that lie one period apart (IRR), as a decimal.
     *
     * @throws FaultyInputException if there are flows of one sign only, no root, or several
     */
    public static BigDecimal perPeriod(List<BigDecimal> flows) {
        return only(rootsPerPeriod(flows));
    }

    /**
     * The effective rate per year of dated flows by actual days over 365 (XIRR), as a decimal; flows may be in any
     * order.
     *
     * @throws FaultyInputException if there are flows of one sign only, no root, or several
     */
    public static BigDecimal perYear(List<CashFlow> flows) {
        return only(rootsPerYear(flows));
    }

    /** Every rate per period at which the flows are worth nothing, lowest first; empty when there is none. */
    public static List<BigDecimal> rootsPerPeriod(List<BigDecimal> flows) {
        double[] times = new double[flows.size()];
        for (int k = 0; k < times.length; k++) {
            times[k] = k;
        }
        return roots(times, flows);
    }

    /** Every effective annual rate at which the dated flows are worth nothing, lowest first; empty when there is none. */
    public static List<BigDecimal> rootsPerYear(List<CashFlow> flows) {
        return rootsPerYear(flows, DayCount.ACT_365F);
    }

    /** The same with another day count. */
    public static List<BigDecimal> rootsPerYear(List<CashFlow> flows, DayCount dayCount) {
        LocalDate origin = flows.stream()
                .map(CashFlow::date)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        double[] times = flows.stream()
                .mapToDouble(flow -> dayCount.fraction(origin, flow.date()).approximate())
                .toArray();
        return roots(times, flows.stream().map(CashFlow::amount).toList());
    }

    /** Every rate per unit of time for flows at the given times, lowest first; fails unless there are flows of both signs. */
    public static List<BigDecimal> roots(double[] times, List<BigDecimal> flows) {
        requireBothSigns(flows);
        List<PresentValue.Moment> moments = Arrays.stream(times)
                .mapToObj(time -> new PresentValue.Moment(time, 0))
                .toList();
        return roots(new PresentValue(moments, flows));
    }

    /** Every rate at which flows of both signs are worth nothing, lowest first. */
    static List<BigDecimal> roots(PresentValue value) {
        int changes = value.signChanges();
        Faults faults = new Faults("internal rate");
        faults.require(
                changes > 0,
                "flows",
                "amounts received and amounts paid at different times",
                "amounts that leave only one side, once those of one day are added");
        faults.throwIfAny();
        List<BigDecimal> roots = new ArrayList<>();
        if (changes == 1) {
            scan(value, -ALL, ALL, 1, roots);
        }
        if (roots.isEmpty()) {
            scan(value, LOWEST, HIGHEST, STEPS, roots);
        }
        return List.copyOf(roots);
    }

    /** The only one of some rates; fails when there is none or there are several, and names them. */
    public static BigDecimal only(List<BigDecimal> roots) {
        if (roots.size() == 1) {
            return roots.getFirst();
        }
        Phrase came = roots.isEmpty()
                ? Phrase.of("none between -99.999999 % and 100000000 %, tried at 4000 steps of ln(1 + rate)")
                : Phrase.of(
                        "{0} rates: {1}",
                        roots.size(),
                        roots.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", ")));
        throw FaultyInputException.of(
                "internal rate", Fault.of("flows", "exactly one rate at which they are worth nothing", came));
    }

    private static void requireBothSigns(List<BigDecimal> flows) {
        long received = flows.stream().filter(flow -> flow.signum() > 0).count();
        long paid = flows.stream().filter(flow -> flow.signum() < 0).count();
        Faults faults = new Faults("internal rate");
        faults.require(
                received > 0 && paid > 0,
                "flows",
                "at least one received and one paid",
                Phrase.of("{0} received and {1} paid", received, paid));
        faults.throwIfAny();
    }

    private static void scan(PresentValue value, double from, double to, int steps, List<BigDecimal> roots) {
        double lowest = value.lowest(from);
        double width = (to - lowest) / steps;
        double left = lowest;
        double atLeft = value.at(left);
        for (int step = 1; step <= steps; step++) {
            double right = lowest + step * width;
            double atRight = value.at(right);
            double sign = Math.signum(atLeft);
            if (atLeft == 0) {
                roots.add(rate(left));
            } else if (atRight != 0 && sign != Math.signum(atRight)) {
                roots.add(rate(close(value, left, right, sign)));
            } else if (sign * value.trendAt(left) < 0 && sign * value.trendAt(right) > 0) {
                turn(value, left, right, sign, roots);
            }
            left = right;
            atLeft = atRight;
        }
    }

    /** Between two points of one sign the value turns back: it may touch zero there, or cross it twice. */
    private static void turn(PresentValue value, double from, double to, double sign, List<BigDecimal> roots) {
        double left = from;
        double right = to;
        for (int round = 0; round < 100; round++) {
            double middle = (left + right) / 2;
            if (sign * value.trendAt(middle) < 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        if (value.vanishesAt(left)) {
            roots.add(rate(left));
        } else if (Math.signum(value.at(left)) != sign) {
            roots.add(rate(close(value, from, left, sign)));
            roots.add(rate(close(value, left, to, -sign)));
        }
    }

    /** Newton from the middle of the bracket; a step that leaves it, or does not halve it soon, becomes a bisection. */
    private static double close(PresentValue value, double from, double to, double signAtFrom) {
        double left = from;
        double right = to;
        double x = (left + right) / 2;
        for (int round = 0; round < 200 && right - left > 1e-16 * Math.max(1, Math.abs(x)); round++) {
            double y = value.at(x);
            if (y == 0) {
                return x;
            }
            if (Math.signum(y) == signAtFrom) {
                left = x;
            } else {
                right = x;
            }
            double newton = x - y / value.slopeAt(x);
            boolean inside = newton > left && newton < right;
            double next = inside && round % 4 != 3 ? newton : (left + right) / 2;
            if (Math.abs(next - x) <= 1e-16 * Math.max(1e-3, Math.abs(x))) {
                return next;
            }
            x = next;
        }
        return x;
    }

    private static BigDecimal rate(double x) {
        double rate = Math.expm1(x);
        return Math.abs(rate) < 1e-14 ? BigDecimal.ZERO : new BigDecimal(rate).round(DIGITS);
    }
}
