package org.quanheng.lending.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.quanheng.lending.Rounding;

/** Interest of several slices added exactly, or slice by slice when the product rounds there. */
public final class InterestSum {
    private final Rounding rounding;
    private BigInteger numerator = BigInteger.ZERO;
    private BigInteger denominator = BigInteger.ONE;

    /** A sum of nothing, rounded as said. */
    public InterestSum(Rounding rounding) {
        this.rounding = rounding;
    }

    /** The same sum, to be added to by itself. */
    public InterestSum(InterestSum other) {
        this.rounding = other.rounding;
        this.numerator = other.numerator;
        this.denominator = other.denominator;
    }

    /** Adds the interest on a balance over a slice. */
    public void add(long balance, InterestFactor factor) {
        if (rounding.place() == Rounding.Place.SLICE) {
            long rounded = factor.on(balance, rounding.interestUnit(), rounding.mode());
            numerator = numerator.add(BigInteger.valueOf(rounded).multiply(denominator));
            return;
        }
        BigInteger interest = BigInteger.valueOf(balance).multiply(BigInteger.valueOf(factor.numerator()));
        BigInteger below = BigInteger.valueOf(factor.denominator());
        numerator = numerator.multiply(below).add(interest.multiply(denominator));
        denominator = denominator.multiply(below);
        BigInteger divisor = numerator.gcd(denominator);
        if (divisor.bitLength() > 1) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    /** The sum as it is charged. */
    public long rounded() {
        BigDecimal unit = BigDecimal.valueOf(rounding.interestUnit());
        BigDecimal units =
                new BigDecimal(numerator).divide(new BigDecimal(denominator).multiply(unit), 0, rounding.mode());
        return units.multiply(unit).longValueExact();
    }

    BigInteger numerator() {
        return numerator;
    }

    BigInteger denominator() {
        return denominator;
    }
}
