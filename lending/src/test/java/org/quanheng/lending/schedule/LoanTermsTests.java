package org.quanheng.lending.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Fault;
import org.quanheng.lending.LendingException;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;

class LoanTermsTests {
    @Test
    void namesEveryFaultAtOnce() {
        assertThatThrownBy(() -> LoanTerms.builder()
                        .principal(Money.of("CNY", "-5"))
                        .rate(Rate.ofPercent("-200"))
                        .instalments(0)
                        .build())
                .hasMessage("""
                        loan terms: 3 faults
                        - principal: expected an amount above zero, came CNY -5.00.
                        - rate: expected a rate from 0 % to 1000 %, came -200 %.
                        - instalments: expected 1 to 1200, came 0.""");
        assertThatThrownBy(() -> LoanTerms.builder().build())
                .isInstanceOfSatisfying(
                        LendingException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::subject)
                                .containsExactly("principal", "rate", "instalments"));
        assertThatThrownBy(() -> LoanTerms.monthly(
                        Money.of("CNY", "5"), Rate.of("0.01234567891"), 1201, RepaymentMethod.EQUAL_PRINCIPAL))
                .hasMessageContaining("at most 10 decimals")
                .hasMessageContaining("1201");
    }

    @Test
    void copiesItselfIntoABuilder() {
        LoanTerms terms = LoanTerms.builder()
                .principal(Money.of("CNY", "1000"))
                .rate(Rate.ofPercent("5"))
                .instalments(4)
                .method(RepaymentMethod.EQUAL_PRINCIPAL)
                .frequency(Frequency.QUARTERLY)
                .interestByDay(DayCount.ACT_360)
                .rounding(Rounding.HALF_EVEN)
                .build();
        LoanTerms copy = terms.toBuilder().instalments(8).build();
        assertThat(copy.instalments()).isEqualTo(8);
        assertThat(copy.principal()).isEqualTo(terms.principal());
        assertThat(copy.rate()).isEqualTo(terms.rate());
        assertThat(copy.method()).isEqualTo(terms.method());
        assertThat(copy.frequency()).isEqualTo(terms.frequency());
        assertThat(copy.interestBasis()).isEqualTo(InterestBasis.DAY);
        assertThat(copy.dayCount()).isEqualTo(DayCount.ACT_360);
        assertThat(copy.rounding()).isEqualTo(Rounding.HALF_EVEN);
        assertThat(terms).hasToString("CNY 1000.00 at 5 %, 4 instalments every 3 months, EQUAL_PRINCIPAL");
    }

    @Test
    void refusesAFirstInstalmentOnTheDayOfDisbursement() {
        LoanTerms terms =
                LoanTerms.monthly(Money.of("CNY", "1000"), Rate.ofPercent("5"), 4, RepaymentMethod.EQUAL_INSTALMENT);
        LocalDate day = LocalDate.of(2025, 3, 1);
        assertThatThrownBy(() -> terms.resolve(day, day))
                .hasMessageContaining("first due date: expected a day after 2025-03-01, came 2025-03-01");
    }
}
