package org.quanheng.app.page;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a loan of this amount and term would cost: the fragment beside the sliders, served by {@code GET /payment}.
 *
 * @param quote the figures, or null if the input cannot be quoted
 * @param errors what is wrong with the input, empty if nothing is
 */
public record PaymentView(@Nullable Quote quote, List<FieldError> errors) {

    public PaymentView {
        errors = List.copyOf(errors);
    }

    /**
     * An estimate at the rate of the product's example.
     *
     * @param rate nominal rate a year, 0.104 for 10.4 %
     * @param annualCost the true annual cost, 0.109 for 10.9 %
     * @param rateMin the lowest rate of the product
     * @param rateMax its highest
     * @param balances what is owed after 0, 1, … n instalments
     */
    public record Quote(
            String currency,
            BigDecimal amount,
            int months,
            BigDecimal payment,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal total,
            BigDecimal rate,
            BigDecimal annualCost,
            BigDecimal rateMin,
            BigDecimal rateMax,
            List<BigDecimal> balances) {

        public Quote {
            balances = List.copyOf(balances);
        }

        /** The balance as a drawing on its own axes. */
        public BalanceChart chart() {
            return BalanceChart.of(balances, months, amount);
        }
    }
}
