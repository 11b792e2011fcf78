package org.quanheng.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.quanheng.lending.Money;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;

/**
 * One offer: what is lent, for how long, at what rate, and how it is repaid.
 *
 * @param id name of the offer, as the policy document has it
 * @param amount amount lent
 * @param months number of monthly instalments
 * @param method repayment method
 * @param pd probability of default at this term
 * @param limit how the amount was limited
 * @param price how the rate was reached
 */
public record Offer(
        String id, Money amount, int months, RepaymentMethod method, BigDecimal pd, Limit limit, Price price) {
    /** The terms of the loan: monthly instalments, interest by the month, no fees. */
    public LoanTerms terms() {
        return LoanTerms.monthly(amount, price.rate(), months, method);
    }

    /** The schedule if it is paid out on a day. */
    public Schedule schedule(LocalDate disbursedOn) {
        return Schedule.of(terms().resolve(disbursedOn));
    }

    /** The annual cost if it is paid out on a day; there are no fees, so it is made of interest alone. */
    public AnnualCost annualCost(LocalDate disbursedOn, AnnualCost.Convention convention) {
        return AnnualCost.of(convention, terms().resolve(disbursedOn));
    }
}
