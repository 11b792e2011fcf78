package org.quanheng.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTests {
    private static List<Person> people(int count) {
        List<Person> people = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            people.add(new Person(
                    row,
                    Map.of("credit_amount", Integer.toString(1000 + row), "job", "skilled", "housing", "own"),
                    LocalDate.of(1980, 1, 1)));
        }
        return people;
    }

    private static Replay replay(FakeLender lender) {
        return new Replay(lender.address(), 4, Duration.ofMinutes(5), new ReplayKeys("secret"));
    }

    @Test
    void everybodyGetsAnAnswerAndTheApprovedALoan() throws IOException {
        try (FakeLender lender = new FakeLender(new Random(1), 0)) {
            List<Integer> told = new ArrayList<>();
            Replay replay = replay(lender);
            List<Replay.Met> met = replay.run(people(30), (done, _) -> told.add(done));
            assertThat(met).hasSize(30).extracting(Replay.Met::row).isSorted();
            assertThat(met).filteredOn(one -> one.answer().equals("APPROVED")).hasSize(20);
            assertThat(met).allSatisfy(one -> assertThat(one.questions()).isEqualTo(3));
            assertThat(lender.loans).isEqualTo(20);
            assertThat(told).hasSize(30).endsWith(30);
            assertThat(replay.latencies().millisAt(0.5)).isNotEmpty();
        }
    }

    @Test
    void aSecondRunFindsEverythingDone() throws IOException {
        try (FakeLender lender = new FakeLender(new Random(1), 0)) {
            List<Replay.Met> first = replay(lender).run(people(12), (_, _) -> {});
            List<Replay.Met> second = replay(lender).run(people(12), (_, _) -> {});
            assertThat(lender.applications).hasSize(12);
            assertThat(lender.loans).isEqualTo(8);
            assertThat(second)
                    .extracting(Replay.Met::answer)
                    .isEqualTo(first.stream().map(Replay.Met::answer).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aServerThatForgetsAndBreaksOffLosesNothingAndDoublesNothing(long seed) throws IOException {
        try (FakeLender lender = new FakeLender(new Random(seed), 12)) {
            List<Replay.Met> met = replay(lender).run(people(20), (_, _) -> {});
            assertThat(met).hasSize(20);
            assertThat(lender.applications)
                    .hasSize(20)
                    .allSatisfy(application -> assertThat(application)
                            .containsEntry("job", "skilled")
                            .containsEntry("housing", "own"));
            assertThat(lender.loans).isEqualTo(14);
        }
    }

    @Test
    void givesUpWhenTheServerStaysAway() throws IOException {
        FakeLender lender = new FakeLender(new Random(1), 0);
        lender.close();
        Replay replay = new Replay(lender.address(), 2, Duration.ofMillis(300), new ReplayKeys("secret"));
        assertThatThrownBy(() -> replay.run(people(2), (_, _) -> {}))
                .isInstanceOf(ReplayFailure.class)
                .hasMessageContaining("the server stayed away");
    }

    @Test
    void keysAreTheSameForAPersonAndDifferentBetweenPeopleAndSecrets() {
        assertThat(new ReplayKeys("a").of(7))
                .isEqualTo(new ReplayKeys("a").of(7))
                .hasSize(32);
        assertThat(new ReplayKeys("a").of(8)).isNotEqualTo(new ReplayKeys("a").of(7));
        assertThat(new ReplayKeys("b").of(7)).isNotEqualTo(new ReplayKeys("a").of(7));
    }
}
