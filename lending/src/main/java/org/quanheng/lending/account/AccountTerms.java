package org.quanheng.lending.account;

import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/**
 * What an account needs to know besides the loan's own terms.
 *
 * @param loan the loan bound to dates
 * @param allocation the order in which a payment covers what is due
 * @param lateInterest whether overdue principal bears ordinary interest
 * @param penalty penalty interest
 * @param excessOnDueDate where a payment's excess goes on a due date
 * @param excessBetween where it goes on another day
 */
public record AccountTerms(
        ResolvedTerms loan,
        AllocationOrder allocation,
        LateInterest lateInterest,
        PenaltyTerms penalty,
        Excess excessOnDueDate,
        Excess excessBetween) {

    /** Principal last, ordinary interest until paid, no penalty, excess is held until something falls due. */
    public static AccountTerms of(ResolvedTerms loan) {
        return new AccountTerms(
                loan,
                AllocationOrder.PRINCIPAL_LAST,
                LateInterest.UNTIL_PAID,
                PenaltyTerms.NONE,
                Excess.HELD,
                Excess.HELD);
    }

    /** True if late principal bears ordinary interest after the last due date; flat interest is what was agreed, late or not. */
    boolean lateBearsOn() {
        return lateInterest == LateInterest.UNTIL_PAID && loan.terms().method() != RepaymentMethod.FLAT;
    }

    /** True if late principal bears ordinary interest up to each payment, and none where none comes. */
    boolean lateBearsUpToPayment() {
        return lateInterest.onlyUpToPayment() && loan.terms().method() != RepaymentMethod.FLAT;
    }

    /** The same with another allocation order. */
    public AccountTerms with(AllocationOrder order) {
        return new AccountTerms(loan, order, lateInterest, penalty, excessOnDueDate, excessBetween);
    }

    /** The same with another treatment of what is overdue. */
    public AccountTerms with(LateInterest late, PenaltyTerms penaltyTerms) {
        return new AccountTerms(loan, allocation, late, penaltyTerms, excessOnDueDate, excessBetween);
    }

    /** The same with excess going elsewhere. */
    public AccountTerms withExcess(Excess onDueDate, Excess between) {
        return new AccountTerms(loan, allocation, lateInterest, penalty, onDueDate, between);
    }
}
