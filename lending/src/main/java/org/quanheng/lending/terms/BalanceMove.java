package org.quanheng.lending.terms;

import java.time.LocalDate;
import org.quanheng.lending.Money;

/**
 * A planned change of what is owed besides the instalments: a draw-down, or a repayment of a revolving loan.
 *
 * @param on the day, from which the new balance bears interest
 * @param amount above zero for a draw-down, below zero for a repayment
 */
public record BalanceMove(LocalDate on, Money amount) {}
