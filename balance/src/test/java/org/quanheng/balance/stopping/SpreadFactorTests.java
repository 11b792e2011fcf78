package org.quanheng.balance.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.table.NumericColumn;

final class SpreadFactorTests {
    private static double[] factors(int rows, double wide, double narrow) {
        Random random = new Random(3);
        double[] group = random.ints(rows, 0, 2).asDoubleStream().toArray();
        double[] risk = random.doubles(rows).toArray();
        int[] training = IntStream.range(0, rows).toArray();
        double[] ratio = IntStream.range(0, rows)
                .mapToDouble(row -> Math.pow(random.nextGaussian(), 2) * (group[row] > 0 ? wide : narrow))
                .toArray();
        Facts facts = Facts.of(List.of(new NumericColumn("group", group)), risk, training);
        double[] factors = new SpreadFactor(facts, training, ratio).of(rows);
        return new double[] {mean(factors, group, 1), mean(factors, group, 0)};
    }

    private static double mean(double[] values, double[] group, double wanted) {
        return IntStream.range(0, values.length)
                .filter(row -> group[row] == wanted)
                .mapToDouble(row -> values[row])
                .average()
                .orElseThrow();
    }

    @Test
    void findsTheGroupThatIsLessCertain() {
        double[] found = factors(6_000, 1.6, 0.4);
        assertThat(found[0]).isCloseTo(1.6, within(0.25));
        assertThat(found[1]).isCloseTo(0.4, within(0.25));
    }

    @Test
    void leavesASmallSampleWithoutDifferencesAlone() {
        double[] found = factors(300, 1, 1);
        assertThat(found[0]).isCloseTo(1, within(0.15));
        assertThat(found[1]).isCloseTo(1, within(0.15));
    }
}
