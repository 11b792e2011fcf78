package org.quanheng.app.loan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.AccountTerms;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LateInterest;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;
import org.quanheng.policy.document.Changes;

/**
 * What lender and borrower agreed.
 *
 * @param annualRate nominal rate a year as a decimal
 * @param annualCost annualised cost of all charges as a decimal (IRR-based)
 * @param excess what becomes of a payment's part that exceeds what is due: held, or counted towards the next instalments as in loans of before
 * @param fees what is charged besides interest
 * @param penalty what overdue principal bears on top of the agreed rate
 * @param changes how far the plan can be changed later
 */
public record LoanContract(
        UUID customerId,
        String productId,
        int productVersion,
        Money principal,
        BigDecimal annualRate,
        BigDecimal annualCost,
        int months,
        RepaymentMethod method,
        Excess excess,
        List<Fee> fees,
        PenaltyTerms penalty,
        Changes changes,
        LocalDate disbursedOn) {
    /** Makes the list unmodifiable. */
    public LoanContract {
        fees = List.copyOf(fees);
    }

    /** The terms bound to the day of disbursement; the same code for an offer, for the contract and for the calculator. */
    public ResolvedTerms terms() {
        return LoanTerms.builder()
                .principal(principal)
                .rate(new Rate(annualRate))
                .instalments(months)
                .method(method)
                .fees(fees)
                .build()
                .resolve(disbursedOn);
    }

    /** What overdue principal bears in a year: the agreed rate, and the penalty on top. */
    public Rate lateRate() {
        return penalty.besides(new Rate(annualRate));
    }

    /** Penalty interest as contracts of ours have it: on overdue principal, by the day, a 365th of a year. */
    static PenaltyTerms penalty(BigDecimal multiple, int graceDays) {
        return new PenaltyTerms(multiple, graceDays, false, DayCount.ACT_365F);
    }

    /**
     * How the account works: a payment covers penalty interest, then interest, then fees, then principal, the oldest instalment first;
     * overdue principal bears the agreed rate until it is paid, and the penalty on top; what exceeds the amounts due goes where it was
     * agreed.
     */
    AccountTerms accountTerms() {
        return AccountTerms.of(terms()).withExcess(excess, excess).with(LateInterest.UNTIL_PAID, penalty);
    }
}
