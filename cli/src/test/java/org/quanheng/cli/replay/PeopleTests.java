package org.quanheng.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quanheng.app.sample.SampleLender;

class PeopleTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static List<Person> people() {
        return People.applicants(SampleLender.histories(), row -> !SampleLender.trains(row), TODAY);
    }

    @Test
    void threeHundredOfTheThousandApplyAndNoneOfThemTellsWhatBecameOfIt() {
        List<Person> people = people();
        assertThat(people).hasSize(300).allSatisfy(person -> {
            assertThat(person.row() % 10).isBetween(7, 9);
            assertThat(person.facts())
                    .hasSize(18)
                    .doesNotContainKeys("target", "personal_status_sex", "foreign_worker");
        });
        assertThat(People.wentBad(SampleLender.histories(), 1)).isTrue();
        assertThat(People.wentBad(SampleLender.histories(), 0)).isFalse();
    }

    @Test
    void birthDatesGiveTheAgeOfTheRowForTwoWeeks() {
        assertThat(people()).allSatisfy(person -> {
            int age = Integer.parseInt(Objects.requireNonNull(person.facts().get("age")));
            assertThat(Period.between(person.birthDate(), TODAY).getYears()).isEqualTo(age);
            assertThat(Period.between(person.birthDate(), TODAY.plusDays(14)).getYears())
                    .isEqualTo(age);
        });
    }

    @Test
    void everybodyHasANameAndATelephoneOfTheirOwnThatRingsNowhere() {
        List<Person> people = people();
        assertThat(people).extracting(person -> person.answer("full_name")).doesNotContainNull();
        assertThat(people)
                .extracting(person -> person.answer("phone").orElseThrow())
                .doesNotHaveDuplicates()
                .allMatch(phone -> phone.startsWith("+49 30 23125 "));
    }
}
