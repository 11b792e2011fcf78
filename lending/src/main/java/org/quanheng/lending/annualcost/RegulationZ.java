package org.quanheng.lending.annualcost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.quanheng.lending.Fault;
import org.quanheng.lending.Faults;
import org.quanheng.lending.LendingException;
import org.quanheng.lending.calendar.YearFraction;

/**
 * The annual percentage rate of Regulation Z by the actuarial method: the rate i of a unit period at which advances and
 * payments are worth the same, with simple interest over the fraction of a unit period, times the unit periods of a year.
 *
 * <p>Source: 12 CFR part 1026, appendix J, paragraph (b): Σ A/((1+e·i)(1+i)^q) = Σ P/((1+f·i)(1+i)^t). The law allows a
 * tolerance of 1/8 of a percentage point, 1/4 for irregular transactions (1026.22(a)).
 */
public final class RegulationZ {
    private static final double LOWEST = -0.9;
    private static final double HIGHEST = 100;
    private static final int STEPS = 4000;

    private RegulationZ() {}

    /**
     * An amount and when it flows.
     *
     * @param amount above zero for an advance to the borrower, below zero for a payment
     * @param time since the first advance
     */
    public record Flow(BigDecimal amount, UnitPeriods time) {}

    /**
     * The annual percentage rate as a decimal, to 12 digits.
     *
     * @param unitPeriodsPerYear such as 12 for months
     * @throws LendingException if all flows go one way, or there is no rate, or more than one
     */
    public static BigDecimal annualPercentageRate(List<Flow> flows, YearFraction unitPeriodsPerYear) {
        long received =
                flows.stream().filter(flow -> flow.amount().signum() > 0).count();
        long paid = flows.stream().filter(flow -> flow.amount().signum() < 0).count();
        Faults faults = new Faults("annual percentage rate");
        String came = received + " advances and " + paid + " payments";
        faults.require(received > 0 && paid > 0, "flows", "at least one advance and one payment", came);
        faults.throwIfAny();
        List<Double> roots = roots(flows);
        if (roots.size() != 1) {
            String found = roots.isEmpty() ? "none, tried at 4000 steps from -90 % to 10000 %" : "rates " + roots;
            throw LendingException.of(
                    "annual percentage rate", new Fault("flows", "exactly one rate of a unit period", found, null));
        }
        return new BigDecimal(roots.getFirst() * unitPeriodsPerYear.approximate()).round(new MathContext(12));
    }

    private static List<Double> roots(List<Flow> flows) {
        List<Double> roots = new ArrayList<>();
        double width = Math.log((1 + HIGHEST) / (1 + LOWEST)) / STEPS;
        double left = LOWEST;
        double atLeft = value(flows, left);
        for (int step = 1; step <= STEPS; step++) {
            double right = (1 + LOWEST) * Math.exp(step * width) - 1;
            double atRight = value(flows, right);
            if (atLeft != 0 && Math.signum(atLeft) != Math.signum(atRight)) {
                roots.add(bisect(flows, left, right, Math.signum(atLeft)));
            }
            left = right;
            atLeft = atRight;
        }
        return roots;
    }

    private static double bisect(List<Flow> flows, double from, double to, double signAtFrom) {
        double left = from;
        double right = to;
        for (int round = 0; round < 100; round++) {
            double middle = (left + right) / 2;
            if (Math.signum(value(flows, middle)) == signAtFrom) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return (left + right) / 2;
    }

    private static double value(List<Flow> flows, double rate) {
        double sum = 0;
        for (Flow flow : flows) {
            double simple = 1 + flow.time().fraction().approximate() * rate;
            double compound = Math.pow(1 + rate, (double) flow.time().whole());
            sum += flow.amount().doubleValue() / (simple * compound);
        }
        return sum;
    }
}
