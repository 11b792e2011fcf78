package org.quanheng.scoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.scorecard.GermanCredit;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Table;

final class DriftTests {
    private static final Scorecard CARD = Scorecard.train(GermanCredit.development(), ScorecardRules.standard());

    @Test
    void seesNothingInTheDevelopmentSampleItself() {
        Drift drift = Drift.of(
                Scorecard.fromJson(CARD.toJson()), GermanCredit.development().table());
        assertThat(Objects.requireNonNull(drift.score()).index()).isCloseTo(0, within(1e-9));
        assertThat(drift.characteristics()).allMatch(each -> each.stability().index() < 1e-9);
        assertThat(drift.scoreBands().stream().mapToDouble(Drift.Band::actual).sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void raisesNoAlarmOnStrangersFromTheSamePopulation() {
        Drift drift = Drift.of(CARD, GermanCredit.heldOut().table());
        assertThat(Objects.requireNonNull(drift.score()).isAlarm()).isFalse();
    }

    @Test
    void findsTheCharacteristicThatMoved() {
        Table table = GermanCredit.heldOut().table();
        NumericColumn durations = (NumericColumn) table.column("duration_months");
        double[] longer = new double[table.rows()];
        for (int row = 0; row < longer.length; row++) {
            longer[row] = durations.value(row) + 24;
        }
        Drift drift = Drift.of(CARD, table.with(new NumericColumn("duration_months", longer)));
        Drift.Moved first = drift.characteristics().getFirst();
        assertThat(first.name()).isEqualTo("duration_months");
        assertThat(first.stability().isAlarm()).isTrue();
        assertThat(first.pointsShift()).isNegative();
        assertThat(Objects.requireNonNull(drift.score()).isAlarm()).isTrue();
    }

    @Test
    void needsRows() {
        Table none = GermanCredit.heldOut().table().where(row -> false);
        assertThatThrownBy(() -> Drift.of(CARD, none)).hasMessageContaining("recent applicants: expected at least one");
    }
}
