package org.quanheng.lending.account;

import java.time.LocalDate;
import org.quanheng.lending.Money;

/**
 * One row of an account's schedule as it stands: an instalment of the past or to come, a charge, or an early repayment.
 *
 * @param number of the instalment, from 1; 0 for a charge or an early repayment between due dates
 * @param start the first day of its period
 * @param dueDate when it is or was due
 * @param principal what it repays or repaid of the loan
 * @param interest due with it
 * @param fees due with it
 * @param penalty charged on it so far
 * @param paid what was paid of it
 * @param balanceAfter what is owed by plan once it is paid
 */
public record AccountRow(
        int number,
        LocalDate start,
        LocalDate dueDate,
        Money principal,
        Money interest,
        Money fees,
        Money penalty,
        Money paid,
        Money balanceAfter) {
    /** Principal, interest, fees and penalty together. */
    public Money total() {
        return principal.plus(interest).plus(fees).plus(penalty);
    }

    /** What is left to pay. */
    public Money unpaid() {
        return total().minus(paid);
    }
}
