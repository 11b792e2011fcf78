package org.quanheng.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantilesTests {
    @Test
    void typeSevenInterpolates() {
        // R: quantile(c(1, 2, 4, 8), c(0, .1, .5, .9, 1), type = 7) gives 1.0 1.3 3.0 6.8 8.0
        Quantiles quantiles = Quantiles.of(8, 1, 4, 2);
        assertThat(quantiles.at(0)).isEqualTo(1);
        assertThat(quantiles.at(0.1)).isCloseTo(1.3, within(1e-12));
        assertThat(quantiles.at(0.5)).isEqualTo(3);
        assertThat(quantiles.at(0.9)).isCloseTo(6.8, within(1e-12));
        assertThat(quantiles.at(1)).isEqualTo(8);
        assertThat(quantiles.n()).isEqualTo(4);
        assertThat(Quantiles.of(5).at(0.3)).isEqualTo(5);
    }

    @Test
    void nothingAndNotANumberAreRefused() {
        assertThatThrownBy(() -> Quantiles.of())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("quantiles: expected at least one value and no NaN, got []");
        assertThatThrownBy(() -> Quantiles.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.of(1).at(1.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
