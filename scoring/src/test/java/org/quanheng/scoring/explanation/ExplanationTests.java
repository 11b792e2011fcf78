package org.quanheng.scoring.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.scorecard.GermanCredit;
import org.quanheng.scoring.scorecard.Score;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Table;

final class ExplanationTests {
    private static final Scorecard CARD = Scorecard.train(GermanCredit.development(), ScorecardRules.standard());
    private static final List<Changeable> CHANGEABLE = List.of(
            new Changeable("duration_months", Changeable.Direction.DOWN, 1),
            new Changeable("credit_amount", Changeable.Direction.DOWN, 1),
            new Changeable("savings", Changeable.Direction.ANY, 1));

    @Test
    void theChangesTurnTheAnswerAndStayWithinWhatCanBeChanged() {
        Table table = GermanCredit.heldOut().table();
        int turned = 0;
        for (int row = 0; row < 100; row++) {
            Map<String, Object> facts = new HashMap<>();
            for (String fact : CARD.facts()) {
                facts.put(fact, java.util.Objects.requireNonNull(table.cell(row, fact)));
            }
            double points = CARD.score(facts::get).points();
            Optional<Counterfactual> found = Counterfactual.find(CARD, facts::get, points + 30, CHANGEABLE);
            if (found.isPresent()) {
                turned++;
                assertThat(found.get().changes()).hasSizeBetween(1, 3);
                for (Counterfactual.Change change : found.get().changes()) {
                    Object before = facts.put(change.fact(), change.value());
                    if (before instanceof Number number && change.value() instanceof Number after) {
                        assertThat(after.doubleValue()).isLessThan(number.doubleValue());
                    }
                }
                assertThat(CARD.score(facts::get).points())
                        .isEqualTo(found.get().points())
                        .isGreaterThanOrEqualTo(points + 30);
            }
        }
        assertThat(turned).isBetween(20, 100);
    }

    @Test
    void findsNothingWhereNothingHelps() {
        Map<String, Object> facts = Map.of("duration_months", 4, "savings", "1000_or_more");
        assertThat(Counterfactual.find(CARD, facts::get, 2_000, CHANGEABLE)).isEmpty();
        assertThat(Counterfactual.find(CARD, facts::get, 2_000, List.of())).isEmpty();
        assertThatThrownBy(() -> new Changeable("x", Changeable.Direction.UP, 0))
                .hasMessageContaining("came 0.0");
    }

    @Test
    void layersSumToTheDistanceFromTheAverage() {
        Score score = CARD.score(Map.of("duration_months", 48, "purpose", "new_car")::get);
        Map<String, Double> layers = Layers.points(
                CARD, score, Map.of("duration_months", "loan", "purpose", "loan", "savings", "finances"), "rest");
        assertThat(layers).containsOnlyKeys("loan", "finances", "rest");
        double sum = layers.values().stream().mapToDouble(Double::doubleValue).sum();
        double differences = score.contributions().stream()
                .mapToDouble(Score.Contribution::difference)
                .sum();
        assertThat(sum).isCloseTo(differences, within(1e-9));
        assertThat(layers.get("loan")).isNegative();
    }
}
