package org.quanheng.lending.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.quanheng.lending.Rounding;

/**
 * The equal instalment that repays a balance over periods of any length: A = P / Σ_k Π_{j≤k} 1/(1+f_j), which is
 * P·i / (1 − (1+i)^−n) when all factors are i.
 *
 * <p>The amount is the exact one, rounded once. A floating-point filter answers nearly always: its error is bounded
 * by (4n+8)·2⁻⁵³ (three roundings a step, and one each for the balance and the last division, with room to spare),
 * and where the whole interval rounds to one amount that amount is right. Otherwise the fraction is computed with big
 * integers. The idea is that of exact geometric predicates (Shewchuk 1997, Adaptive Precision Floating-Point
 * Arithmetic and Fast Robust Geometric Predicates).
 */
final class EqualInstalment {
    private static final double HALF_ULP = 0x1p-53;

    private EqualInstalment() {}

    /** The instalment in smallest units, a multiple of the instalment unit. */
    static long of(long balance, List<InterestFactor> factors, Rounding rounding) {
        long unit = rounding.instalmentUnit();
        double present = 0;
        for (int k = factors.size() - 1; k >= 0; k--) {
            InterestFactor factor = factors.get(k);
            present = (1 + present) / (1 + (double) factor.numerator() / factor.denominator());
        }
        double units = balance / (present * unit);
        double error = units * (4 * factors.size() + 16) * HALF_ULP;
        if (units < 0x1p50) {
            long lower = rounded(units - error, rounding.mode());
            if (lower == rounded(units + error, rounding.mode())) {
                return lower * unit;
            }
        }
        return exact(balance, factors, unit, rounding.mode()) * unit;
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

    /** With 1 + f_k = a_k/b_k: A = P·Πa / D, where D_0 = 0, D_k = D_{k−1}·a_k + Π_{j≤k} b_j. */
    private static long exact(long balance, List<InterestFactor> factors, long unit, RoundingMode mode) {
        BigInteger product = BigInteger.ONE;
        BigInteger denominators = BigInteger.ONE;
        BigInteger sum = BigInteger.ZERO;
        for (InterestFactor factor : factors) {
            BigInteger below = BigInteger.valueOf(factor.denominator());
            BigInteger above = below.add(BigInteger.valueOf(factor.numerator()));
            denominators = denominators.multiply(below);
            sum = sum.multiply(above).add(denominators);
            product = product.multiply(above);
        }
        BigDecimal dividend = new BigDecimal(product.multiply(BigInteger.valueOf(balance)));
        return dividend.divide(new BigDecimal(sum.multiply(BigInteger.valueOf(unit))), 0, mode)
                .longValueExact();
    }
}
