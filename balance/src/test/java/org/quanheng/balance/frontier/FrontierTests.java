package org.quanheng.balance.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrontierTests {
    private static Point point(double loss, double minutes) {
        return new Point(Double.NaN, loss, minutes, 0.5, 0.4, 0, 0);
    }

    private static final Point LITTLE_LOSS = point(1, 9);
    private static final Point MIDDLE = point(2, 3);
    private static final Point OFF_HULL = point(4, 2.5);
    private static final Point LITTLE_EFFORT = point(6, 1);
    private static final Point TODAY = point(5, 8);
    private static final Frontier FRONTIER =
            Frontier.of(List.of(TODAY, LITTLE_EFFORT, OFF_HULL, MIDDLE, LITTLE_LOSS), Objective.LOSS, Objective.EFFORT);

    @Test
    void whatNothingDominatesIsEfficient() {
        assertThat(FRONTIER.efficient()).containsExactly(LITTLE_LOSS, MIDDLE, OFF_HULL, LITTLE_EFFORT);
        assertThat(FRONTIER.dominated()).containsExactly(TODAY);
        assertThat(FRONTIER.dominates(MIDDLE, TODAY)).isTrue();
        assertThat(FRONTIER.dominates(MIDDLE, MIDDLE)).isFalse();
        assertThat(FRONTIER.supported()).containsExactly(LITTLE_LOSS, MIDDLE, LITTLE_EFFORT);
    }

    @Test
    void dominanceEqualsComparingAllPairs() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                points.add(point(random.nextInt(20), random.nextInt(20)));
            }
            Frontier frontier = Frontier.of(points, Objective.LOSS, Objective.EFFORT);
            List<Point> free = points.stream()
                    .filter(p -> points.stream().noneMatch(q -> frontier.dominates(q, p)))
                    .distinct()
                    .toList();
            assertThat(frontier.efficient()).containsExactlyInAnyOrderElementsOf(free);
        }
    }

    @Test
    void hypervolumeIsTheAreaUnderTheReference() {
        // (10−1)·(10−9) + (10−2)·(9−3) + (10−4)·(3−2.5) + (10−6)·(2.5−1)
        assertThat(FRONTIER.hypervolume(point(10, 10))).isCloseTo(9 + 48 + 3 + 6, within(1e-12));
        assertThat(FRONTIER.hypervolume(point(1, 1))).isZero();
    }

    @Test
    void kneeShadowPriceAndBounds() {
        assertThat(FRONTIER.knee()).isEqualTo(MIDDLE);
        assertThat(FRONTIER.shadowRate(MIDDLE)).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(FRONTIER.shadowRate(LITTLE_EFFORT)).isCloseTo(2, within(1e-12));
        assertThat(FRONTIER.shadowRate(LITTLE_LOSS)).isZero();
        assertThat(FRONTIER.best(2.7)).contains(OFF_HULL);
        assertThat(FRONTIER.best(0.5)).isEmpty();
    }

    @Test
    void theGapOfTodaysPolicyIsWhatItLeavesOnTheTable() {
        assertThat(FRONTIER.gap(TODAY)).isEqualTo(new Frontier.Gap(3, 5.5));
        assertThat(FRONTIER.gap(MIDDLE)).isEqualTo(new Frontier.Gap(0, 0));
    }

    @Test
    void faultsAreNamed() {
        assertThatThrownBy(() -> Frontier.of(List.of(), Objective.LOSS, Objective.LOSS))
                .hasMessageContaining("points: expected at least one")
                .hasMessageContaining("objectives: expected two");
        assertThatThrownBy(() -> Frontier.of(List.of(point(Double.NaN, 1)), Objective.LOSS, Objective.EFFORT))
                .hasMessageContaining("expected finite figures");
    }
}
