package org.quanheng.app.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.app.api.Fault;

class AnswerCheckTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Question PURPOSE =
            new Question("purpose", Question.Kind.CHOICE, List.of("new_car", "other"), null, null);
    private static final Question AMOUNT = new Question("amount", Question.Kind.MONEY, List.of(), 250, 20_000);
    private static final Question BIRTH_DATE = new Question("birth_date", Question.Kind.BIRTH_DATE, List.of(), 18, 100);
    private static final Question NAME = new Question("full_name", Question.Kind.PERSONAL_TEXT, List.of(), null, null);
    private static final Question PHONE = new Question("phone", Question.Kind.PERSONAL_PHONE, List.of(), null, null);
    private static final Question CONSENT = new Question("consent", Question.Kind.CONSENT, List.of(), null, null);

    @Test
    void everyFaultIsNamedAtOnceInTheOrderOfTheQuestions() {
        AnswerCheck check = AnswerCheck.of(
                List.of(PURPOSE, AMOUNT, BIRTH_DATE, CONSENT),
                Map.of("purpose", "yacht", "amount", "12x", "birth_date", "1990-02-30"),
                TODAY);

        assertThat(check.values()).isEmpty();
        assertThat(check.faults())
                .extracting(Fault::field)
                .containsExactly("purpose", "amount", "birth_date", "consent");
        assertThat(check.faults())
                .extracting(Fault::code)
                .containsExactly("option", "whole_number", "birth_date", "consent");
    }

    @ParameterizedTest
    @CsvSource({"1200, 1200", "'1,200', 1200", "１２００, 1200", "' 1200 ', 1200", "+1200, 1200", "250, 250", "20000, 20000"
    })
    void anAmountIsReadAsPeopleWriteIt(String typed, String value) {
        assertThat(one(AMOUNT, typed).values()).containsEntry("amount", value);
    }

    @ParameterizedTest
    @CsvSource({
        "249, between",
        "20001, between",
        "-1200, between",
        "12.5, whole_number",
        "'12,50', whole_number",
        "NaN, whole_number",
        "1e9, whole_number",
        "99999999999999999999, whole_number",
        "'', required",
        "'   ', required"
    })
    void anAmountThatIsNoneIsRefused(String typed, String code) {
        assertThat(one(AMOUNT, typed).faults())
                .singleElement()
                .extracting(Fault::code)
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2008-11-22, ",
        "2008-11-23, age_range",
        "1926-11-22, ",
        "1925-11-22, age_range",
        "2027-01-01, birth_date_future",
        "1899-12-31, birth_date",
        "2001-02-29, birth_date",
        "--, required",
        "1990-5-1, "
    })
    void ageCountsWholeYearsToday(String typed, String code) {
        AnswerCheck check = one(BIRTH_DATE, typed);

        if (code == null) {
            assertThat(check.faults()).isEmpty();
            assertThat(check.values()).containsKey("birth_date");
        } else {
            assertThat(check.faults()).singleElement().extracting(Fault::code).isEqualTo(code);
        }
    }

    @Test
    void whoIsBornOnTheLeapDayIsOlderOnTheFirstOfMarch() {
        LocalDate leapDay = LocalDate.of(2008, 2, 29);

        assertThat(AnswerCheck.ageOn(leapDay, LocalDate.of(2026, 2, 28))).isEqualTo(17);
        assertThat(AnswerCheck.ageOn(leapDay, LocalDate.of(2026, 3, 1))).isEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小明", "Zoë O'Brien-Smith", "Jürgen Müller", "阿卜杜拉·买买提"})
    void namesOfManyLanguagesAreNames(String name) {
        assertThat(one(NAME, name).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "x", "a\u0000b"})
    void whatIsNoNameIsRefusedAndNotRepeated(String name) {
        assertThat(one(NAME, name).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("name");
            assertThat(fault.came()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"+49 30 1234567, true", "13800138000, true", "call me, false", "12, false"})
    void telephoneNumbers(String typed, boolean fits) {
        assertThat(one(PHONE, typed).faults().isEmpty()).isEqualTo(fits);
    }

    @Test
    void consentIsOnlyYes() {
        assertThat(one(CONSENT, "yes").faults()).isEmpty();
        assertThat(one(CONSENT, "no").faults())
                .singleElement()
                .extracting(Fault::code)
                .isEqualTo("consent");
    }

    private static AnswerCheck one(Question question, String typed) {
        return AnswerCheck.of(List.of(question), Map.of(question.fact(), typed), TODAY);
    }
}
