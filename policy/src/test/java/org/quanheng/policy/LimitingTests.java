package org.quanheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;

class LimitingTests {
    private final Limiting limiting = new Limiting(SampleLender.document());

    @Test
    void theLeastOfThreeCounts() {
        Limit limit = limit("6000.00", 24, "0.15", "0.04", 24);
        assertThat(limit.byGrade()).isEqualTo(Money.of("DEM", "20000.00"));
        // 6000 · 0.35 / 0.15 = 14000
        assertThat(limit.byDebtService()).isEqualTo(Money.of("DEM", "14000.00"));
        assertThat(limit.amount()).isEqualTo(Money.of("DEM", "14000.00"));
        assertThat(limit.binding()).isEqualTo(Limit.Binding.DEBT_SERVICE);
        assertThat(limit("12000.00", 24, "0.15", "0.15", 24).binding()).isEqualTo(Limit.Binding.GRADE);
        assertThat(limit("12000.00", 24, "0.15", "0.04", 24).binding()).isEqualTo(Limit.Binding.PRODUCT);
    }

    @Test
    void tooHighAShareLowersTheAmountAndALongerTermRaisesIt() {
        // 4000 · 0.35 / 0.40 = 3500
        assertThat(limit("4000.00", 24, "0.40", "0.04", 24).amount()).isEqualTo(Money.of("DEM", "3500.00"));
        assertThat(limit("4000.00", 24, "0.40", "0.04", 36).amount()).isEqualTo(Money.of("DEM", "5250.00"));
    }

    @Test
    void limitsAreWholeStepsRoundedDown() {
        // 1169 · 0.35 / 0.30 = 1363.83, in steps of 50 it is 1350.
        assertThat(limit("1169.00", 6, "0.30", "0.04", 6).amount()).isEqualTo(Money.of("DEM", "1350.00"));
    }

    @Test
    void aPdOnTheEdgeBelongsToTheBetterGrade() {
        assertThat(limit("1000.00", 6, "0.15", "0.05", 6).grade()).isEqualTo("A");
        assertThat(limit("1000.00", 6, "0.15", "0.050000001", 6).grade()).isEqualTo("B");
        assertThat(limit("1000.00", 6, "0.15", "1", 6).grade()).isEqualTo("F");
    }

    private Limit limit(String amount, int months, String share, String pd, int atMonths) {
        LoanRequest request = new LoanRequest(Money.of("DEM", amount), months, SampleLender.TODAY);
        return limiting.limit(request, new BigDecimal(share), new BigDecimal(pd), atMonths);
    }
}
