package org.quanheng.app.loan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.AccountTerms;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

/**
 * What lender and borrower agreed.
 *
 * @param annualRate nominal rate a year as a decimal
 * @param annualCost annualised cost of all charges as a decimal (IRR-based)
 * @param excess what becomes of a payment's part that exceeds what is due: held, or counted towards the next instalments as in loans of before
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
        LocalDate disbursedOn) {

    /** The terms bound to the day of disbursement; the same code for an offer, for the contract and for the calculator. */
    public ResolvedTerms terms() {
        return LoanTerms.monthly(principal, new Rate(annualRate), months, method)
                .resolve(disbursedOn);
    }

    /**
     * How the account works: a payment covers interest, then fees, then principal, the oldest instalment first; overdue principal
     * bears the agreed rate until it is paid; what exceeds the amounts due goes where it was agreed. No contract of ours has penalty
     * interest, so none is charged.
     */
    AccountTerms accountTerms() {
        return AccountTerms.of(terms()).withExcess(excess, excess);
    }
}
