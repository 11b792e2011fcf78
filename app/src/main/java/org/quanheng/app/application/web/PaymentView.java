package org.quanheng.app.application.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.FieldError;

/**
 * What a loan of this amount and term would cost: the fragment beside the sliders, served by {@code GET /payment}.
 *
 * @param quotes the chosen way to pay back, then the one to compare it with if there is one; empty if the input cannot be quoted
 * @param errors what is wrong with the input, empty if nothing is
 * @param reach how much a payment carries; null unless one was named
 */
public record PaymentView(
        List<Quote> quotes,
        List<FieldError> errors,
        @Nullable Reach reach) {

    public PaymentView {
        quotes = List.copyOf(quotes);
        errors = List.copyOf(errors);
    }

    /**
     * How much can be borrowed for what somebody can pay a month, in the chosen way and time.
     *
     * @param bound {@code reach.<code>}: {@code payment}, {@code product} or {@code none}, what the amount ends at; {@code none}
     *     if even the smallest loan takes more
     * @param amount the amount, of the product's steps; the smallest one if there is none
     * @param highest its highest payment
     * @param address the start page with this amount
     */
    public record Reach(
            BigDecimal monthly,
            String bound,
            BigDecimal amount,
            BigDecimal highest,
            String currency,
            int months,
            String method,
            String address) {}

    /**
     * An estimate at the rate of the product's example.
     *
     * @param method {@code method.<code>}
     * @param offered whether the policy offers this way to pay back; if not, it is there to compare with
     * @param first the first payment
     * @param last the last one
     * @param rate nominal rate a year, 0.104 for 10.4 %
     * @param annualCost the true annual cost, 0.109 for 10.9 %
     * @param rateMin the lowest rate of the product
     * @param rateMax its highest
     * @param by what is paid and owed, month by month from 0
     */
    public record Quote(
            String method,
            boolean offered,
            String currency,
            BigDecimal amount,
            int months,
            BigDecimal first,
            BigDecimal last,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal total,
            BigDecimal rate,
            BigDecimal annualCost,
            BigDecimal rateMin,
            BigDecimal rateMax,
            List<Month> by) {

        public Quote {
            by = List.copyOf(by);
        }
    }

    /** What is paid at the end of a month, the interest in it, and what is owed after it. */
    public record Month(BigDecimal payment, BigDecimal interest, BigDecimal balance) {}
}
