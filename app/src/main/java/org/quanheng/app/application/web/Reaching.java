package org.quanheng.app.application.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quanheng.app.product.Product;
import org.quanheng.lending.Money;
import org.quanheng.lending.limit.Affordability;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;
import org.springframework.web.util.UriComponentsBuilder;

/** How much a payment carries at the calculator's rate: found and checked by the schedule, never by a formula of the page. */
final class Reaching {
    private final Product product;
    private final ResolvedTerms loan;
    private final Money monthly;

    Reaching(Product product, List<Fee> fees, int months, RepaymentMethod method, Money monthly, LocalDate today) {
        this.product = product;
        this.loan = Quotes.loan(product, fees, money(product, product.amount().max()), months, method, today);
        this.monthly = monthly;
    }

    private static Money money(Product product, long amount) {
        return Money.of(product.currency(), Long.toString(amount));
    }

    /**
     * The answer.
     *
     * @param typed what else stands on the page, which the link to the amount keeps
     */
    PaymentView.Reach of(Map<String, String> typed) {
        Product.Range range = product.amount();
        long amount = range.max();
        String bound = "product";
        if (!fits(amount)) {
            bound = "payment";
            amount = Affordability.largestLoan(loan, monthly).amount().longValue() / range.step() * range.step();
            // A cent that the last instalment makes up for may exceed what a larger loan keeps to.
            while (amount >= range.min() && !fits(amount)) {
                amount -= range.step();
            }
        }
        if (amount < range.min()) {
            bound = "none";
            amount = range.min();
        }
        return new PaymentView.Reach(
                monthly.amount(),
                bound,
                money(product, amount).amount(),
                highest(amount).amount(),
                product.currency(),
                loan.terms().instalments(),
                loan.terms().method().name().toLowerCase(Locale.ROOT),
                address(typed, amount));
    }

    private boolean fits(long amount) {
        return highest(amount).compareTo(monthly) <= 0;
    }

    private Money highest(long amount) {
        return Affordability.highestPayment(Schedule.of(loan.ofPrincipal(money(product, amount))));
    }

    private static String address(Map<String, String> typed, long amount) {
        Map<String, String> kept = new LinkedHashMap<>(typed);
        kept.put(StartController.AMOUNT, Long.toString(amount));
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
        kept.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(kept).toUriString();
    }
}
