package org.quanheng.lending.annualcost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.calendar.YearFraction;

/**
 * The annual percentage rate of Regulation Z by the actuarial method: the rate i of a unit period at which advances and
 * payments are worth the same, with simple interest over the fraction of a unit period, times the unit periods of a year.
 *
 * <p>Source: 12 CFR part 1026, appendix J, paragraph (b): Σ A/((1+e·i)(1+i)^q) = Σ P/((1+f·i)(1+i)^t). The law allows a
 * tolerance of 1/8 of a percentage point, 1/4 for irregular transactions (1026.22(a)).
 */
public final class RegulationZ {
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
     * @throws org.quanheng.fault.FaultyInputException if all flows go one way, or there is no rate, or more than one
     */
    public static BigDecimal annualPercentageRate(List<Flow> flows, YearFraction unitPeriodsPerYear) {
        long received =
                flows.stream().filter(flow -> flow.amount().signum() > 0).count();
        long paid = flows.stream().filter(flow -> flow.amount().signum() < 0).count();
        Faults faults = new Faults("annual percentage rate");
        Phrase came = Phrase.of("{0} advances and {1} payments", received, paid);
        faults.require(received > 0 && paid > 0, "flows", "at least one advance and one payment", came);
        faults.throwIfAny();
        List<BigDecimal> roots = InternalRate.roots(new PresentValue(
                flows.stream().map(flow -> moment(flow.time())).toList(),
                flows.stream().map(Flow::amount).toList()));
        return InternalRate.only(roots)
                .multiply(BigDecimal.valueOf(unitPeriodsPerYear.approximate()))
                .round(new MathContext(12));
    }

    private static PresentValue.Moment moment(UnitPeriods time) {
        return new PresentValue.Moment(time.whole(), time.fraction().approximate());
    }
}
