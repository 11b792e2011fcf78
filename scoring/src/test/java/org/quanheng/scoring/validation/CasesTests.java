package org.quanheng.scoring.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A case of weight k counts in every figure as k cases would; intervals do not take it for k independent ones. */
final class CasesTests {
    private static final Offset<Double> EXACT = within(1e-9);

    private static final int ROWS = 900;
    private final double[] pd = new double[ROWS];
    private final double[] other = new double[ROWS];
    private final boolean[] bad = new boolean[ROWS];
    private final double[] weights = new double[ROWS];
    private final List<Integer> repeated = new ArrayList<>();

    private CasesTests() {
        Random random = new Random(11);
        for (int row = 0; row < ROWS; row++) {
            pd[row] = (1 + random.nextInt(60)) / 100.0;
            other[row] = (1 + random.nextInt(90)) / 100.0;
            bad[row] = random.nextDouble() < pd[row];
            weights[row] = 1 + random.nextInt(4);
            for (int time = 0; time < weights[row]; time++) {
                repeated.add(row);
            }
        }
    }

    private double[] repeat(double[] values) {
        return repeated.stream().mapToDouble(row -> values[row]).toArray();
    }

    private boolean[] repeatedBad() {
        boolean[] all = new boolean[repeated.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = bad[repeated.get(i)];
        }
        return all;
    }

    private static List<@Nullable String> parity(List<Integer> rows) {
        List<@Nullable String> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(row % 2 == 0 ? "even" : "odd"));
        return keys;
    }

    @Test
    void weightsCountAsRepetitionInEveryFigure() {
        List<Integer> each = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            each.add(row);
        }
        ValidationReport one = ValidationReport.of(Cases.of(pd, bad, weights), Map.of("row", parity(each)));
        ValidationReport all =
                ValidationReport.of(Cases.of(repeat(pd), repeatedBad()), Map.of("row", parity(repeated)));
        Figures a = one.figures();
        Figures b = all.figures();
        assertThat(a.auc().value()).isCloseTo(b.auc().value(), EXACT);
        assertThat(a.ks().value()).isCloseTo(b.ks().value(), EXACT);
        assertThat(a.ks().at()).isEqualTo(b.ks().at());
        assertThat(a.brier()).isCloseTo(b.brier(), EXACT);
        assertThat(a.logLoss()).isCloseTo(b.logLoss(), EXACT);
        assertThat(a.calibration().slope()).isCloseTo(b.calibration().slope(), within(1e-6));
        assertThat(a.calibration().intercept()).isCloseTo(b.calibration().intercept(), within(1e-6));
        assertThat(a.calibration().expected()).isCloseTo(b.calibration().expected(), EXACT);
        assertThat(a.calibration().observed()).isCloseTo(b.calibration().observed(), EXACT);
        for (int group = 0; group < b.calibration().reliability().size(); group++) {
            CalibrationCheck.Group mine = a.calibration().reliability().get(group);
            CalibrationCheck.Group theirs = b.calibration().reliability().get(group);
            assertThat(mine.to()).isEqualTo(theirs.to());
            assertThat(mine.observed()).isCloseTo(theirs.observed(), EXACT);
            assertThat(mine.expected()).isCloseTo(theirs.expected(), EXACT);
        }
        assertThat(one.hMeasure()).isCloseTo(all.hMeasure(), EXACT);
        for (int band = 0; band < 10; band++) {
            assertThat(one.lift().bands().get(band).lift())
                    .isCloseTo(all.lift().bands().get(band).lift(), EXACT);
            assertThat(one.lift().bands().get(band).gain())
                    .isCloseTo(all.lift().bands().get(band).gain(), EXACT);
            assertThat(one.distribution().bands().get(band).bads())
                    .isCloseTo(all.distribution().bands().get(band).bads(), EXACT);
        }
        List<Slice> slices = one.slices().getOrDefault("row", List.of());
        assertThat(slices).hasSize(2);
        for (int slice = 0; slice < 2; slice++) {
            Slice theirs = all.slices().getOrDefault("row", List.of()).get(slice);
            assertThat(slices.get(slice).observed()).isCloseTo(theirs.observed(), EXACT);
            assertThat(slices.get(slice).expected()).isCloseTo(theirs.expected(), EXACT);
        }
    }

    @Test
    void differencesOfModelsAreWeightedToo() {
        Map<String, double[]> once = new LinkedHashMap<>();
        once.put("champion", pd);
        once.put("challenger", other);
        Map<String, double[]> often = new LinkedHashMap<>();
        often.put("champion", repeat(pd));
        often.put("challenger", repeat(other));
        double[] ones = repeated.stream().mapToDouble(row -> 1).toArray();
        Comparison.Difference a =
                Comparison.of(once, bad, weights).differences().getFirst();
        Comparison.Difference b =
                Comparison.of(often, repeatedBad(), ones).differences().getFirst();
        assertThat(a.auc().value()).isCloseTo(b.auc().value(), EXACT);
        assertThat(a.brier().value()).isCloseTo(b.brier().value(), EXACT);
        assertThat(a.logLoss().value()).isCloseTo(b.logLoss().value(), EXACT);
    }

    @Test
    void aRepeatedCaseIsNoFurtherEvidence() {
        double[] twice = new double[ROWS];
        java.util.Arrays.fill(twice, 2);
        Figures plain = Figures.of(pd, bad);
        Figures heavy = Figures.of(Cases.of(pd, bad, twice));
        assertThat(heavy.auc().standardError()).isCloseTo(plain.auc().standardError(), EXACT);
        assertThat(heavy.calibration().hosmerLemeshow())
                .isCloseTo(plain.calibration().hosmerLemeshow(), within(1e-6));
        assertThat(Figures.of(Cases.of(pd, bad, weights)).auc().standardError())
                .isGreaterThan(Auc.of(repeat(pd), repeatedBad()).standardError());
    }

    @Test
    void refusesWeightsThatAreNone() {
        assertThatThrownBy(() -> Cases.of(new double[] {0.1, 0.2}, new boolean[] {true, false}, new double[] {0, 1}))
                .hasMessageContaining("weight of row 0: expected a number above 0, came 0.0");
    }
}
