package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quanheng.app.page.PaymentView;
import org.quanheng.app.product.Product;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.LoanTerms;
import org.quanheng.lending.schedule.RepaymentMethod;
import org.quanheng.lending.schedule.ResolvedTerms;
import org.quanheng.lending.schedule.Schedule;

/** What a loan would cost at the product's representative rate, by the same code as every offer and contract. */
final class Quotes {
    private Quotes() {}

    static PaymentView.Quote of(Product product, long amount, int months, LocalDate today) {
        Money principal = Money.of(product.currency(), Long.toString(amount));
        LoanTerms terms = LoanTerms.monthly(
                principal, new Rate(product.representativeRate()), months, RepaymentMethod.EQUAL_INSTALMENT);
        ResolvedTerms resolved = terms.resolve(today);
        Schedule schedule = resolved.schedule();
        AnnualCost cost = AnnualCost.of(AnnualCost.Convention.CHINA, resolved, Money.zero(principal.currency()));
        return new PaymentView.Quote(
                product.currency(),
                principal.amount(),
                months,
                schedule.instalment(1).payment().amount(),
                schedule.totalInterest().amount(),
                BigDecimal.ZERO,
                schedule.totalPayment().amount(),
                product.representativeRate(),
                cost.rate(),
                product.rates().min(),
                product.rates().max(),
                balances(schedule, principal.amount()));
    }

    static List<BigDecimal> balances(Schedule schedule, BigDecimal principal) {
        List<BigDecimal> balances = new ArrayList<>();
        balances.add(principal);
        for (Instalment instalment : schedule.instalments()) {
            balances.add(instalment.balanceAfter().amount());
        }
        return balances;
    }
}
