package org.quanheng.balance.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class LocalLinearTests {
    @Test
    void keepsALineAndFollowsACurve() {
        Random random = new Random(1);
        double[] x = random.doubles(5_000, -3, 3).toArray();
        LocalLinear smoother = new LocalLinear(x);
        DoubleUnaryOperator line =
                smoother.smooth(Arrays.stream(x).map(v -> 2 * v + 1).toArray());
        DoubleUnaryOperator curve = smoother.smooth(Arrays.stream(x)
                .map(v -> Math.sin(v) + random.nextGaussian() / 5)
                .toArray());
        for (double at = -2.5; at < 2.6; at += 0.5) {
            assertThat(line.applyAsDouble(at)).isCloseTo(2 * at + 1, within(0.02));
            assertThat(curve.applyAsDouble(at)).isCloseTo(Math.sin(at), within(0.08));
        }
    }

    @Test
    void isLevelWhenAllPlacesAreOne() {
        DoubleUnaryOperator level = new LocalLinear(new double[] {1, 1, 1}).smooth(new double[] {0, 1, 2});
        assertThat(level.applyAsDouble(-5)).isCloseTo(1, within(1e-9));
        assertThat(level.applyAsDouble(5)).isCloseTo(1, within(1e-9));
    }
}
