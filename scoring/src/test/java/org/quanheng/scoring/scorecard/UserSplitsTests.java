package org.quanheng.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.binning.Shape;

/** Splits that a person has set are kept as given, or it is said why they cannot be. */
final class UserSplitsTests {
    private static ScorecardRules rules(Fitting fitting) {
        return fitting == Fitting.TOGETHER ? ScorecardRules.standard() : ScorecardRules.byEvidence();
    }

    private static Bins binsOf(Scorecard card, String name) {
        return card.characteristics().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .bins();
    }

    @ParameterizedTest
    @EnumSource(Fitting.class)
    void areKeptAlsoWhereABinIsSmallOrEmpty(Fitting fitting) {
        NumericBins durations = new NumericBins(7, 8, 13, 24, 36, 500);
        CategoricalBins checking = new CategoricalBins(List.of(List.of("A11"), List.of("A12", "A13"), List.of("A14")));
        List<String> texts = GermanCredit.development().table().column("checking_status")
                        instanceof org.quanheng.scoring.table.CategoricalColumn column
                ? column.dictionary()
                : List.of();
        CategoricalBins apart =
                new CategoricalBins(texts.stream().sorted().map(List::of).toList());
        assertThat(checking.count()).isEqualTo(5);
        Scorecard card = Scorecard.train(
                GermanCredit.development(),
                rules(fitting).withSplits(Map.of("duration_months", durations, "checking_status", apart)));
        assertThat(binsOf(card, "duration_months")).isEqualTo(durations);
        assertThat(binsOf(card, "checking_status")).isEqualTo(apart);
        assertThat(Scorecard.fromJson(card.toJson()).toJson()).isEqualTo(card.toJson());
    }

    @Test
    void saysEverythingThatIsImpossible() {
        BinningRules falling = BinningRules.standard().withShape(Shape.DESCENDING);
        assertThatThrownBy(() -> Scorecard.train(
                        GermanCredit.development(),
                        ScorecardRules.standard()
                                .withOwnBinning(Map.of("duration_months", falling))
                                .withSplits(Map.of(
                                        "duration_months", new NumericBins(12, 24),
                                        "age", new CategoricalBins(List.of(List.of("young"))),
                                        "purpose", new CategoricalBins(List.of(List.of("yacht"))),
                                        "shoe_size", new NumericBins(40)))))
                .hasMessageContaining(
                        "splits of duration_months: expected bad rates that keep the shape descending, came < 12: ")
                .hasMessageContaining("splits of age: expected cuts, since the column holds numbers, came groups")
                .hasMessageContaining("splits of purpose: expected categories of the column, came yacht")
                .hasMessageContaining("splits of shoe_size: expected a feature, came no such feature");
    }

    @Test
    void cutsAreAddedMovedAndTakenAway() {
        NumericBins bins = new NumericBins(10, 20);
        assertThat(bins.withCut(15)).isEqualTo(new NumericBins(10, 15, 20));
        assertThat(bins.withCut(5)).isEqualTo(new NumericBins(5, 10, 20));
        assertThat(bins.withoutCut(0)).isEqualTo(new NumericBins(20));
        assertThat(bins.withCutMoved(1, 30)).isEqualTo(new NumericBins(10, 30));
        assertThatThrownBy(() -> bins.withCut(10)).hasMessageContaining("not a cut yet, came 10");
        assertThatThrownBy(() -> bins.withoutCut(2)).hasMessageContaining("0 to 1, came 2");
        assertThatThrownBy(() -> bins.withCutMoved(0, 20)).hasMessageContaining("cut 2: expected a number above");
    }

    @Test
    void categoriesMoveBetweenGroups() {
        CategoricalBins bins = new CategoricalBins(List.of(List.of("a", "b"), List.of("c")));
        assertThat(bins.withCategoryIn("b", 1).groups()).containsExactly(List.of("a"), List.of("c", "b"));
        assertThat(bins.withCategoryIn("b", 2).groups()).containsExactly(List.of("a"), List.of("c"), List.of("b"));
        assertThat(bins.withCategoryIn("c", 0).groups()).containsExactly(List.of("a", "b", "c"));
        assertThat(bins.withGroupsJoined(0, 1).groups()).containsExactly(List.of("a", "b", "c"));
        assertThatThrownBy(() -> bins.withGroupsJoined(1, 1)).hasMessageContaining("two different ones");
    }
}
