package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A number as a schoolbook writes it: nothing is lost until it is rounded. */
record Fraction(BigInteger over, BigInteger under) {
    static final Fraction ZERO = of(0, 1);
    static final Fraction ONE = of(1, 1);

    Fraction {
        BigInteger divisor = over.gcd(under).max(BigInteger.ONE);
        BigInteger sign = under.signum() < 0 ? divisor.negate() : divisor;
        over = over.divide(sign);
        under = under.divide(sign);
    }

    static Fraction of(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    static Fraction of(BigDecimal number) {
        return new Fraction(number.movePointRight(12).toBigIntegerExact(), BigInteger.TEN.pow(12));
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    Fraction times(long count) {
        return times(of(count, 1));
    }

    Fraction dividedBy(Fraction other) {
        return new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    /** The multiple of a unit that the mode leads to. */
    long rounded(long unit, RoundingMode mode) {
        BigDecimal units =
                new BigDecimal(over).divide(new BigDecimal(under.multiply(BigInteger.valueOf(unit))), 0, mode);
        return units.longValueExact() * unit;
    }
}
