package org.quanheng.lending.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Rounding;

/**
 * The equal instalment that repays a balance over periods of any length: A = P / Σ_k Π_{j≤k} 1/(1+f_j), which is
 * P·i / (1 − (1+i)^−n) when all factors are i.
 *
 * <p>The amount is the exact one, rounded once. A floating-point filter answers nearly always: its error is bounded
 * by (4n+16)·2⁻⁵³ (three roundings a step, and one each for the balance and the last division, with room to spare), with
 * equal factors by that over 1 − (1+i)^−n for the cancellation in that term; where the whole interval rounds to one amount
 * that amount is right. Otherwise the fraction is computed with big
 * integers. The idea is that of exact geometric predicates (Shewchuk 1997, Adaptive Precision Floating-Point
 * Arithmetic and Fast Robust Geometric Predicates).
 */
final class EqualInstalment {
    private static final double HALF_ULP = 0x1p-53;

    private EqualInstalment() {}

    /** The instalment in smallest units, a multiple of the instalment unit, for the periods from {@code from} on. */
    static long of(long balance, InterestFactor[] factors, int from, Rounding rounding) {
        InterestFactor common = common(factors, from);
        if (common != null) {
            return of(balance, common, factors.length - from, rounding);
        }
        double present = 0;
        for (int k = factors.length - 1; k >= from; k--) {
            present = (1 + present) / (1 + factors[k].approximate());
        }
        long proved = proved(balance, present, 1, factors.length - from, rounding);
        return proved >= 0
                ? proved
                : exact(BigInteger.valueOf(balance), BigInteger.ONE, factors, from, false, rounding);
    }

    /** The instalment over so many periods of one factor. */
    static long of(long balance, InterestFactor factor, int count, Rounding rounding) {
        double discount = power(1 / (1 + factor.approximate()), count);
        double present = factor.numerator() == 0 ? count : (1 - discount) / factor.approximate();
        double weight = factor.numerator() == 0 ? 1 : 1 / (1 - discount);
        long proved = proved(balance, present, weight, count, rounding);
        if (proved >= 0) {
            return proved;
        }
        InterestFactor[] factors = new InterestFactor[count];
        Arrays.fill(factors, factor);
        return exact(BigInteger.valueOf(balance), BigInteger.ONE, factors, 0, false, rounding);
    }

    /** The instalment if every amount within the error bound rounds to it, else −1. */
    private static long proved(long balance, double present, double weight, int count, Rounding rounding) {
        double units = balance / (present * rounding.instalmentUnit());
        double error = units * weight * (4 * count + 16) * HALF_ULP;
        if (units < 0x1p50) {
            long lower = rounded(units - error, rounding.mode());
            if (lower == rounded(units + error, rounding.mode())) {
                return lower * rounding.instalmentUnit();
            }
        }
        return -1;
    }

    private static @Nullable InterestFactor common(InterestFactor[] factors, int from) {
        InterestFactor first = factors[from];
        for (int k = from + 1; k < factors.length; k++) {
            if (!first.equals(factors[k])) {
                return null;
            }
        }
        return first;
    }

    private static double power(double base, int exponent) {
        double power = 1;
        double square = base;
        for (int left = exponent; left > 0; left >>= 1) {
            power *= (left & 1) == 1 ? square : 1;
            square *= square;
        }
        return power;
    }

    /**
     * The instalment for a first period whose interest is already known, and the periods from {@code later} on.
     *
     * @param closing what is owed of the loan at the end of the first period
     */
    static long after(long closing, InterestSum interest, InterestFactor[] factors, int later, Rounding rounding) {
        BigInteger below = interest.denominator();
        BigInteger owed = BigInteger.valueOf(closing).multiply(below).add(interest.numerator());
        return exact(owed, below, factors, later, true, rounding);
    }

    private static long rounded(double units, RoundingMode mode) {
        return (long)
                switch (mode) {
                    case UP, CEILING -> Math.ceil(units);
                    case DOWN, FLOOR -> Math.floor(units);
                    case HALF_UP, HALF_DOWN, HALF_EVEN -> Math.rint(units);
                    case UNNECESSARY -> throw new ArithmeticException("expected a mode that can round, came " + mode);
                };
    }

    /**
     * With 1 + f_k = a_k/b_k: A = P·Πa / D, where D_0 = 0, D_k = D_{k−1}·a_k + Π_{j≤k} b_j; one instalment more at once adds
     * Πa to D.
     */
    private static long exact(
            BigInteger owed,
            BigInteger owedBelow,
            InterestFactor[] factors,
            int from,
            boolean oneNow,
            Rounding rounding) {
        BigInteger product = BigInteger.ONE;
        BigInteger denominators = BigInteger.ONE;
        BigInteger sum = BigInteger.ZERO;
        for (int k = from; k < factors.length; k++) {
            BigInteger below = BigInteger.valueOf(factors[k].denominator());
            BigInteger above = below.add(BigInteger.valueOf(factors[k].numerator()));
            denominators = denominators.multiply(below);
            sum = sum.multiply(above).add(denominators);
            product = product.multiply(above);
        }
        BigInteger divisor = oneNow ? sum.add(product) : sum;
        BigInteger unit = BigInteger.valueOf(rounding.instalmentUnit());
        return new BigDecimal(owed.multiply(product))
                .divide(new BigDecimal(divisor.multiply(owedBelow).multiply(unit)), 0, rounding.mode())
                .multiply(new BigDecimal(unit))
                .longValueExact();
    }
}
