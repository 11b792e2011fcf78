package org.quanheng.lending.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;

/**
 * A fee of a loan and who receives it.
 *
 * @param name as the borrower reads it
 * @param payee who receives it: {@link #LENDER}, or by name a guarantor, an insurer
 * @param charged when
 * @param amount a fixed amount; null if it is a percentage
 * @param percent of the principal lent, or of the balance before the instalment; null if it is an amount
 */
public record Fee(
        String name,
        String payee,
        Charged charged,
        @Nullable Money amount,
        @Nullable BigDecimal percent) {
    /** The payee of a fee that stays with the lender; everybody else's is passed on. */
    public static final String LENDER = "lender";

    /** When a fee is charged, and on what a percentage is taken. */
    public enum Charged {
        /** Kept back or paid on the day of disbursement; a percentage of the principal lent. */
        UP_FRONT,
        /** With each instalment, of which a bullet loan has one; a percentage of the principal lent. */
        EACH_INSTALMENT,
        /** With each instalment, of which a bullet loan has one; a percentage of the balance before it. */
        EACH_INSTALMENT_ON_BALANCE
    }

    /** Checks that there is an amount or a percentage, not both, and neither below zero. */
    public Fee {
        Faults faults = new Faults(Phrase.of("fee {0}", name));
        faults.require(!name.isBlank(), "name", "a name", "\"\"");
        faults.require(!payee.isBlank(), "payee", "who receives it", "\"\"");
        faults.require(
                (amount == null) != (percent == null),
                "amount, percent",
                "one of the two",
                amount == null ? "neither" : "both");
        faults.require(amount == null || !amount.isNegative(), "amount", "zero or above", amount);
        faults.require(
                percent == null || (percent.signum() >= 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0),
                "percent",
                "0 to 100",
                percent);
        if (percent != null) {
            LoanTerms.requireDecimals("percent", percent, faults);
        }
        faults.throwIfAny();
    }

    /** A fixed amount on the day of disbursement. */
    public static Fee upFront(String name, String payee, Money amount) {
        return new Fee(name, payee, Charged.UP_FRONT, amount, null);
    }

    /** A fixed amount with each instalment. */
    public static Fee eachInstalment(String name, String payee, Money amount) {
        return new Fee(name, payee, Charged.EACH_INSTALMENT, amount, null);
    }

    /** A percentage, when and of what {@code charged} says. */
    public static Fee percentage(String name, String payee, Charged charged, BigDecimal percent) {
        return new Fee(name, payee, charged, null, percent);
    }

    /** True if somebody else than the lender receives it. */
    boolean isPassedOn() {
        return !payee.equals(LENDER);
    }

    /** The fee for the given base, rounded to the smallest unit. */
    Money on(Money base, RoundingMode mode) {
        if (amount != null) {
            return amount;
        }
        BigDecimal share = percent == null ? BigDecimal.ZERO : percent.movePointLeft(2);
        return base.times(share, mode);
    }
}
