package org.quanheng.balance.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProspectTests {
    private static final long SEED = 4;

    private static Stakes stakes(Random random) {
        double approve = 0.01 + 0.5 * random.nextDouble();
        double decline = approve + (random.nextInt(3) == 0 ? 0 : 0.4 * random.nextDouble());
        double breakEven = approve + (decline - approve) * random.nextDouble();
        double loss = 0.01 + 1e5 * random.nextDouble();
        return new Stakes(loss, loss * breakEven / (1 - breakEven), approve, decline);
    }

    @Test
    void informationIsNeverWorthLessThanNothingInAMillionStates() {
        Random random = new Random(SEED);
        for (int state = 0; state < 1_000_000; state++) {
            double[] pds = new double[1 + random.nextInt(12)];
            double[] chances = new double[pds.length];
            double sum = 0;
            for (int i = 0; i < pds.length; i++) {
                pds[i] = random.nextDouble();
                chances[i] = random.nextDouble();
                sum += chances[i];
            }
            for (int i = 0; i < pds.length; i++) {
                chances[i] /= sum;
            }
            double worth = new Prospect(pds, chances).worth(stakes(random));
            if (!(worth >= 0)) {
                throw new AssertionError("state " + state + " of seed " + SEED + ": worth " + worth);
            }
        }
    }

    @Test
    void worthIsTheMeanOfTheBestLessTheBestOfTheMean() {
        Stakes stakes = Stakes.of(100, 0.26, 0.34);
        Prospect prospect = new Prospect(new double[] {0.1, 0.6}, new double[] {0.5, 0.5});

        // Now a PD of 0.35 is declined; half of the answers lead to an approval at 0.1.
        assertThat(prospect.worth(stakes)).isCloseTo(0.5 * stakes.approve(0.1), within(1e-12));
        assertThat(prospect.chanceOfChange(stakes)).isEqualTo(0.5);
    }

    @Test
    void anAnswerThatChangesNothingIsWorthNothing() {
        Prospect prospect = new Prospect(new double[] {0.01, 0.2}, new double[] {0.3, 0.7});

        assertThat(prospect.worth(Stakes.of(100, 0.26, 0.34))).isZero();
        assertThat(prospect.chanceOfChange(Stakes.of(100, 0.26, 0.34))).isZero();
    }

    @Test
    void theBestLineIsThePolicysOwnChoice() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            Stakes stakes = stakes(random);
            double pd = random.nextDouble();
            double chosen = switch (stakes.choiceAt(pd)) {
                case APPROVE -> stakes.approve(pd);
                case REFER -> stakes.refer(pd);
                case DECLINE -> 0;
            };
            assertThat(chosen)
                    .as("%s at %s", stakes, pd)
                    .isCloseTo(stakes.best(pd), within(1e-9 * (stakes.lossOfBad() + stakes.gainOfGood())));
        }
    }

    @Test
    void stakesOfPriceAndLossHaveToAgreeWithTheCutOffs() {
        assertThatThrownBy(() -> new Stakes(100, 400, 0.26, 0.34))
                .hasMessageContaining("break-even PD: expected one between the cut-offs 0.26 and 0.34, came 0.8");
        assertThatThrownBy(() -> new Stakes(-1, Double.NaN, 0.5, 0.4))
                .hasMessageContaining("loss of a bad loan")
                .hasMessageContaining("gain of a good loan")
                .hasMessageContaining("cut-offs");
    }

    @Test
    void netGainIsWhatIsLeftAfterLeaversCostAndMinutes() {
        Friction friction = new Friction(2, 3, 0.1);

        // (1 − 0.1)·50 − 0.1·(20 + 5) − 3 − 0.5·2
        assertThat(friction.netGain(50, 20, new AskingRules(0.5, 5, 0))).isCloseTo(38.5, within(1e-12));
        assertThat(friction.and(friction).hazard()).isCloseTo(0.19, within(1e-12));
    }

    @Test
    void rulesOutsideTheirBoundsAreAllNamed() {
        assertThatThrownBy(() -> new AskingRules(-1, Double.POSITIVE_INFINITY, 1.2))
                .hasMessageContaining("exchange rate")
                .hasMessageContaining("goodwill")
                .hasMessageContaining("share asked everything");
        assertThatThrownBy(() -> new Prospect(new double[] {0.1}, new double[0]))
                .hasMessageContaining("as many PDs as chances");
    }
}
