package org.quanheng.lending.annualcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.annualcost.TimeValue.When;

class TimeValueTests {
    private static final BigDecimal RATE = new BigDecimal("0.006");
    private static final BigDecimal LOAN = new BigDecimal("12000");
    private static final BigDecimal NONE = BigDecimal.ZERO;
    private static final Offset<BigDecimal> NEAR = Offset.offset(new BigDecimal("1e-9"));

    @ParameterizedTest
    @EnumSource(When.class)
    void eachFunctionUndoesTheOthers(When when) {
        BigDecimal payment = TimeValue.payment(RATE, 36, LOAN, NONE, when);
        assertThat(TimeValue.present(RATE, 36, payment, NONE, when)).isCloseTo(LOAN, NEAR);
        assertThat(TimeValue.future(RATE, 36, payment, LOAN, when)).isCloseTo(NONE, NEAR);
        assertThat(TimeValue.periods(RATE, payment, LOAN, NONE, when)).isCloseTo(BigDecimal.valueOf(36), NEAR);
        assertThat(TimeValue.rate(36, payment, LOAN, NONE, when)).isCloseTo(RATE, NEAR);
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void interestAndPrincipalSumToThePayment(When when) {
        BigDecimal payment = TimeValue.payment(RATE, 36, LOAN, NONE, when);
        BigDecimal repaid = NONE;
        for (int period = 1; period <= 36; period++) {
            BigDecimal principal = TimeValue.principal(RATE, period, 36, LOAN, NONE, when);
            assertThat(TimeValue.interest(RATE, period, 36, LOAN, NONE, when).add(principal))
                    .isCloseTo(payment, NEAR);
            repaid = repaid.add(principal);
        }
        assertThat(repaid).isCloseTo(LOAN.negate(), NEAR);
    }

    @Test
    void withoutInterestAPaymentIsAPart() {
        assertThat(TimeValue.payment(NONE, 12, LOAN, NONE, When.END)).isEqualByComparingTo("-1000");
        assertThat(TimeValue.periods(NONE, new BigDecimal("-1000"), LOAN, NONE, When.END))
                .isEqualByComparingTo("12");
    }

    @Test
    void effectiveAndNominalRatesUndoEachOther() {
        BigDecimal effective = TimeValue.effective(new BigDecimal("0.1"), 4);
        assertThat(effective).isCloseTo(new BigDecimal("0.103812890625"), NEAR);
        assertThat(TimeValue.nominal(effective, 4)).isCloseTo(new BigDecimal("0.1"), NEAR);
    }

    @Test
    void aPeriodThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> TimeValue.interest(RATE, 0, 36, LOAN, NONE, When.END))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("period: expected 1 to 36, came 0");
        assertThatThrownBy(() -> TimeValue.principal(RATE, 37, 36, LOAN, NONE, When.BEGINNING))
                .hasMessageContaining("period: expected 1 to 36, came 37");
        assertThatThrownBy(() -> TimeValue.payment(RATE, 0, LOAN, NONE, When.END))
                .hasMessageContaining("period: expected 1 or more, came 0");
        assertThatThrownBy(() -> TimeValue.rate(0, RATE, LOAN, NONE, When.END))
                .hasMessageContaining("period: expected 1 or more, came 0");
    }

    @Test
    void paymentsThatNeverRepayAreRefused() {
        assertThatThrownBy(() -> TimeValue.periods(RATE, new BigDecimal("-72"), LOAN, NONE, When.END))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("number of periods: payment: expected one that turns");
    }
}
