package org.quanheng.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTests {
    @Test
    void wilsonAgreesWithTheTables() {
        // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81/263, 15/148, 0/20 and 1/29.
        near(new Share(81, 263), 0.2553, 0.3662);
        near(new Share(15, 148), 0.0624, 0.1605);
        near(new Share(0, 20), 0.0000, 0.1611);
        near(new Share(1, 29), 0.0061, 0.1718);
    }

    @Test
    void theEndsAreExact() {
        assertThat(new Share(0, 20).wilson95().low()).isZero();
        assertThat(new Share(20, 20).wilson95().high()).isEqualTo(1);
        assertThat(new Share(0, 0).wilson95()).isEqualTo(new Interval(0, 1));
        assertThat(new Share(0, 0).value()).isNaN();
        assertThat(new Share(1, 4).value()).isEqualTo(0.25);
    }

    @Test
    void impossibleSharesAreRefused() {
        assertThatThrownBy(() -> new Share(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("share: expected 0 <= hits <= n, got hits 3 of n 2");
        assertThatThrownBy(() -> new Share(1, 2).wilson(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void near(Share share, double low, double high) {
        assertThat(share.wilson95().low()).isCloseTo(low, within(0.00006));
        assertThat(share.wilson95().high()).isCloseTo(high, within(0.00006));
    }
}
