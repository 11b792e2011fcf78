package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.quanheng.app.loan.Payment;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.Effect;
import org.quanheng.lending.account.LoanState;

/**
 * What a payment would pay, on its day. Due, settling, early and held are together the payment and what is taken from held.
 *
 * @param due what it pays of what is due
 * @param settling what it pays besides to settle the loan; 0 if it does not
 * @param early principal that it repays before it is due, without settling the loan
 * @param held what is held more after it
 * @param fromHeld what was held before and settles the loan with it
 * @param settles whether the loan is settled by it
 * @param settled whether the loan was settled before
 * @param muchHeld whether more of it is held than the next instalment asks for, so that an early repayment would save interest
 */
public record PaymentParts(
        BigDecimal due,
        BigDecimal settling,
        BigDecimal early,
        BigDecimal held,
        BigDecimal fromHeld,
        boolean settles,
        boolean settled,
        boolean muchHeld) {

    static PaymentParts of(Payment payment, Effect effect) {
        LocalDate on = payment.receivedOn();
        LoanState before = effect.before().state(on);
        LoanState after = effect.after().state(on);
        Money none = Money.zero(payment.amount().currency());
        Money more = after.held().minus(before.held());
        Money held = more.isPositive() ? more : none;
        Money due = payment.amount().min(before.due());
        Money rest = payment.amount().minus(due).minus(more);
        boolean settled = before.status() == LoanState.Status.CLOSED;
        boolean settles = !settled && after.status() == LoanState.Status.CLOSED;
        return new PaymentParts(
                due.amount(),
                (settles ? rest : none).amount(),
                (settles ? none : rest).amount(),
                held.amount(),
                (more.isPositive() ? none : more.negate()).amount(),
                settles,
                settled,
                !settles && !settled && held.compareTo(nextToCome(effect, on, none)) > 0);
    }

    private static Money nextToCome(Effect effect, LocalDate on, Money none) {
        return effect.before().schedule(on).stream()
                .filter(row -> row.dueDate().isAfter(on))
                .map(AccountRow::unpaid)
                .filter(Money::isPositive)
                .findFirst()
                .orElse(none);
    }
}
