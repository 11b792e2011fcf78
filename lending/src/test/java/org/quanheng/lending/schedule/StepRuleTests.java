package org.quanheng.lending.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.Step;

/** Figures computed with exact fractions outside this program. */
class StepRuleTests {
    private static final LocalDate START = LocalDate.of(2026, 1, 15);

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private static LoanTerms terms() {
        return LoanTerms.builder()
                .principal(cny("12000"))
                .rate(Rate.ofPercent("12"))
                .instalments(12)
                .step(new Step(3, BigDecimal.valueOf(5)))
                .build();
    }

    /** A_1 = 12,000 / Σ 1.05^⌊(k−1)/3⌋ / 1.01^k. */
    @Test
    void rateChangesAndDrawDownsFindTheStepsAnew() {
        Schedule schedule = Schedule.of(terms().resolving(START)
                .draw(START, cny("2000"))
                .draw(LocalDate.of(2026, 3, 20), cny("10000"))
                .resolve());
        assertThat(schedule.instalments())
                .extracting(row -> row.payment().amount() + " " + row.interest().amount())
                .containsExactly(
                        "165.21 20.00",
                        "165.21 18.55",
                        "1130.88 100.95",
                        "1187.43 106.78",
                        "1187.43 95.98",
                        "1187.43 85.06",
                        "1246.80 74.04",
                        "1246.80 62.31",
                        "1246.80 50.46",
                        "1309.14 38.50",
                        "1309.14 25.80",
                        "1309.12 12.96");
    }

    @Test
    void theLastPaymentIsNoBalloonAfterARateChange() {
        Schedule schedule = Schedule.of(terms().resolving(START)
                .rateFrom(LocalDate.of(2026, 4, 15), Rate.ofPercent("24"))
                .resolve());
        // 1.05 times what is paid after the third month, and what rounding leaves.
        BigDecimal fourth = schedule.instalment(4).payment().amount();
        BigDecimal last = schedule.instalment(12).payment().amount();
        assertThat(schedule.instalment(4).interest().amount())
                .isEqualByComparingTo(schedule.instalment(3)
                        .balanceAfter()
                        .amount()
                        .multiply(new BigDecimal("0.02"))
                        .setScale(2, RoundingMode.HALF_UP));
        assertThat(last.subtract(fourth.multiply(new BigDecimal("1.1025"))).abs())
                .isLessThan(new BigDecimal("0.10"));
    }
}
