package org.quanheng.lending.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.MathContext;
import org.junit.jupiter.api.Test;

class YearFractionTests {
    @Test
    void addsExactlyAndStaysInLowestTerms() {
        YearFraction sum = new YearFraction(61, 365).plus(new YearFraction(121, 366));
        assertThat(sum).isEqualTo(new YearFraction(61 * 366 + 121 * 365, 365 * 366));
        assertThat(YearFraction.ofMonths(6)).hasToString("1/2");
        assertThat(YearFraction.ofMonths(1).plus(YearFraction.ofMonths(1))).hasToString("1/6");
    }

    @Test
    void comparesAndConverts() {
        assertThat(new YearFraction(1, 3)).isGreaterThan(new YearFraction(333, 1000));
        assertThat(new YearFraction(1, 3).decimal(MathContext.DECIMAL32)).isEqualByComparingTo("0.3333333");
        assertThat(new YearFraction(1, 4).approximate()).isEqualTo(0.25);
        assertThatThrownBy(() -> new YearFraction(1, 0)).hasMessageContaining("above zero, came 0");
    }
}
