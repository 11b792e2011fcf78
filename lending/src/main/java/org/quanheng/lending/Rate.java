package org.quanheng.lending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;

/**
 * A nominal rate per year, as a decimal: 0.072 is 7.2 % a year.
 *
 * <p>Nominal means that the rate of a month is a twelfth of it (or its share by a day count), not that twelve months
 * compound to it. What a loan truly costs in a year is an annual cost, not a Rate.
 *
 * @param perYear the decimal; scale is not part of equality, 0.07 equals 0.070
 */
public record Rate(BigDecimal perYear) implements Comparable<Rate> {
    private static final int MOST_DIGITS = 1_000;

    /** No interest. */
    public static final Rate ZERO = new Rate(BigDecimal.ZERO);

    /** Drops trailing zeros, so that equal rates are equal values; refuses what could not be written out. */
    public Rate {
        if (Math.abs((long) perYear.scale()) > MOST_DIGITS) {
            throw FaultyInputException.of(
                    "rate",
                    Fault.of(
                            "rate",
                            Phrase.of("at most {0} digits before or after the point", MOST_DIGITS),
                            perYear.toString()));
        }
        perYear = perYear.signum() == 0 ? BigDecimal.ZERO : perYear.stripTrailingZeros();
    }

    /** A rate from its decimal, such as {@code Rate.of("0.072")}; fails if the text is not a decimal. */
    public static Rate of(String decimal) {
        return new Rate(number(decimal, "a decimal such as 0.072 for 7.2 %"));
    }

    /** A rate from its percentage, such as {@code Rate.ofPercent("7.2")}; fails if the text is not a decimal. */
    public static Rate ofPercent(String percent) {
        return new Rate(number(percent, "a percentage such as 7.2").movePointLeft(2));
    }

    /** A rate from basis points, a hundredth of a percent each. */
    public static Rate ofBasisPoints(long bps) {
        return new Rate(BigDecimal.valueOf(bps, 4));
    }

    private static BigDecimal number(String text, String expected) {
        if (text.length() > 40 || !text.matches("[+-]?\\d+(\\.\\d+)?")) {
            String came = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            throw FaultyInputException.of("rate", Fault.of("rate", expected, "\"" + came + "\""));
        }
        return new BigDecimal(text);
    }

    /** The rate in percent: 7.2 for 0.072. */
    public BigDecimal percent() {
        BigDecimal percent = perYear.movePointRight(2);
        return percent.scale() < 0 ? percent.setScale(0, RoundingMode.UNNECESSARY) : percent;
    }

    /** The sum of two rates, such as index and spread. */
    public Rate plus(Rate other) {
        return new Rate(perYear.add(other.perYear));
    }

    @Override
    public int compareTo(Rate other) {
        return perYear.compareTo(other.perYear);
    }

    /** The rate in percent, such as {@code 7.2 %}. */
    @Override
    public String toString() {
        return percent().toPlainString() + " %";
    }
}
