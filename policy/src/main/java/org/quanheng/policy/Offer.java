package org.quanheng.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.policy.document.Charges;

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
 * @param charges what it costs besides its interest
 */
public record Offer(
        String id,
        Money amount,
        int months,
        RepaymentMethod method,
        BigDecimal pd,
        Limit limit,
        Price price,
        Charges charges) {
    /** The terms of the loan: monthly instalments, interest by the month, the fees of the policy. */
    public LoanTerms terms() {
        return LoanTerms.builder()
                .principal(amount)
                .rate(price.rate())
                .instalments(months)
                .method(method)
                .fees(charges.fees())
                .build();
    }

    /** The same at a rate that the legal cap leaves beside the fees. */
    Offer at(Rate highest) {
        return new Offer(id, amount, months, method, pd, limit, price.cappedAt(highest), charges);
    }

    /** The same with a penalty that keeps what overdue principal bears under the legal cap. */
    Offer withLawfulPenalty() {
        return new Offer(
                id, amount, months, method, pd, limit, price, charges.withPenaltyUpTo(price.capRate(), price.rate()));
    }

    /** The schedule if it is paid out on a day. */
    public Schedule schedule(LocalDate disbursedOn) {
        return Schedule.of(terms().resolve(disbursedOn));
    }

    /** What overdue principal bears in a year: the rate, and the penalty on top. */
    public Rate lateRate() {
        return charges.penalty().besides(price.rate());
    }

    /** The annual cost if it is paid out on a day: interest and fees. */
    public AnnualCost annualCost(LocalDate disbursedOn, AnnualCost.Convention convention) {
        return AnnualCost.of(convention, terms().resolve(disbursedOn));
    }
}
