package org.quanheng.lending.annualcost;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.quanheng.lending.Money;

/**
 * An amount on a day, seen by the borrower: positive when the borrower receives it, negative when the borrower pays.
 *
 * @param date the day
 * @param amount in units of the currency, not cents
 */
public record CashFlow(LocalDate date, BigDecimal amount) {
    /** What the borrower receives. */
    public static CashFlow received(LocalDate date, Money amount) {
        return new CashFlow(date, amount.amount());
    }

    /** What the borrower pays. */
    public static CashFlow paid(LocalDate date, Money amount) {
        return new CashFlow(date, amount.amount().negate());
    }
}
