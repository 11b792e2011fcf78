package org.quanheng.scoring.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

final class BinnerTests {
    /** Bad rate falls with age; missing ages are bad; homes: own is good, three in a thousand live in a tent. */
    private static Sample sample() {
        Random random = new Random(7);
        int rows = 4_000;
        double[] age = new double[rows];
        double[] constant = new double[rows];
        double[] target = new double[rows];
        List<@Nullable String> home = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            age[row] = 18 + random.nextInt(60);
            boolean own = random.nextBoolean();
            home.add(row % 333 == 0 ? "tent" : own ? "own" : "rent");
            double risk = 0.5 - 0.005 * age[row] + (own ? 0 : 0.1);
            if (row % 10 == 0) {
                age[row] = Double.NaN;
                risk = 0.7;
            }
            target[row] = random.nextDouble() < risk ? 1 : 0;
        }
        Table table = Table.of(List.of(
                new NumericColumn("age", age),
                new NumericColumn("constant", constant),
                CategoricalColumn.of("home", home),
                new NumericColumn("y", target)));
        return Sample.of(table, "y", List.of("age", "home", "constant"));
    }

    @Test
    void findsAMonotoneShapeAndKeepsMissingApart() {
        Binning age = new Binner(sample(), BinningRules.standard(), 1).bin("age");
        assertThat(age.shape()).isEqualTo(Shape.DESCENDING);
        for (int bin = 1; bin < age.bins().regular(); bin++) {
            assertThat(age.badRate(bin)).isLessThanOrEqualTo(age.badRate(bin - 1));
            assertThat(age.share(bin)).isGreaterThanOrEqualTo(0.02);
        }
        int missing = age.bins().missing();
        assertThat(age.share(missing)).isCloseTo(0.1, within(1e-9));
        assertThat(age.woe(missing)).isLessThan(-1);
        assertThat(age.bins().of(null)).isEqualTo(missing);
        assertThat(age.informationValue()).isGreaterThan(0.1);
        assertThat(age.explanation()).contains("cross-validation");
    }

    @Test
    void poolsRareCategoriesWithThoseNeverSeen() {
        Sample sample = sample();
        Binning home = new Binner(sample, new BinningRules(Shape.AUTO, 50, 8, 0.05, 5, 0, 1, 30, 5), 1).bin("home");
        CategoricalBins bins = (CategoricalBins) home.bins();
        assertThat(bins.groups()).containsExactlyInAnyOrder(List.of("own"), List.of("rent"));
        assertThat(bins.of("tent")).isEqualTo(bins.other());
        assertThat(bins.of("castle")).isEqualTo(bins.other());
        assertThat(home.goods(bins.other()) + home.bads(bins.other())).isEqualTo(13);
        assertThat(home.woe(bins.missing())).isZero();
    }

    @Test
    void givesAConstantColumnOneBinWithoutEvidence() {
        Binning constant = new Binner(sample(), BinningRules.standard(), 1).bin("constant");
        assertThat(constant.bins().regular()).isEqualTo(1);
        assertThat(constant.informationValue()).isCloseTo(0, within(1e-12));
        assertThat(constant.explanation()).isEqualTo("one value only: nothing to divide");
    }

    @Test
    void keepsCutsSetByHand() {
        Binning byHand = new Binner(sample(), BinningRules.standard(), 1).count("age", new NumericBins(25, 60));
        assertThat(byHand.bins()).isEqualTo(new NumericBins(25, 60));
        assertThat(byHand.goods(0)
                        + byHand.bads(0)
                        + byHand.goods(1)
                        + byHand.bads(1)
                        + byHand.goods(2)
                        + byHand.bads(2))
                .isEqualTo(3_600);
    }

    @Test
    void labelsAndFindsRanges() {
        NumericBins bins = new NumericBins(-1.5, 20, 1e7);
        assertThat(bins.label(0)).isEqualTo("< -1.5");
        assertThat(bins.label(1)).isEqualTo("-1.5 to < 20");
        assertThat(bins.label(3)).isEqualTo(">= 10000000");
        assertThat(bins.label(4)).isEqualTo("missing");
        assertThat(bins.of(20.0)).isEqualTo(2);
        assertThat(bins.of(Math.nextDown(20.0))).isEqualTo(1);
        assertThat(bins.of((Object) 19)).isEqualTo(1);
        assertThat(bins.of(Double.NaN)).isEqualTo(bins.missing());
        assertThatThrownBy(() -> bins.of("young")).hasMessageContaining("expected a number, came String 'young'");
        assertThatThrownBy(() -> new NumericBins(3, 3, Double.NaN))
                .hasMessageContaining("cut 2: expected a number above the cut before, came 3.0")
                .hasMessageContaining("cut 3: expected a number above the cut before, came NaN");
    }

    @Test
    void takesCodesHoweverTheyCome() {
        CategoricalBins bins = new CategoricalBins(List.of(List.of("1", "true"), List.of("2")));
        assertThat(bins.of("1")).isEqualTo(0);
        assertThat(bins.of(1)).isEqualTo(0);
        assertThat(bins.of(2.0)).isEqualTo(1);
        assertThat(bins.of(true)).isEqualTo(0);
        assertThat(bins.label(0)).isEqualTo("1, true");
        assertThatThrownBy(() -> bins.of(List.of())).hasMessageContaining("expected a category");
        assertThatThrownBy(() -> new CategoricalBins(List.of(List.of("a"), List.of("a"))))
                .hasMessageContaining("category a: expected to be in one group, came it is in two");
    }

    @Test
    void cutsAtTheRoundestNumberBetweenNeighbours() {
        assertThat(PreBins.roundest(19, 23)).isEqualTo(20);
        assertThat(PreBins.roundest(1234, 1267)).isEqualTo(1260);
        assertThat(PreBins.roundest(0.5, 0.75)).isEqualTo(0.7);
        assertThat(PreBins.roundest(-3, 2)).isEqualTo(0);
        assertThat(PreBins.roundest(-7.2, -7.1)).isEqualTo(-7.1);
        assertThat(PreBins.roundest(1, Math.nextUp(1.0))).isEqualTo(Math.nextUp(1.0));
        assertThat(PreBins.roundest(0, 1)).isEqualTo(1);
    }

    @Test
    void weighsEvidenceByItsDefinition() {
        assertThat(WeightOfEvidence.woe(30, 10, 60, 40, 1e-12)).isCloseTo(Math.log(0.5 / 0.25), within(1e-9));
        assertThat(WeightOfEvidence.woe(0, 0, 60, 40, 5)).isCloseTo(0, within(1e-12));
        assertThat(WeightOfEvidence.woe(0, 5, 60, 40, 5)).isBetween(-3.0, -0.5);
    }

    @Test
    void namesEveryBadRule() {
        assertThatThrownBy(() -> new BinningRules(Shape.NONE, 1, 0, 0.9, -1, 2, 0, -1, 0))
                .hasMessageContaining("preBinsMax: expected 2 to 200, came 1")
                .hasMessageContaining("binsMax")
                .hasMessageContaining("sizeMin")
                .hasMessageContaining("countMin")
                .hasMessageContaining("differenceMin")
                .hasMessageContaining("pValueMax")
                .hasMessageContaining("rareMax")
                .hasMessageContaining("shrinkage");
    }
}
