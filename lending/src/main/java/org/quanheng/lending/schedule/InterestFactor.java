package org.quanheng.lending.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.YearFraction;

/**
 * The interest of one unit of money over a stretch of time, as an exact fraction: rate × part of a year.
 *
 * <p>Amounts stay whole numbers of smallest units throughout: the product is divided once and rounded once. The usual case,
 * rounding to the nearest cent, is answered by a floating-point filter: below 2³⁰ the product errs by five roundings at most,
 * less than 2⁻²⁰, so where it lies farther than that from the middle of two cents, the nearer one is right. All else is
 * computed with whole numbers, beyond the range of a long with big integers, to the same result.
 */
public final class InterestFactor {
    private static final long EXACT_IN_DOUBLE = 1L << 53;
    private static final double CLEAR_OF_HALF = 0.5 - 0x1p-20;

    /** Interest up to which the filter's error bound holds, in smallest units. */
    static final double FILTER_BELOW = 0x1p30;

    /** Bears no interest. */
    public static final InterestFactor ZERO = new InterestFactor(0, 1);

    private final long numerator;
    private final long denominator;
    private final double quotient;

    /** A factor of two whole numbers, the first zero or above, the second above zero. */
    public InterestFactor(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.quotient = (double) numerator / denominator;
    }

    /** What the denominator divides. */
    public long numerator() {
        return numerator;
    }

    /** What divides the numerator. */
    public long denominator() {
        return denominator;
    }

    /** The nearest double, for filters that prove the cent or leave it to whole numbers. */
    double approximate() {
        return quotient;
    }

    /** The exact factor of a rate over a part of a year; fails if it does not fit (rates of over 10 decimals). */
    public static InterestFactor of(Rate rate, YearFraction time) {
        BigDecimal decimal = rate.perYear();
        BigDecimal whole = decimal.scale() < 0 ? decimal.setScale(0, RoundingMode.UNNECESSARY) : decimal;
        YearFraction scaled = new YearFraction(whole.unscaledValue().longValueExact(), powerOfTen(whole.scale()));
        YearFraction reduced = new YearFraction(scaled.numerator(), time.denominator());
        YearFraction rest = new YearFraction(time.numerator(), scaled.denominator());
        // Reduced crosswise, the product is in lowest terms already.
        return new InterestFactor(
                Math.multiplyExact(reduced.numerator(), rest.numerator()),
                Math.multiplyExact(reduced.denominator(), rest.denominator()));
    }

    /**
     * The interest on a balance, rounded to a multiple of {@code unit}.
     *
     * @param balance in smallest units, zero or above
     * @param unit in smallest units, 1 or more
     */
    public long on(long balance, long unit, RoundingMode mode) {
        if (unit == 1 && nearest(mode)) {
            double product = balance * quotient;
            double whole = Math.rint(product);
            if (product < FILTER_BELOW && proves(product, whole)) {
                return (long) whole;
            }
        }
        return exactly(balance, unit, mode);
    }

    /** True if a product below the filter's limit lies so near to a whole number that this is the exact product's nearest. */
    static boolean proves(double product, double whole) {
        return Math.abs(product - whole) < CLEAR_OF_HALF;
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int k = 0; k < exponent; k++) {
            power = Math.multiplyExact(power, 10L);
        }
        return power;
    }

    static boolean nearest(RoundingMode mode) {
        return mode == RoundingMode.HALF_UP || mode == RoundingMode.HALF_EVEN || mode == RoundingMode.HALF_DOWN;
    }

    private long exactly(long balance, long unit, RoundingMode mode) {
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

    /** Equal if numerator and denominator are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof InterestFactor that
                        && numerator == that.numerator
                        && denominator == that.denominator);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(31 * numerator + denominator);
    }

    /** The fraction as written, such as {@code 3/500}. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
