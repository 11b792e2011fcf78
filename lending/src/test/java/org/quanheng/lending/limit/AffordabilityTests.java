package org.quanheng.lending.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;

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
    void roundsOnceFromTheExactQuotient() {
        // 0.16666649999…9: rounded to 16 digits on the way it would become 0.1666665 and then 0.166667.
        assertThat(Affordability.loanToValue(cny("1666664999999999.99"), cny("10000000000000000.00")))
                .isEqualByComparingTo("0.166666");
    }

    @Test
    void comparesAmountsOfOneCurrencyAndOfTheRightSign() {
        Money dollars = Money.of("USD", "100");
        assertThatThrownBy(() -> Affordability.loanToValue(dollars, cny("200")))
                .hasMessage("loan to value: value: expected a value in USD, came CNY 200.00.");
        assertThatThrownBy(() -> Affordability.loanToValue(cny("-1"), cny("0")))
                .hasMessageContaining("value: expected above zero, came CNY 0.00")
                .hasMessageContaining("loan: expected zero or above, came CNY -1.00");
        assertThatThrownBy(() -> Affordability.debtServiceToIncome(dollars, cny("200")))
                .hasMessageContaining("income: expected an income in USD, came CNY 200.00");
        assertThatThrownBy(() -> Affordability.paymentLeft(cny("3000"), cny("-200"), BigDecimal.ONE))
                .hasMessage("affordable payment: debt service: expected zero or above, came CNY -200.00.");
        assertThatThrownBy(() -> Affordability.paymentLeft(cny("-1"), dollars, new BigDecimal("1.01")))
                .hasMessageContaining("highest ratio: expected above 0 to 1, came 1.01")
                .hasMessageContaining("income: expected zero or above, came CNY -1.00")
                .hasMessageContaining("income: expected an income in USD, came CNY -1.00");
    }

    @Test
    void namesWhatHasNoLargestLoan() {
        LocalDate day = LocalDate.of(2026, 1, 15);
        LoanTerms custom = LoanTerms.builder()
                .principal(cny("30"))
                .rate(Rate.ofPercent("6"))
                .principalParts(List.of(cny("10"), cny("20")))
                .build();
        assertThatThrownBy(() -> Affordability.largestLoan(custom.resolve(day), Money.of("USD", "-1")))
                .hasMessageContaining("payment: expected above zero, came USD -1.00")
                .hasMessageContaining("payment: expected a payment in CNY, came USD -1.00")
                .hasMessageContaining(
                        "method: expected one whose instalments follow from the amount lent, came CUSTOM");
    }

    @Test
    void looksForOneLoanLentAtOnce() {
        LoanTerms terms = LoanTerms.monthly(cny("30"), Rate.ofPercent("6"), 12, RepaymentMethod.EQUAL_INSTALMENT);
        ResolvedTerms drawn = terms.resolving(LocalDate.of(2026, 1, 15))
                .draw(LocalDate.of(2026, 1, 15), cny("10"))
                .draw(LocalDate.of(2026, 2, 15), cny("20"))
                .resolve();
        assertThatThrownBy(() -> Affordability.largestLoan(drawn, cny("1")))
                .hasMessage("largest loan: draw-downs: expected one of the whole loan on the day of disbursement,"
                        + " came 2 draw-downs and repayments.");
    }

    @Test
    void keepsTheDatesAndRatesTheLoanIsBoundTo() {
        LoanTerms terms = LoanTerms.builder()
                .principal(cny("1"))
                .rate(Rate.ofPercent("6"))
                .instalments(12)
                .fees(List.of(Fee.eachInstalment("service", Fee.LENDER, cny("5"))))
                .build();
        ResolvedTerms loan = terms.resolving(LocalDate.of(2026, 1, 15))
                .firstDueOn(LocalDate.of(2026, 4, 1))
                .rateFrom(LocalDate.of(2026, 6, 1), Rate.ofPercent("9"))
                .resolve();
        Money most = Affordability.largestLoan(loan, cny("1000"));
        ResolvedTerms anew = terms.toBuilder()
                .principal(most)
                .build()
                .resolving(LocalDate.of(2026, 1, 15))
                .firstDueOn(LocalDate.of(2026, 4, 1))
                .rateFrom(LocalDate.of(2026, 6, 1), Rate.ofPercent("9"))
                .resolve();
        assertThat(Schedule.of(loan.ofPrincipal(most)).instalments())
                .isEqualTo(Schedule.of(anew).instalments());
        assertThat(Affordability.highestPayment(Schedule.of(anew))).isLessThanOrEqualTo(cny("1000"));
        assertThat(Affordability.highestPayment(Schedule.of(loan.ofPrincipal(most.plus(cny("0.01"))))))
                .isGreaterThan(cny("1000"));
    }

    @Test
    void findsTheLargestLoanToTheCent() {
        LocalDate day = LocalDate.of(2026, 1, 15);
        LoanTerms terms = LoanTerms.monthly(cny("1"), Rate.ofPercent("6"), 36, RepaymentMethod.EQUAL_INSTALMENT);
        Money most = Affordability.largestLoan(terms.resolve(day), cny("1000"));
        assertThat(most).isBetween(cny("32800"), cny("32900"));
        assertThat(highest(terms, day, most)).isLessThanOrEqualTo(cny("1000"));
        assertThat(highest(terms, day, most.plus(cny("0.01")))).isGreaterThan(cny("1000"));
    }

    /** A larger loan can have a smaller last payment, so every loan up to 2 % more is tried. */
    @ParameterizedTest
    @CsvSource({
        "3.65, 360, EQUAL_INSTALMENT, 80.00",
        "6, 36, EQUAL_INSTALMENT, 50.00",
        "12, 24, EQUAL_INSTALMENT, 33.33",
        "0, 7, EQUAL_INSTALMENT, 10.01",
        "6, 36, EQUAL_PRINCIPAL, 50.00",
        "0, 36, EQUAL_PRINCIPAL, 5.00",
        "6, 24, FLAT, 20.00",
        "6, 12, INTEREST_ONLY_THEN_BULLET, 500.00",
        "0, 12, INTEREST_ONLY_THEN_BULLET, 500.00",
        "6, 12, BULLET, 500.00",
        "6, 12, EQUAL_INSTALMENT, 0.01"
    })
    void thereIsNoLargerOne(String percent, int instalments, RepaymentMethod method, String payment) {
        LocalDate day = LocalDate.of(2026, 1, 15);
        ResolvedTerms loan = LoanTerms.monthly(cny("1"), Rate.ofPercent(percent), instalments, method)
                .resolve(day);
        long most = Affordability.largestLoan(loan, cny(payment)).minorUnits();
        for (long tried = Math.max(1, most - 1); tried <= most + most / 50 + 100; tried++) {
            Money highest = Affordability.highestPayment(
                    Schedule.of(loan.ofPrincipal(Money.ofMinor(cny("1").currency(), tried))));
            if (tried == most) {
                assertThat(highest).isLessThanOrEqualTo(cny(payment));
            } else if (tried > most) {
                assertThat(highest).as("payment of %s more", tried - most).isGreaterThan(cny(payment));
            }
        }
    }

    private static Money highest(LoanTerms terms, LocalDate day, Money principal) {
        return Schedule.of(terms.toBuilder().principal(principal).build().resolve(day)).instalments().stream()
                .map(Instalment::payment)
                .reduce(cny("0"), Money::max);
    }
}
