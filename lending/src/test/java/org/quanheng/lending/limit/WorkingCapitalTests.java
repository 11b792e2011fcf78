package org.quanheng.lending.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;

class WorkingCapitalTests {
    private static WorkingCapital firm(String margin, String payableDays) {
        return new WorkingCapital(
                Money.of("CNY", "36000000"),
                new BigDecimal(margin),
                new BigDecimal("0.10"),
                BigDecimal.valueOf(60),
                BigDecimal.valueOf(75),
                new BigDecimal(payableDays),
                BigDecimal.valueOf(10),
                BigDecimal.valueOf(15));
    }

    @Test
    void followsTheFormulaOfTheRegulator() {
        WorkingCapital firm = firm("0.20", "40");
        assertThat(firm.cycleDays()).isEqualByComparingTo("90");
        assertThat(firm.turnsPerYear()).isEqualByComparingTo("4");
        assertThat(firm.need()).isEqualTo(Money.of("CNY", "7920000"));
        Money own = Money.of("CNY", "3000000");
        assertThat(firm.newLoan(own, own, Money.of("CNY", "0"))).isEqualTo(Money.of("CNY", "1920000"));
        assertThat(firm.newLoan(own, own, own)).isEqualTo(Money.of("CNY", "0"));
    }

    @Test
    void namesEveryFaultyFigure() {
        assertThatThrownBy(() -> firm("1.2", "200"))
                .hasMessageContaining("margin: expected below 1, came 1.2")
                .hasMessageContaining("days of the cycle: expected above zero, came -70");
        assertThatThrownBy(() -> firm("0.2", "-1"))
                .hasMessage("working capital: days of payables: expected zero or above, came -1.");
    }

    @Test
    void namesEverySourceThatCannotBe() {
        Money minus = Money.of("CNY", "-1");
        assertThatThrownBy(() -> firm("0.20", "40").newLoan(minus, Money.of("USD", "1"), minus))
                .hasMessageContaining("own funds: expected zero or above, came CNY -1.00")
                .hasMessageContaining("present working-capital loans: expected an amount in CNY, came USD 1.00")
                .hasMessageContaining("other sources: expected zero or above, came CNY -1.00");
    }
}
