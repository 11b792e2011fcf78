package org.quanheng.lending.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.LoanTerms;
import org.quanheng.lending.schedule.RepaymentMethod;

class AffordabilityTests {
    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    @Test
    void measuresDebtAgainstIncomeAndValue() {
        assertThat(Affordability.debtServiceToIncome(cny("4500"), cny("12000"))).isEqualByComparingTo("0.375");
        assertThat(Affordability.loanToValue(cny("700000"), cny("1000000"))).isEqualByComparingTo("0.7");
        assertThat(Affordability.paymentLeft(cny("12000"), cny("2000"), new BigDecimal("0.5")))
                .isEqualTo(cny("4000"));
        assertThat(Affordability.paymentLeft(cny("3000"), cny("2000"), new BigDecimal("0.5")))
                .isEqualTo(cny("0"));
        assertThatThrownBy(() -> Affordability.debtServiceToIncome(cny("-1"), cny("0")))
                .hasMessageContaining("income: expected above zero")
                .hasMessageContaining("debt service: expected zero or above");
    }

    @Test
    void findsTheLargestLoanToTheCent() {
        LocalDate day = LocalDate.of(2026, 1, 15);
        LoanTerms terms = LoanTerms.monthly(cny("1"), Rate.ofPercent("6"), 36, RepaymentMethod.EQUAL_INSTALMENT);
        Money most = Affordability.largestLoan(terms, day, cny("1000"));
        assertThat(most).isBetween(cny("32800"), cny("32900"));
        assertThat(highest(terms, day, most)).isLessThanOrEqualTo(cny("1000"));
        assertThat(highest(terms, day, most.plus(cny("0.01")))).isGreaterThan(cny("1000"));
    }

    private static Money highest(LoanTerms terms, LocalDate day, Money principal) {
        return terms.toBuilder().principal(principal).build().resolve(day).schedule().instalments().stream()
                .map(Instalment::payment)
                .reduce(cny("0"), Money::max);
    }
}
