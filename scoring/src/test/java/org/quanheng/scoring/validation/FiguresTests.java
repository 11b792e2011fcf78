package org.quanheng.scoring.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class FiguresTests {
    private static final double[] RISK = {0.1, 0.4, 0.35, 0.8, 0.4, 0.2};
    private static final boolean[] BAD = {false, false, true, true, true, false};

    @Test
    void aucCountsPairsAndHalvesTies() {
        assertThat(Auc.of(RISK, BAD).value()).isCloseTo(7.5 / 9, within(1e-15));
    }

    @Test
    void delongEqualsItsDefinitionOverAllPairs() {
        Random random = new Random(1);
        double[] risk = new double[200];
        boolean[] bad = new boolean[200];
        for (int row = 0; row < 200; row++) {
            bad[row] = random.nextInt(3) == 0;
            risk[row] = random.nextInt(20) / 20.0 + (bad[row] ? 0.2 : 0);
        }
        double[] v10 = new double[200];
        double[] v01 = new double[200];
        int bads = 0;
        for (int i = 0; i < 200; i++) {
            bads += bad[i] ? 1 : 0;
            for (int j = 0; j < 200; j++) {
                if (bad[i] && !bad[j]) {
                    double won = risk[i] > risk[j] ? 1 : risk[i] == risk[j] ? 0.5 : 0;
                    v10[i] += won;
                    v01[j] += won;
                }
            }
        }
        int goods = 200 - bads;
        double auc = 0;
        for (int i = 0; i < 200; i++) {
            auc += v10[i] / goods / bads;
        }
        double s10 = 0;
        double s01 = 0;
        for (int i = 0; i < 200; i++) {
            if (bad[i]) {
                s10 += Math.pow(v10[i] / goods - auc, 2) / (bads - 1);
            } else {
                s01 += Math.pow(v01[i] / bads - auc, 2) / (goods - 1);
            }
        }
        Auc measured = Auc.of(risk, bad);
        assertThat(measured.value()).isCloseTo(auc, within(1e-12));
        assertThat(measured.standardError()).isCloseTo(Math.sqrt(s10 / bads + s01 / goods), within(1e-12));
        assertThat(measured.low()).isLessThan(auc);
        assertThat(measured.gini()).isCloseTo(2 * auc - 1, within(1e-12));
    }

    @Test
    void ksIsTheLargestGap() {
        KolmogorovSmirnov ks = KolmogorovSmirnov.of(Cases.of(RISK, BAD));
        assertThat(ks.value()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(ks.at()).isEqualTo(0.2);
        assertThat(KolmogorovSmirnov.of(Cases.of(new double[] {1, 1}, new boolean[] {true, false}))
                        .value())
                .isZero();
    }

    @Test
    void honestPdsPassTheCheckAndBoldOnesFail() {
        Random random = new Random(2);
        double[] pd = new double[20_000];
        double[] bold = new double[pd.length];
        boolean[] bad = new boolean[pd.length];
        for (int row = 0; row < pd.length; row++) {
            double logOdds = -1.5 + random.nextGaussian();
            pd[row] = 1 / (1 + Math.exp(-logOdds));
            bold[row] = 1 / (1 + Math.exp(-2 * logOdds));
            bad[row] = random.nextDouble() < pd[row];
        }
        Figures honest = Figures.of(pd, bad);
        assertThat(honest.calibration().slope()).isCloseTo(1, within(0.05));
        assertThat(honest.calibration().intercept()).isCloseTo(0, within(0.08));
        assertThat(honest.calibration().pValue()).isGreaterThan(0.01);
        assertThat(honest.calibration().reliability()).hasSize(10);
        assertThat(honest.calibration().reliability().stream()
                        .mapToInt(CalibrationCheck.Group::rows)
                        .sum())
                .isEqualTo(pd.length);
        Figures tooBold = Figures.of(bold, bad);
        assertThat(tooBold.calibration().slope()).isCloseTo(0.5, within(0.03));
        assertThat(tooBold.calibration().pValue()).isLessThan(1e-6);
        assertThat(tooBold.auc().value()).isEqualTo(honest.auc().value());
        assertThat(tooBold.brier()).isGreaterThan(honest.brier());
        assertThat(tooBold.logLoss()).isGreaterThan(honest.logLoss());
    }

    @Test
    void refusesWhatNoFigureCanBeMadeOf() {
        assertThatThrownBy(() -> Figures.of(new double[] {0.1, Double.NaN}, new boolean[] {false, false, false}))
                .hasMessageContaining("risks: expected one for each of the 3 outcomes, came 2")
                .hasMessageContaining("outcomes: expected good and bad cases, came 0 bad of 3")
                .hasMessageContaining("risk of row 1: expected a number, came NaN");
    }
}
