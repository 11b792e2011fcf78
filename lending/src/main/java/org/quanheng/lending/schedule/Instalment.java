package org.quanheng.lending.schedule;

import java.time.LocalDate;
import org.quanheng.lending.Money;

/**
 * One row of a schedule.
 *
 * @param number from 1
 * @param dueDate the day on which it is to be paid
 * @param principal what it repays of the loan, zero or above
 * @param interest of the period that ends on the due date, zero or above
 * @param fees charged with it, zero or above
 * @param payment principal, interest and fees together
 * @param balanceAfter what is still owed of the loan once it is paid, draw-downs of the same day included
 */
public record Instalment(
        int number,
        LocalDate dueDate,
        Money principal,
        Money interest,
        Money fees,
        Money payment,
        Money balanceAfter) {}
