package org.quanheng.scoring.boosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.binning.Shape;
import org.quanheng.scoring.drift.Drift;
import org.quanheng.scoring.scorecard.GermanCredit;
import org.quanheng.scoring.table.CategoricalColumn;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.quanheng.scoring.validation.Auc;
import org.quanheng.scoring.validation.Figures;
import org.quanheng.scoring.validation.Stability;

final class BoostedTests {
    private static final BoostedRules RULES =
            new BoostedRules(100, 3, 0.1, 0.8, 0.6, 2, Map.of("duration_months", Shape.ASCENDING), 3, 1, 7);
    private static final Boosted MODEL = Boosted.train(GermanCredit.development(), RULES);

    @Test
    void reloadedItGivesTheSamePdsToTheLastBitAndTheSameText() {
        Sample sample = GermanCredit.development();
        Boosted model = MODEL;
        Boosted again = Boosted.fromJson(model.toJson());
        assertThat(again.pds(sample.table())).containsExactly(model.pds(sample.table()));
        assertThat(again.toJson()).isEqualTo(model.toJson());
        assertThat(again.facts()).isEqualTo(model.facts());
        assertThat(again.development()).isEqualTo(model.development());
        assertThat(again.explain(fact -> sample.table().cell(7, fact)))
                .isEqualTo(model.explain(fact -> sample.table().cell(7, fact)));
        assertThat(again.importances())
                .hasSameSizeAs(model.facts())
                .isSortedAccordingTo((a, b) -> Double.compare(b.logOdds(), a.logOdds()));
        assertThat(again.development().auc().value()).isBetween(0.72, 0.85);
        assertThat(Drift.of(again, sample.table()).characteristics()).isEmpty();
        Stability still = Drift.of(again, sample.table()).score();
        assertThat(still != null && still.index() < 0.01).isTrue();
    }

    @Test
    void refusesWhatIsNoModelOfItsForm() {
        assertThatThrownBy(() -> Boosted.fromJson("{}"))
                .hasMessageContaining("expected quanheng-boosted-1, came nothing");
        assertThatThrownBy(() -> Boosted.fromJson("{")).hasMessageContaining("boosted trees");
        assertThatThrownBy(() -> Boosted.fromJson("{\"form\":\"quanheng-boosted-1\"}"))
                .hasMessageContaining("the fields of form");
    }

    @Test
    void separatesUnseenApplicantsAndIsTheSameEveryTime() {
        Sample heldOut = GermanCredit.heldOut();
        double[] pds = MODEL.pds(heldOut.table());
        assertThat(Figures.of(pds, heldOut.bad()).auc().value()).isGreaterThan(0.74);
        assertThat(Boosted.train(GermanCredit.development(), RULES).pds(heldOut.table()))
                .containsExactly(pds);
    }

    @Test
    void contributionsSumToTheLogOdds() {
        Sample heldOut = GermanCredit.heldOut();
        double[] pds = MODEL.pds(heldOut.table());
        Double average = null;
        for (int row = 0; row < 30; row++) {
            int at = row;
            Boosted.Explained explained = MODEL.explain(fact -> heldOut.table().cell(at, fact));
            assertThat(explained.pd()).isCloseTo(pds[row], within(1e-5));
            double sum = explained.contributions().stream()
                    .mapToDouble(Boosted.Contribution::logOdds)
                    .sum();
            double rest = Math.log(explained.pd() / (1 - explained.pd())) - sum;
            average = average == null ? rest : average;
            assertThat(rest).isCloseTo(average, within(1e-5));
            assertThat(explained.reasons()).hasSizeLessThanOrEqualTo(4).allMatch(reason -> reason.logOdds() > 0);
        }
    }

    @Test
    void keepsADeclaredShapeForEveryApplicant() {
        Table table = GermanCredit.heldOut().table();
        double[] months = ((NumericColumn) table.column("duration_months")).values();
        double[] longer = new double[months.length];
        for (int row = 0; row < months.length; row++) {
            longer[row] = months[row] + 12;
        }
        double[] before = MODEL.pds(table);
        double[] after = MODEL.pds(table.with(new NumericColumn("duration_months", longer)));
        for (int row = 0; row < before.length; row++) {
            assertThat(after[row]).isGreaterThanOrEqualTo(before[row]);
        }
    }

    @Test
    void namesEveryFault() {
        assertThatThrownBy(() -> new BoostedRules(1, 0, 0, 0, 2, -1, Map.of("x", Shape.PEAK), 1, 0, 0))
                .hasMessageContaining("treesMax")
                .hasMessageContaining("depth")
                .hasMessageContaining("rate")
                .hasMessageContaining("rowShare")
                .hasMessageContaining("columnShare")
                .hasMessageContaining("childWeightMin")
                .hasMessageContaining("folds")
                .hasMessageContaining("threads")
                .hasMessageContaining("shape of x: expected ascending, descending or none, came PEAK");
        assertThatThrownBy(() -> MODEL.explain(Map.of("duration_months", "long", "purpose", 3)::get))
                .hasMessageContaining("fact duration_months: expected a number")
                .hasMessageContaining("fact purpose: expected a category");
        Sample sample = GermanCredit.development();
        BoostedRules rules = new BoostedRules(50, 2, 0.1, 1, 1, 1, Map.of("nope", Shape.NONE), 2, 1, 0);
        assertThatThrownBy(() -> Boosted.train(sample, rules)).hasMessageContaining("shape of nope");
    }

    /** A category of which every third row has its own and that says nothing must not be learnt by heart. */
    @Test
    void isNotMisledByAColumnOfVeryManyCategories() {
        Random random = new Random(12);
        int rows = 4_000;
        double[] x = new double[rows];
        double[] y = new double[rows];
        List<@Nullable String> texts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            x[row] = random.nextGaussian();
            texts.add("k" + random.nextInt(rows / 3));
            y[row] = random.nextDouble() < 1 / (1 + Math.exp(1 - x[row])) ? 1 : 0;
        }
        Table table = Table.of(
                List.of(new NumericColumn("x", x), CategoricalColumn.of("code", texts), new NumericColumn("y", y)));
        double[] aucs = new double[2];
        for (int with = 0; with < 2; with++) {
            Sample sample = Sample.of(table, "y", with == 0 ? List.of("x") : List.of("x", "code"));
            Sample unseen = sample.where(row -> row % 4 == 0);
            Boosted model = Boosted.train(sample.where(row -> row % 4 != 0), BoostedRules.standard());
            aucs[with] = Auc.of(model.pds(unseen.table()), unseen.bad()).value();
        }
        assertThat(aucs[1]).isGreaterThan(aucs[0] - 0.015);
    }
}
