package org.quanheng.lending.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.DayCount;

class DailyInterestTests {
    private static final Money BALANCE = Money.of("CNY", "12345.67");
    private static final LocalDate FROM = LocalDate.of(2023, 11, 20);
    private static final LocalDate TO = LocalDate.of(2025, 3, 2);

    @ParameterizedTest
    @EnumSource(
            value = DayCount.class,
            names = {"ACT_ACT_ICMA", "ONE_ONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void isTheSumOfItsDays(DayCount count) {
        for (String rate : List.of("0.0749", "0", "0.36")) {
            BigDecimal sum = BigDecimal.ZERO.setScale(2);
            for (LocalDate day = FROM; day.isBefore(TO); day = day.plusDays(1)) {
                BigDecimal time = count.fraction(day, day.plusDays(1)).decimal(MathContext.DECIMAL128);
                sum = sum.add(BALANCE.amount()
                        .multiply(new BigDecimal(rate))
                        .multiply(time)
                        .setScale(2, RoundingMode.HALF_UP));
            }
            assertThat(DailyInterest.accrued(BALANCE, Rate.of(rate), count, RoundingMode.HALF_UP, FROM, TO)
                            .amount())
                    .isEqualTo(sum);
        }
    }

    @Test
    void noDayBearsNothing() {
        assertThat(DailyInterest.accrued(BALANCE, Rate.of("0.1"), DayCount.ACT_360, RoundingMode.HALF_UP, FROM, FROM))
                .isEqualTo(Money.of("CNY", "0"));
    }
}
