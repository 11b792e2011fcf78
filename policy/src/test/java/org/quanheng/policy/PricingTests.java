package org.quanheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.quanheng.policy.document.PolicyDocument.PriceRule;
import org.quanheng.policy.document.PolicyDocument.RateCap;

class PricingTests {
    private static final RateCap CAP =
            new RateCap("cap", "law", "1", LocalDate.of(2017, 8, 4), new BigDecimal("0.24"), "test");

    @Test
    void breakEvenOfAYear() {
        // (0.10 · 0.45 + 0.06) / 0.90 = 0.116666667; with 0.01 margin 0.1266..., in steps of 0.0005 it is 0.1265.
        Price price = pricing().price(new BigDecimal("0.10"), 12, CAP);
        assertThat(price.annualPd()).isEqualByComparingTo("0.1");
        assertThat(price.breakEven()).isEqualByComparingTo("0.116666667");
        assertThat(price.wanted()).isEqualByComparingTo("0.1265");
        assertThat(price.rate().perYear()).isEqualByComparingTo("0.1265");
        assertThat(price.capped()).isFalse();
        assertThat(price.belowBreakEven()).isFalse();
    }

    @Test
    void pdIsSpreadOverTheYears() {
        // 1 − 0.81^(12/24) = 0.1
        assertThat(Pricing.annualPd(new BigDecimal("0.19"), 24)).isEqualByComparingTo("0.1");
        // 1 − 0.9^(12/6) = 0.19
        assertThat(Pricing.annualPd(new BigDecimal("0.10"), 6)).isEqualByComparingTo("0.19");
        assertThat(Pricing.annualPd(BigDecimal.ZERO, 6)).isEqualByComparingTo("0");
    }

    @Test
    void theCapIsOnTheAnnualCost() {
        // 12 (1.24^(1/12) − 1) = 0.21705...
        assertThat(Pricing.nominalOf(new BigDecimal("0.24")).doubleValue()).isCloseTo(0.217050, Offset.offset(1e-5));
        Price price = pricing().price(new BigDecimal("0.18"), 12, CAP);
        assertThat(price.capRate()).isEqualByComparingTo("0.2170");
        assertThat(price.rate().perYear()).isEqualByComparingTo(price.wanted().min(price.capRate()));
    }

    @Test
    void whatTheCapCannotEarnIsBelowBreakEven() {
        Price price = pricing().price(new BigDecimal("0.30"), 12, CAP);
        assertThat(price.capped()).isTrue();
        assertThat(price.belowBreakEven()).isTrue();
    }

    @Test
    void nothingIsLentBelowTheFloor() {
        Price price = pricing().price(BigDecimal.ZERO, 12, CAP);
        assertThat(price.rate().perYear()).isEqualByComparingTo("0.08");
    }

    private static Pricing pricing() {
        return new Pricing(new PriceRule(
                new BigDecimal("0.45"),
                new BigDecimal("0.03"),
                new BigDecimal("0.02"),
                new BigDecimal("0.01"),
                new BigDecimal("0.01"),
                new BigDecimal("0.08"),
                new BigDecimal("0.0005")));
    }
}
