package org.quanheng.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateTests {
    @Test
    void isTheSameRateHoweverItIsWritten() {
        assertThat(Rate.of("0.072"))
                .isEqualTo(Rate.ofPercent("7.20"))
                .isEqualTo(Rate.ofBasisPoints(720))
                .hasToString("7.2 %");
        assertThat(Rate.of("0.000")).isEqualTo(Rate.ZERO).hasToString("0 %");
        assertThat(Rate.of("10")).hasToString("1000 %");
    }

    @Test
    void addsAndCompares() {
        assertThat(Rate.ofPercent("3.0").plus(Rate.ofPercent("1.5"))).isEqualTo(Rate.ofPercent("4.5"));
        assertThat(Rate.ofPercent("3")).isLessThan(Rate.ofPercent("4"));
    }

    @Test
    void refusesWhatIsNoDecimal() {
        assertThatThrownBy(() -> Rate.ofPercent("7,2"))
                .hasMessage("rate: rate: expected a percentage such as 7.2, came \"7,2\".");
        assertThatThrownBy(() -> Rate.of("1e400000000")).hasMessageContaining("expected a decimal such as 0.072");
    }
}
