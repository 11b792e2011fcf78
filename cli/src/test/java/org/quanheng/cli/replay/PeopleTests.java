package org.quanheng.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quanheng.app.QuanhengApplication;

class PeopleTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static byte[] histories() throws IOException {
        try (InputStream csv =
                Objects.requireNonNull(QuanhengApplication.class.getResourceAsStream("sample/german-credit.csv"))) {
            return csv.readAllBytes();
        }
    }

    @Test
    void threeHundredOfTheThousandApplyAndNoneOfThemTellsWhatBecameOfIt() throws IOException {
        List<Person> people = People.applicants(histories(), TODAY);
        assertThat(people).hasSize(300).allSatisfy(person -> {
            assertThat(person.row() % 10).isBetween(7, 9);
            assertThat(person.facts())
                    .hasSize(18)
                    .doesNotContainKeys("target", "personal_status_sex", "foreign_worker");
        });
        assertThat(People.outcomes(histories())).hasSize(300).containsKeys(7, 8, 9, 999);
    }

    @Test
    void birthDatesGiveTheAgeOfTheRowForTwoWeeks() throws IOException {
        assertThat(People.applicants(histories(), TODAY)).allSatisfy(person -> {
            int age = Integer.parseInt(Objects.requireNonNull(person.facts().get("age")));
            assertThat(Period.between(person.birthDate(), TODAY).getYears()).isEqualTo(age);
            assertThat(Period.between(person.birthDate(), TODAY.plusDays(14)).getYears())
                    .isEqualTo(age);
        });
    }

    @Test
    void everybodyHasANameAndATelephoneOfTheirOwnThatRingsNowhere() throws IOException {
        List<Person> people = People.applicants(histories(), TODAY);
        assertThat(people).extracting(person -> person.answer("full_name")).doesNotContainNull();
        assertThat(people)
                .extracting(person -> person.answer("phone").orElseThrow())
                .doesNotHaveDuplicates()
                .allMatch(phone -> phone.startsWith("+49 30 23125 "));
    }
}
