package org.quanheng.lending.calendar;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A part of a year as an exact fraction: 31 days of ACT/365F are 31/365, not 0.0849….
 *
 * @param numerator of the fraction in lowest terms
 * @param denominator above zero
 */
public record YearFraction(long numerator, long denominator) implements Comparable<YearFraction> {
    /** No time at all. */
    public static final YearFraction ZERO = new YearFraction(0, 1);

    /** Brings the fraction to lowest terms; the denominator must be above zero. */
    public YearFraction {
        if (denominator <= 0) {
            throw new ArithmeticException("expected a denominator above zero, came " + denominator);
        }
        long divisor = gcd(Math.abs(numerator), denominator);
        if (divisor > 1) {
            numerator /= divisor;
            denominator /= divisor;
        }
    }

    /** So many months of a year of twelve. */
    public static YearFraction ofMonths(long months) {
        return new YearFraction(months, 12);
    }

    /** The exact sum. */
    public YearFraction plus(YearFraction other) {
        if (denominator == other.denominator) {
            return new YearFraction(Math.addExact(numerator, other.numerator), denominator);
        }
        long divisor = gcd(denominator, other.denominator);
        long left = Math.multiplyExact(numerator, other.denominator / divisor);
        long right = Math.multiplyExact(other.numerator, denominator / divisor);
        return new YearFraction(
                Math.addExact(left, right), Math.multiplyExact(denominator, other.denominator / divisor));
    }

    /** The share that so many days of a period have in it, of so many days in all. */
    public YearFraction share(long days, long ofDays) {
        return new YearFraction(Math.multiplyExact(numerator, days), Math.multiplyExact(denominator, ofDays));
    }

    /** The fraction as a decimal in the given precision. */
    public BigDecimal decimal(MathContext precision) {
        return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), precision);
    }

    /** The nearest floating-point number, for solvers of rates; never used for money. */
    public double approximate() {
        return (double) numerator / denominator;
    }

    @Override
    public int compareTo(YearFraction other) {
        return BigInteger.valueOf(numerator)
                .multiply(BigInteger.valueOf(other.denominator))
                .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
    }

    /** The fraction as written, such as {@code 31/365}. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }

    private static long gcd(long a, long b) {
        long larger = a;
        long smaller = b;
        while (smaller != 0) {
            long rest = larger % smaller;
            larger = smaller;
            smaller = rest;
        }
        return larger;
    }
}
