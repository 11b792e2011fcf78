package org.quanheng.scoring.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ComparisonTests {
    private static final int ROWS = 2_000;
    private final Random random = new Random(5);
    private final boolean[] bad = new boolean[ROWS];
    private final double[] truth = new double[ROWS];
    private final double[] blurred = new double[ROWS];

    private ComparisonTests() {
        for (int row = 0; row < ROWS; row++) {
            double logOdds = -1.5 + 1.5 * random.nextGaussian();
            truth[row] = 1 / (1 + Math.exp(-logOdds));
            blurred[row] = 1 / (1 + Math.exp(-logOdds - random.nextGaussian()));
            bad[row] = random.nextDouble() < truth[row];
        }
    }

    private Comparison comparison(double[] champion, double[] challenger) {
        Map<String, double[]> pds = new LinkedHashMap<>();
        pds.put("champion", champion);
        pds.put("challenger", challenger);
        return Comparison.of(pds, bad, ones());
    }

    private static double[] ones() {
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The value is the difference of two AUCs; the error is compared with a bootstrap over the rows. */
    @Test
    void testsTheDifferenceOfTwoCorrelatedCurves() {
        Comparison.Interval auc =
                comparison(blurred, truth).differences().getFirst().auc();
        assertThat(auc.value())
                .isCloseTo(Auc.of(truth, bad).value() - Auc.of(blurred, bad).value(), within(1e-12))
                .isPositive();
        double[] drawn = new double[400];
        for (int draw = 0; draw < drawn.length; draw++) {
            double[][] pds = new double[2][ROWS];
            boolean[] outcome = new boolean[ROWS];
            for (int i = 0; i < ROWS; i++) {
                int row = random.nextInt(ROWS);
                pds[0][i] = blurred[row];
                pds[1][i] = truth[row];
                outcome[i] = bad[row];
            }
            drawn[draw] =
                    Auc.of(pds[1], outcome).value() - Auc.of(pds[0], outcome).value();
        }
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double error =
                Math.sqrt(Arrays.stream(drawn).map(d -> (d - mean) * (d - mean)).sum() / (drawn.length - 1));
        assertThat((auc.high() - auc.low()) / 2 / 1.96).isCloseTo(error, within(0.15 * error));
        assertThat(auc.pValue()).isLessThan(0.001);
    }

    @Test
    void findsNoDifferenceBetweenAModelAndItself() {
        Comparison.Difference same =
                comparison(truth, truth.clone()).differences().getFirst();
        assertThat(same.auc().value()).isZero();
        assertThat(same.auc().pValue()).isEqualTo(1);
        assertThat(same.swaps()).allMatch(swap -> swap.swappedIn() == 0 && swap.swappedOut() == 0);
    }

    @Test
    void swapsAsManyInAsOut() {
        Comparison.Difference difference =
                comparison(blurred, truth).differences().getFirst();
        for (Comparison.Swap swap : difference.swaps()) {
            assertThat(swap.swappedIn()).isEqualTo(swap.swappedOut()).isPositive();
            assertThat(swap.both() + swap.swappedIn()).isEqualTo((int) Math.round(swap.approvals() * ROWS));
        }
        assertThat(difference.brier().value()).isNegative();
        assertThat(difference.logLoss().high()).isNegative();
        assertThatThrownBy(() -> Comparison.of(Map.of("a", truth), bad, ones()))
                .hasMessageContaining("two or more, came 1");
    }

    @Test
    void reportsCurveBandsAndSlices() {
        List<@Nullable String> keys = new java.util.ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            keys.add(row % 100 == 0 ? null : row % 2 == 0 ? "2025" : "2026");
        }
        ValidationReport report = ValidationReport.of(Cases.of(truth, bad), Map.of("year", keys));
        List<Roc.Point> points = report.roc().points();
        assertThat(points.getFirst()).isEqualTo(new Roc.Point(0, 0));
        assertThat(points.getLast()).isEqualTo(new Roc.Point(1, 1));
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            area += (points.get(i).goods() - points.get(i - 1).goods())
                    * (points.get(i).bads() + points.get(i - 1).bads())
                    / 2;
        }
        assertThat(area).isCloseTo(report.figures().auc().value(), within(0.002));
        assertThat(report.distribution().bands().stream()
                        .mapToDouble(band -> band.goods() + band.bads())
                        .sum())
                .isEqualTo(ROWS);
        List<Slice> years = java.util.Objects.requireNonNull(report.slices().get("year"));
        assertThat(years).extracting(Slice::name).containsExactly("2025", "2026", "missing");
        assertThat(years.stream().mapToInt(Slice::rows).sum()).isEqualTo(ROWS);
        Slice first = years.getFirst();
        assertThat(first.isCalibrated()).isTrue();
        assertThat(first.stability()).isNotNull();
        assertThat(first.stability() != null && first.stability().isAlarm()).isFalse();
    }

    @Test
    void countsOverridesOnBothSides() {
        double[] pd = {0.01, 0.02, 0.2, 0.3, 0.03};
        boolean[] approved = {true, false, true, false, true};
        Overrides overrides = Overrides.of(pd, approved, Arrays.asList(false, null, true, null, null), 0.1);
        assertThat(overrides.share()).isEqualTo(0.4);
        assertThat(overrides.lowSide().rows()).isEqualTo(1);
        assertThat(overrides.lowSide().bads()).isEqualTo(1);
        assertThat(overrides.highSide().expected()).isEqualTo(0.02);
        assertThat(overrides.highSide().known()).isZero();
        assertThat(overrides.agreedApprovals().rows()).isEqualTo(2);
        assertThat(overrides.agreedApprovals().known()).isEqualTo(1);
        assertThat(overrides.agreedRefusals().rows()).isEqualTo(1);
        assertThatThrownBy(() -> Overrides.of(pd, new boolean[1], List.of(), 0.1))
                .hasMessageContaining("decisions: expected one for each PD, 5, came 1")
                .hasMessageContaining("outcomes: expected one for each PD, 5, came 0");
    }
}
