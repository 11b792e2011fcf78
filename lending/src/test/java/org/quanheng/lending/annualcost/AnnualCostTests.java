package org.quanheng.lending.annualcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.annualcost.AnnualCost.Convention;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

class AnnualCostTests {
    private static final LocalDate DAY = LocalDate.of(2021, 3, 31);

    /** The example that PBOC notice 2021 no. 3 gives: 100,000, fee 1,000 up front, 12 instalments of 8,833.3. */
    @Test
    void isTheCentralBanksExample() {
        List<CashFlow> flows = new ArrayList<>();
        flows.add(CashFlow.received(DAY, Money.of("CNY", "99000")));
        for (int month = 1; month <= 12; month++) {
            flows.add(CashFlow.paid(DAY.plusMonths(month), Money.of("CNY", "8833.3")));
        }
        AnnualCost cost = AnnualCost.of(Convention.CHINA, flows, Frequency.MONTHLY);
        assertThat(cost.simplePercent(2)).isEqualByComparingTo("12.80");
        assertThat(cost.percent(2)).isEqualByComparingTo("13.58");
    }

    @Test
    void withoutFeesIsTheRateCompounded() {
        ResolvedTerms terms = LoanTerms.monthly(
                        Money.of("CNY", "100000"), Rate.ofPercent("12"), 12, RepaymentMethod.EQUAL_INSTALMENT)
                .resolve(DAY);
        AnnualCost cost = AnnualCost.of(Convention.EU, terms);
        assertThat(cost.percent(2)).isEqualByComparingTo("12.68");
        assertThat(cost.simplePercent(2)).isEqualByComparingTo("12.00");
    }

    @Test
    void refusesFeesThatLeaveNothing() {
        Money principal = Money.of("CNY", "1000");
        ResolvedTerms terms = LoanTerms.builder()
                .principal(principal)
                .rate(Rate.ofPercent("12"))
                .instalments(12)
                .fees(List.of(Fee.upFront("arrangement", "lender", principal)))
                .build()
                .resolve(DAY);
        assertThatThrownBy(() -> AnnualCost.of(Convention.CHINA, terms))
                .hasMessageContaining("fees up front: expected less than CNY 1000.00, came CNY 1000.00");
    }
}
