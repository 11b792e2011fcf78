package org.quanheng.lending.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.MonthEndRule;

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
                        FaultyInputException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.where().toString())
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

    /** Each term alone makes other terms, and none is lost on the way through a builder. */
    @Test
    void areEqualIfEveryTermIs() {
        Money thousand = Money.of("CNY", "1000");
        LoanTerms terms = LoanTerms.monthly(thousand, Rate.ofPercent("5"), 4, RepaymentMethod.EQUAL_INSTALMENT);
        FloatingRate floating = new FloatingRate("LPR-1Y", Rate.ZERO, Frequency.MONTHLY, null, null);
        List<LoanTerms> others = Stream.<UnaryOperator<LoanTermsBuilder>>of(
                        with -> with.principal(Money.of("CNY", "1001")),
                        with -> with.rate(Rate.ofPercent("6")),
                        with -> with.instalments(5),
                        with -> with.method(RepaymentMethod.FLAT),
                        with -> with.frequency(Frequency.QUARTERLY),
                        with -> with.interestByDay(DayCount.ACT_365F),
                        with -> with.interestByDay(DayCount.ACT_360),
                        with -> with.interestByDay(DayCount.ACT_360).interestByPeriod(),
                        with -> with.rounding(Rounding.HALF_EVEN),
                        LoanTermsBuilder::smoothResidue,
                        with -> with.instalmentBasis(InstalmentBasis.FIRST_PERIOD),
                        with -> with.grace(new Grace(1, 0, 0)),
                        with -> with.dateRules(DateRules.PLAIN.with(MonthEndRule.LAST_DAY)),
                        with -> with.fees(List.of(Fee.upFront("opening", "lender", thousand))),
                        with -> with.step(new Step(2, BigDecimal.ONE)),
                        with -> with.step(new Step(3, BigDecimal.ONE)),
                        with -> with.principalParts(Collections.nCopies(4, Money.of("CNY", "250"))),
                        with -> with.downPaymentPercent(BigDecimal.ONE))
                .map(change -> change.apply(terms.toBuilder()).build())
                .collect(Collectors.toCollection(ArrayList::new));
        others.add(LoanTerms.builder()
                .principal(thousand)
                .floatingRate(floating)
                .instalments(4)
                .build());

        assertThat(others).doesNotHaveDuplicates().doesNotContain(terms);
        assertThat(others.stream().map(LoanTerms::hashCode)).doesNotHaveDuplicates();
        for (LoanTerms other : others) {
            LoanTerms same = other.toBuilder().build();
            assertThat(same).isEqualTo(other).hasSameHashCodeAs(other);
        }
        assertThat(terms).isNotEqualTo("terms").isNotEqualTo(null);
    }

    @Test
    void takesTheExtremesThatItNames() {
        LoanTermsBuilder builder = LoanTerms.builder().principal(Money.of("CNY", "1000"));
        assertThat(builder.rate(Rate.ofPercent("1000")).instalments(1).build().rate())
                .contains(Rate.of("10"));
        assertThat(builder.rate(Rate.ZERO).instalments(1_200).build().instalments())
                .isEqualTo(1_200);
        assertThat(builder.rate(Rate.of("0.0123456789")).instalments(1).build().instalments())
                .isEqualTo(1);
        assertThat(builder.grace(new Grace(0, 0, 1)).build().grace().interestFree())
                .isEqualTo(1);
        assertThatThrownBy(() ->
                        builder.downPaymentPercent(BigDecimal.valueOf(100)).build())
                .hasMessageContaining("down payment: expected 0 % to less than 100 %, came 100 %");
        assertThatThrownBy(
                        () -> builder.downPaymentPercent(new BigDecimal("-0.1")).build())
                .hasMessageContaining("down payment");
        assertThat(builder.downPaymentPercent(new BigDecimal("99.9")).build().downPaymentPercent())
                .isEqualTo(new BigDecimal("99.9"));
        assertThat(new Step(1, BigDecimal.valueOf(-50)).every()).isEqualTo(1);
        assertThat(new Step(1, BigDecimal.valueOf(100)).percent()).isEqualTo(BigDecimal.valueOf(100));
        assertThat(Fee.percentage("all", "lender", Fee.Charged.UP_FRONT, BigDecimal.valueOf(100))
                        .percent())
                .isEqualTo(BigDecimal.valueOf(100));
        assertThat(Fee.percentage("none", "lender", Fee.Charged.UP_FRONT, BigDecimal.ZERO)
                        .percent())
                .isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void whatIsNotOfTheMethodIsAFault() {
        LoanTermsBuilder builder = LoanTerms.builder()
                .principal(Money.of("CNY", "1000"))
                .rate(Rate.ZERO)
                .instalments(4);
        assertThatThrownBy(() -> builder.step(new Step(2, BigDecimal.ONE))
                        .method(RepaymentMethod.FLAT)
                        .build())
                .hasMessageContaining("step: expected no step for the method FLAT");
        // A bullet loan has one period: free of three it would be free of all.
        assertThatThrownBy(() -> LoanTerms.builder()
                        .principal(Money.of("CNY", "1000"))
                        .rate(Rate.ZERO)
                        .instalments(12)
                        .method(RepaymentMethod.BULLET)
                        .grace(new Grace(0, 0, 3))
                        .build())
                .hasMessage("loan terms: grace: expected none for the method BULLET,"
                        + " came Grace[principal=0, interestPayment=0, interestFree=3].");
        assertThatThrownBy(() -> LoanTerms.builder()
                        .principal(Money.of("CNY", "1000"))
                        .rate(Rate.ZERO)
                        .instalments(4)
                        .method(RepaymentMethod.STEP)
                        .build())
                .hasMessageContaining("step: expected a step for the method STEP");
        assertThatThrownBy(() -> LoanTerms.builder()
                        .principal(Money.of("CNY", "1000"))
                        .rate(Rate.ZERO)
                        .principalParts(List.of(Money.of("CNY", "1000")))
                        .method(RepaymentMethod.FLAT)
                        .build())
                .hasMessageContaining("principal parts: expected none for the method FLAT, came 1 parts");
        assertThatThrownBy(() -> LoanTerms.builder()
                        .principal(Money.of("CNY", "1000"))
                        .rate(Rate.ZERO)
                        .instalments(4)
                        .method(RepaymentMethod.CUSTOM)
                        .build())
                .hasMessageContaining("principal parts: expected one for each instalment");
    }

    @Test
    void aRateIsSaidOrFloats() {
        FloatingRate floating = new FloatingRate("LPR-1Y", Rate.ofPercent("1"), Frequency.MONTHLY, null, null);
        LoanTermsBuilder builder = LoanTerms.builder()
                .principal(Money.of("CNY", "1000"))
                .instalments(4)
                .floatingRate(floating);
        LoanTerms terms = builder.build();
        assertThat(terms.rate()).isEmpty();
        assertThat(terms.floatingRate()).contains(floating);
        assertThat(terms).hasToString("CNY 1000.00 at LPR-1Y plus 1 %, 4 instalments every month, EQUAL_INSTALMENT");
        // The first reset is on the day of disbursement: a rate said beside it would never count.
        assertThatThrownBy(() -> builder.rate(Rate.ofPercent("99")).build())
                .hasMessage("loan terms: rate: expected none beside a floating rate, came 99 %.");
    }

    @Test
    void aFloorIsNotAboveItsCap() {
        Rate three = Rate.ofPercent("3");
        assertThat(new FloatingRate("LPR-1Y", Rate.ZERO, Frequency.MONTHLY, three, three).at(Rate.ZERO))
                .isEqualTo(three);
        assertThatThrownBy(() -> new FloatingRate("LPR-1Y", Rate.ZERO, Frequency.MONTHLY, Rate.ofPercent("9"), three))
                .hasMessage("floating rate: floor: expected at most the cap of 3 %, came 9 %.");
    }
}
