package org.quanheng.lending.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.YearFraction;

/**
 * The interest of one unit of money over a stretch of time, as an exact fraction: rate × part of a year.
 *
 * <p>Amounts stay whole numbers of smallest units throughout: the product is divided once and rounded once. A product
 * beyond the range of a long is computed with big integers, to the same result.
 *
 * @param numerator zero or above
 * @param denominator above zero
 */
public record InterestFactor(long numerator, long denominator) {
    private static final long EXACT_IN_DOUBLE = 1L << 53;

    /** Bears no interest. */
    public static final InterestFactor ZERO = new InterestFactor(0, 1);

    /** The exact factor of a rate over a part of a year; fails if it does not fit (rates of over 10 decimals). */
    public static InterestFactor of(Rate rate, YearFraction time) {
        BigDecimal decimal = rate.perYear();
        BigDecimal whole = decimal.scale() < 0 ? decimal.setScale(0, RoundingMode.UNNECESSARY) : decimal;
        YearFraction scaled = new YearFraction(
                whole.unscaledValue().longValueExact(),
                BigInteger.TEN.pow(whole.scale()).longValueExact());
        YearFraction reduced = new YearFraction(scaled.numerator(), time.denominator());
        YearFraction rest = new YearFraction(time.numerator(), scaled.denominator());
        YearFraction factor = new YearFraction(
                Math.multiplyExact(reduced.numerator(), rest.numerator()),
                Math.multiplyExact(reduced.denominator(), rest.denominator()));
        return new InterestFactor(factor.numerator(), factor.denominator());
    }

    /**
     * The interest on a balance, rounded to a multiple of {@code unit}.
     *
     * @param balance in smallest units, zero or above
     * @param unit in smallest units, 1 or more
     */
    public long on(long balance, long unit, RoundingMode mode) {
        long high = Math.multiplyHigh(balance, numerator);
        long low = balance * numerator;
        if (high == 0 && low >= 0 && unit == 1) {
            return quotient(low, denominator, mode);
        }
        if (high == 0 && low >= 0 && denominator <= Long.MAX_VALUE / unit) {
            return quotient(low, denominator * unit, mode) * unit;
        }
        BigInteger exact = BigInteger.valueOf(balance).multiply(BigInteger.valueOf(numerator));
        BigInteger divisor = BigInteger.valueOf(denominator).multiply(BigInteger.valueOf(unit));
        BigDecimal units = new BigDecimal(exact).divide(new BigDecimal(divisor), 0, mode);
        return Math.multiplyExact(units.longValueExact(), unit);
    }

    /** The quotient of two whole numbers, the first zero or above, the second above zero, rounded to a whole number. */
    public static long quotient(long dividend, long divisor, RoundingMode mode) {
        long floor = floor(dividend, divisor);
        long rest = dividend - floor * divisor;
        if (rest == 0) {
            return floor;
        }
        long toNext = divisor - rest;
        boolean up = switch (mode) {
            case UP, CEILING -> true;
            case DOWN, FLOOR -> false;
            case HALF_UP -> rest >= toNext;
            case HALF_DOWN -> rest > toNext;
            case HALF_EVEN -> rest > toNext || (rest == toNext && (floor & 1) == 1);
            case UNNECESSARY ->
                throw new ArithmeticException("expected a whole result, came " + dividend + "/" + divisor);
        };
        return up ? floor + 1 : floor;
    }

    /** The whole part of a quotient; a floating-point division is the quicker first guess where it is off by one at most. */
    private static long floor(long dividend, long divisor) {
        if (dividend >= EXACT_IN_DOUBLE) {
            return dividend / divisor;
        }
        long guess = (long) ((double) dividend / (double) divisor);
        long rest = dividend - guess * divisor;
        if (rest < 0) {
            return guess - 1;
        }
        return rest >= divisor ? guess + 1 : guess;
    }
}
