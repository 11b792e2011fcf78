package org.quanheng.lending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;

/**
 * An exact amount of one currency, kept as a whole number of its smallest units.
 *
 * <p>The smallest unit is the one ISO 4217 gives the currency: the fen of the yuan, the yen itself. Adding two
 * currencies fails; an amount finer than the smallest unit is refused unless the caller says how to round.
 *
 * @param currency the ISO 4217 currency
 * @param minorUnits the amount in smallest units, such as 116900 for DEM 1169.00
 */
public record Money(Currency currency, long minorUnits) implements Comparable<Money> {
    private static final int MOST_DIGITS = 1_000;

    /** Checks that the currency is there and has a smallest unit (ISO's XXX and metals have none). */
    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw fault("currency", "a currency with a smallest unit", currency.getCurrencyCode(), "");
        }
    }

    /** The amount of so many smallest units, such as cents or fen. */
    public static Money ofMinor(Currency currency, long minorUnits) {
        return new Money(currency, minorUnits);
    }

    /** Nothing of a currency. */
    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    /**
     * An amount written as a decimal, such as {@code Money.of("DEM", "1169.00")}.
     *
     * @throws FaultyInputException if the currency is unknown, the text is not a decimal, or it is finer than the
     *     currency's smallest unit
     */
    public static Money of(String currencyCode, String decimal) {
        return of(currency(currencyCode), decimal);
    }

    /**
     * An amount written as a decimal.
     *
     * @throws FaultyInputException if the text is not a plain decimal or finer than the currency's smallest unit
     */
    public static Money of(Currency currency, String decimal) {
        if (decimal.length() > 40 || !decimal.matches("[+-]?\\d+(\\.\\d+)?")) {
            throw fault("amount", "a decimal such as 1169.00", shown(decimal), "");
        }
        return of(currency, new BigDecimal(decimal));
    }

    /**
     * An exact decimal amount.
     *
     * @throws FaultyInputException if the amount is finer than the currency's smallest unit or beyond what can be held
     */
    public static Money of(Currency currency, BigDecimal amount) {
        requireWritten(amount);
        int scale = currency.getDefaultFractionDigits();
        BigDecimal rounded = amount.setScale(Math.max(scale, 0), RoundingMode.HALF_UP);
        if (rounded.compareTo(amount) != 0) {
            throw fault(
                    "amount",
                    Phrase.of("at most {0} decimals in {1}", scale, currency.getCurrencyCode()),
                    amount.toPlainString(),
                    Phrase.of("round it first, to {0}", rounded.toPlainString()));
        }
        return ofRounded(currency, rounded);
    }

    /**
     * A decimal amount brought to the currency's smallest unit by the given rounding.
     *
     * @throws FaultyInputException if the amount is beyond what can be held
     */
    public static Money of(Currency currency, BigDecimal amount, RoundingMode rounding) {
        requireWritten(amount);
        return ofRounded(currency, amount.setScale(Math.max(currency.getDefaultFractionDigits(), 0), rounding));
    }

    /** Writing out a decimal such as 1E+999999999 would take all memory before it could be refused. */
    private static void requireWritten(BigDecimal amount) {
        if (Math.abs((long) amount.scale()) > MOST_DIGITS) {
            throw fault(
                    "amount",
                    Phrase.of("at most {0} digits before or after the point", MOST_DIGITS),
                    amount.toString(),
                    "");
        }
    }

    private static Money ofRounded(Currency currency, BigDecimal rounded) {
        if (rounded.unscaledValue().bitLength() > 63) {
            throw fault(
                    "amount",
                    Phrase.of("at most {0}", new Money(currency, Long.MAX_VALUE)),
                    shown(rounded.toPlainString()),
                    "");
        }
        return new Money(currency, rounded.unscaledValue().longValueExact());
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            FaultyInputException refused = fault("currency", "an ISO 4217 code such as CNY or EUR", shown(code), "");
            refused.initCause(e);
            throw refused;
        }
    }

    /** The amount as a decimal with the currency's number of decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /** The ISO 4217 code of the currency. */
    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    /** The sum; fails on another currency or beyond the range of a long. */
    public Money plus(Money other) {
        return new Money(currency, Math.addExact(minorUnits, sameCurrency(other).minorUnits));
    }

    /** The difference; fails on another currency or beyond the range of a long. */
    public Money minus(Money other) {
        return new Money(currency, Math.subtractExact(minorUnits, sameCurrency(other).minorUnits));
    }

    /** The same amount the other way round. */
    public Money negate() {
        return new Money(currency, Math.negateExact(minorUnits));
    }

    /** So many times the amount. */
    public Money times(long factor) {
        return new Money(currency, Math.multiplyExact(minorUnits, factor));
    }

    /** A share or multiple of the amount, brought to the smallest unit by the given rounding. */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        return of(currency, amount().multiply(factor), rounding);
    }

    /** The smaller of the two. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of the two. */
    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** True when nothing is left. */
    public boolean isZero() {
        return minorUnits == 0;
    }

    /** True above zero. */
    public boolean isPositive() {
        return minorUnits > 0;
    }

    /** True below zero. */
    public boolean isNegative() {
        return minorUnits < 0;
    }

    /** Compares two amounts of one currency; fails on another currency. */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    /** The code, a blank and the plain decimal: {@code DEM 1169.00}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + amount().toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw fault("currency", Phrase.of("{0} as in {1}", currency.getCurrencyCode(), this), other.toString(), "");
        }
        return other;
    }

    private static String shown(String text) {
        return "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
    }

    private static FaultyInputException fault(String where, Object expected, String came, Object maybe) {
        return FaultyInputException.of("money", Fault.of(where, expected, came, maybe));
    }
}
