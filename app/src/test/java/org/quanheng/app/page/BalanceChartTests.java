package org.quanheng.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceChartTests {
    private static final List<BigDecimal> BALANCES =
            List.of(new BigDecimal("100"), new BigDecimal("50"), BigDecimal.ZERO);

    @Test
    void theLineFallsFromTheWholeAmountToNothing() {
        BalanceChart chart = BalanceChart.of(BALANCES, 4, new BigDecimal("100"));
        assertThat(chart.line()).isEqualTo("M0.0 6.0L75.0 47.0L150.0 88.0");
        assertThat(chart.area()).isEqualTo("M0.0 6.0L75.0 47.0L150.0 88.0L150.0 88L0 88Z");
    }

    @Test
    void theAxisHasAtMostFiveMonthsFromStartToEnd() {
        for (int months = 2; months <= 120; months++) {
            List<BalanceChart.Tick> ticks =
                    BalanceChart.of(BALANCES, months, new BigDecimal("100")).ticks();
            assertThat(ticks).as(months + " months").hasSizeBetween(2, 5);
            assertThat(ticks.getFirst()).isEqualTo(new BalanceChart.Tick("0.0", 0, "start"));
        }
        assertThat(BalanceChart.of(BALANCES, 36, new BigDecimal("100")).ticks())
                .extracting(BalanceChart.Tick::month)
                .containsExactly(0, 12, 24, 36);
    }

    @Test
    void aLineThatDoesNotFitItsAxesIsRefused() {
        assertThatThrownBy(() -> BalanceChart.of(BALANCES, 1, BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 3 balances, 1 months");
        assertThatThrownBy(() -> BalanceChart.of(BALANCES, 2, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BalanceChart.of(List.of(BigDecimal.ONE), 2, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
