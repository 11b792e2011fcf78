package org.quanheng.lending.annualcost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.BalanceMove;
import org.quanheng.lending.terms.ResolvedTerms;

/**
 * What a loan costs in a year, all interest and fees counted, as a decimal: 0.1358 is 13.58 %.
 *
 * @param convention the law whose definition is used
 * @param rate the annual cost as that law states it
 * @param simple periods per year times the internal rate of a period; the law in China asks that it be told apart
 */
public record AnnualCost(Convention convention, BigDecimal rate, BigDecimal simple) {
    /** Whose definition. */
    public enum Convention {
        /** All-in annualised cost by the internal rate of return (PBOC notice 2021 no. 3), compounded to a year. */
        CHINA,
        /** Effective annual percentage rate (directives 2008/48/EC and (EU) 2023/2225, annex). */
        EU,
        /** Annual percentage rate of charge (FCA Handbook, CONC App 1.1 and 1.2). */
        UK,
        /** Annual percentage rate by the actuarial method (12 CFR part 1026, appendix J): nominal, not compounded. */
        US
    }

    /**
     * The cost of any flows, seen by the borrower.
     *
     * @param flows what is received and what is paid, in any order
     * @param unit how often instalments fall due; whole units count as equal parts of a year, the rest in days
     * @throws org.quanheng.fault.FaultyInputException if there is no rate or more than one
     */
    public static AnnualCost of(Convention convention, List<CashFlow> flows, Frequency unit) {
        // Time is measured from the first flow: one of nothing must not be it.
        List<CashFlow> some =
                flows.stream().filter(flow -> flow.amount().signum() != 0).toList();
        return switch (convention) {
            case CHINA, EU -> effective(convention, TimeMeasure.EU, some, unit);
            case UK -> effective(convention, TimeMeasure.UK, some, unit);
            case US -> nominal(some, unit);
        };
    }

    /**
     * The cost of a loan that follows its schedule, with the fees of its terms.
     *
     * @throws org.quanheng.fault.FaultyInputException if the fees leave nothing to the borrower, or there is no rate or more than one
     */
    public static AnnualCost of(Convention convention, ResolvedTerms terms) {
        return of(convention, flows(terms), terms.terms().frequency());
    }

    private static AnnualCost effective(
            Convention convention, TimeMeasure measure, List<CashFlow> flows, Frequency unit) {
        LocalDate origin = origin(flows);
        double[] times = new double[flows.size()];
        for (int k = 0; k < times.length; k++) {
            times[k] = measure.years(origin, flows.get(k).date(), unit).approximate();
        }
        BigDecimal effective = InternalRate.only(
                InternalRate.roots(times, flows.stream().map(CashFlow::amount).toList()));
        double perYear = UnitPeriods.perYear(unit).approximate();
        double simple = perYear * Math.expm1(Math.log1p(effective.doubleValue()) / perYear);
        return new AnnualCost(convention, effective, new BigDecimal(simple).round(new MathContext(12)));
    }

    private static AnnualCost nominal(List<CashFlow> flows, Frequency unit) {
        LocalDate origin = origin(flows);
        List<RegulationZ.Flow> inUnits = flows.stream()
                .map(flow -> new RegulationZ.Flow(flow.amount(), UnitPeriods.between(origin, flow.date(), unit)))
                .toList();
        BigDecimal rate = RegulationZ.annualPercentageRate(inUnits, UnitPeriods.perYear(unit));
        return new AnnualCost(Convention.US, rate, rate);
    }

    private static LocalDate origin(List<CashFlow> flows) {
        return flows.stream().map(CashFlow::date).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    }

    /**
     * The flows of a loan that follows its schedule: principal less the fees up front in, instalments out.
     *
     * @throws org.quanheng.fault.FaultyInputException if the fees leave nothing to the borrower
     */
    public static List<CashFlow> flows(ResolvedTerms terms) {
        Money feesUpFront = terms.feesUpFront();
        Money net = terms.terms().principal().minus(feesUpFront);
        Faults faults = new Faults("annual cost");
        faults.require(
                net.isPositive(),
                "fees up front",
                Phrase.of("less than {0}", terms.terms().principal()),
                feesUpFront);
        faults.throwIfAny();
        List<CashFlow> flows = new ArrayList<>();
        for (BalanceMove move : terms.moves()) {
            boolean draw = move.amount().isPositive();
            flows.add(
                    draw
                            ? CashFlow.received(move.on(), move.amount())
                            : CashFlow.paid(move.on(), move.amount().negate()));
        }
        if (feesUpFront.isPositive()) {
            flows.add(CashFlow.paid(terms.disbursedOn(), feesUpFront));
        }
        for (Instalment instalment : Schedule.of(terms).instalments()) {
            flows.add(CashFlow.paid(instalment.dueDate(), instalment.payment()));
        }
        return flows;
    }

    /** The annual cost in percent with so many decimals, halves up: 13.58. */
    public BigDecimal percent(int decimals) {
        return rate.movePointRight(2).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The simple annualised cost in percent with so many decimals, halves up: 12.80. */
    public BigDecimal simplePercent(int decimals) {
        return simple.movePointRight(2).setScale(decimals, RoundingMode.HALF_UP);
    }
}
