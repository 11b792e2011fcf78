package org.quanheng.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.binning.Binner;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.SpecialCode;
import org.quanheng.scoring.table.Table;

final class SpecialCodesTests {
    private static final SpecialCode NO_ACCOUNT = new SpecialCode("no account", List.of(-999.0, -998.0));
    private static final SpecialCode REFUSED = new SpecialCode("did not say", List.of(-1.0));

    /** Risk falls with x; who has no account is as bad as the worst, who did not say as good as the best. */
    private static Sample sample() {
        Random random = new Random(3);
        int rows = 6_000;
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            x[row] = random.nextInt(100);
            double risk = 0.6 - 0.005 * x[row];
            if (row % 10 == 0) {
                x[row] = row % 20 == 0 ? -999 : -998;
                risk = 0.6;
            } else if (row % 10 == 1) {
                x[row] = -1;
                risk = 0.1;
            } else if (row % 10 == 2) {
                x[row] = Double.NaN;
                risk = 0.35;
            }
            y[row] = random.nextDouble() < risk ? 1 : 0;
        }
        return Sample.of(
                Table.of(List.of(new NumericColumn("x", x, List.of(NO_ACCOUNT, REFUSED)), new NumericColumn("y", y))),
                "y",
                List.of("x"));
    }

    @Test
    void haveBinsOfTheirOwnByMeaning() {
        Binning binning = new Binner(sample(), BinningRules.standard(), 1).bin("x");
        NumericBins bins = (NumericBins) binning.bins();
        assertThat(bins.cuts()).allMatch(cut -> cut > 0);
        assertThat(bins.label(bins.special(0))).isEqualTo("no account");
        assertThat(bins.of(-998.0)).isEqualTo(bins.special(0));
        assertThat(bins.of(-1)).isEqualTo(bins.special(1));
        assertThat(bins.of((Object) null)).isEqualTo(bins.missing());
        assertThat(binning.goods(bins.special(0)) + binning.bads(bins.special(0)))
                .isEqualTo(600);
        assertThat(binning.badRate(bins.special(1))).isLessThan(0.15);
    }

    @Test
    void areJoinedWithTheMostSimilarOnRequest() {
        Binning binning = new Binner(sample(), BinningRules.standard().withSpecialsJoined(), 1).bin("x");
        NumericBins bins = (NumericBins) binning.bins();
        assertThat(bins.count()).isEqualTo(bins.regular());
        assertThat(bins.special(0)).isZero();
        assertThat(bins.special(1)).isEqualTo(bins.regular() - 1);
        assertThat(bins.missing()).isBetween(1, bins.regular() - 2);
        assertThat(bins.label(0)).endsWith(", no account");
        double all = 0;
        for (int bin = 0; bin < bins.count(); bin++) {
            all += binning.share(bin);
        }
        assertThat(all).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void comeBackFromJsonToTheSamePoints() {
        for (ScorecardRules rules : List.of(ScorecardRules.standard(), ScorecardRules.byEvidence())) {
            for (BinningRules binning : List.of(rules.binning(), rules.binning().withSpecialsJoined())) {
                Scorecard card = Scorecard.train(sample(), rules.withBinning(binning));
                Scorecard again = Scorecard.fromJson(card.toJson());
                assertThat(again.points(sample().table())).containsExactly(card.points(sample().table()));
                Characteristic x = card.characteristics().getFirst();
                assertThat(x.points(x.bins().of(-999)))
                        .isLessThan(x.points(x.bins().of(-1)));
                boolean joined = x.bins().count() == x.bins().regular();
                assertThat(joined).isEqualTo(binning.specialsJoined());
            }
        }
    }

    @Test
    void eachNumberHasOneMeaning() {
        assertThatThrownBy(() -> new NumericColumn(
                        "x", new double[1], List.of(REFUSED, new SpecialCode("again", List.of(-1.0)))))
                .hasMessageContaining("special codes of x: expected each number under one meaning");
        assertThatThrownBy(() -> new SpecialCode(" ", List.of()))
                .hasMessageContaining("a meaning in words")
                .hasMessageContaining("at least one number");
    }
}
