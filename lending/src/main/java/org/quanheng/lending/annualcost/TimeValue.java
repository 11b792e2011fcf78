package org.quanheng.lending.annualcost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;

/**
 * The functions of a financial calculator, to 34 digits: payments are negative when they go out, as in spreadsheets.
 *
 * <p>With rate i of a period, n periods, present value pv, future value fv and payments p at the end (or the beginning) of each:
 * pv·(1+i)^n + p·(1+i·b)·((1+i)^n − 1)/i + fv = 0, where b is 1 for payments at the beginning.
 */
public final class TimeValue {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private TimeValue() {}

    /** When in its period a payment falls. */
    public enum When {
        /** At the end. */
        END,
        /** At the beginning. */
        BEGINNING
    }

    /**
     * The payment of each period.
     *
     * @throws org.quanheng.fault.FaultyInputException if there is no period
     */
    public static BigDecimal payment(BigDecimal rate, int periods, BigDecimal present, BigDecimal future, When when) {
        requirePeriod(periods, Integer.MAX_VALUE);
        BigDecimal growth = BigDecimal.ONE.add(rate).pow(periods, DIGITS);
        BigDecimal owed = present.multiply(growth, DIGITS).add(future).negate();
        return owed.divide(annuity(rate, periods, growth, when), DIGITS);
    }

    /** The future value of a present value and payments. */
    public static BigDecimal future(BigDecimal rate, int periods, BigDecimal payment, BigDecimal present, When when) {
        BigDecimal growth = BigDecimal.ONE.add(rate).pow(periods, DIGITS);
        return present.multiply(growth, DIGITS)
                .add(payment.multiply(annuity(rate, periods, growth, when), DIGITS))
                .negate();
    }

    /** The present value of payments and a future value. */
    public static BigDecimal present(BigDecimal rate, int periods, BigDecimal payment, BigDecimal future, When when) {
        BigDecimal growth = BigDecimal.ONE.add(rate).pow(periods, DIGITS);
        return payment.multiply(annuity(rate, periods, growth, when), DIGITS)
                .add(future)
                .negate()
                .divide(growth, DIGITS);
    }

    /**
     * The interest in the payment of a period, counted from 1.
     *
     * @throws org.quanheng.fault.FaultyInputException if there is no such period
     */
    public static BigDecimal interest(
            BigDecimal rate, int period, int periods, BigDecimal present, BigDecimal future, When when) {
        requirePeriod(period, periods);
        if (when == When.BEGINNING && period == 1) {
            return BigDecimal.ZERO;
        }
        BigDecimal payment = payment(rate, periods, present, future, when);
        BigDecimal interest = future(rate, period - 1, payment, present, when).multiply(rate, DIGITS);
        return when == When.BEGINNING ? interest.divide(BigDecimal.ONE.add(rate), DIGITS) : interest;
    }

    /**
     * The principal in the payment of a period, counted from 1.
     *
     * @throws org.quanheng.fault.FaultyInputException if there is no such period
     */
    public static BigDecimal principal(
            BigDecimal rate, int period, int periods, BigDecimal present, BigDecimal future, When when) {
        return payment(rate, periods, present, future, when)
                .subtract(interest(rate, period, periods, present, future, when));
    }

    /**
     * How many periods payments take to turn a present into a future value, to 15 digits; need not be whole.
     *
     * @throws org.quanheng.fault.FaultyInputException if they never do
     */
    public static BigDecimal periods(
            BigDecimal rate, BigDecimal payment, BigDecimal present, BigDecimal future, When when) {
        double each = payment.doubleValue() * (when == When.BEGINNING ? 1 + rate.doubleValue() : 1);
        double r = rate.doubleValue();
        double periods = r == 0
                ? -(present.doubleValue() + future.doubleValue()) / each
                : Math.log((each - future.doubleValue() * r) / (each + present.doubleValue() * r)) / Math.log1p(r);
        Faults faults = new Faults("number of periods");
        faults.require(
                Double.isFinite(periods), "payment", "one that turns the present into the future value", payment);
        faults.throwIfAny();
        return new BigDecimal(periods).round(new MathContext(15));
    }

    /**
     * The rate of a period at which payments turn a present into a future value, to 12 digits.
     *
     * @throws org.quanheng.fault.FaultyInputException if there is no period, no such rate or more than one
     */
    public static BigDecimal rate(int periods, BigDecimal payment, BigDecimal present, BigDecimal future, When when) {
        requirePeriod(periods, Integer.MAX_VALUE);
        BigDecimal[] flows = new BigDecimal[periods + 1];
        Arrays.fill(flows, BigDecimal.ZERO);
        int shift = when == When.BEGINNING ? 0 : 1;
        for (int k = 0; k < periods; k++) {
            flows[k + shift] = payment;
        }
        flows[0] = flows[0].add(present);
        flows[periods] = flows[periods].add(future);
        return InternalRate.perPeriod(List.of(flows));
    }

    /** The effective annual rate of a nominal one that is compounded so many times a year. */
    public static BigDecimal effective(BigDecimal nominal, int timesPerYear) {
        return BigDecimal.ONE
                .add(nominal.divide(BigDecimal.valueOf(timesPerYear), DIGITS))
                .pow(timesPerYear, DIGITS)
                .subtract(BigDecimal.ONE);
    }

    /** The nominal annual rate, compounded so many times a year, of an effective one; to 15 digits. */
    public static BigDecimal nominal(BigDecimal effective, int timesPerYear) {
        double root = Math.expm1(Math.log1p(effective.doubleValue()) / timesPerYear);
        return new BigDecimal(root * timesPerYear).round(new MathContext(15));
    }

    private static void requirePeriod(int period, int last) {
        Faults faults = new Faults("financial function");
        Phrase expected = last == Integer.MAX_VALUE ? Phrase.of("1 or more") : Phrase.of("1 to {0}", last);
        faults.require(period >= 1 && period <= last, "period", expected, period);
        faults.throwIfAny();
    }

    private static BigDecimal annuity(BigDecimal rate, int periods, BigDecimal growth, When when) {
        if (rate.signum() == 0) {
            return BigDecimal.valueOf(periods);
        }
        BigDecimal sum = growth.subtract(BigDecimal.ONE).divide(rate, DIGITS);
        return when == When.BEGINNING ? sum.multiply(BigDecimal.ONE.add(rate), DIGITS) : sum;
    }
}
