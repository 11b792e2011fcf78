package org.quanheng.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1150|1150",
                "1,150.50|1150.50",
                "12,345,678|12345678",
                "1'150|1150",
                "1 150|1150",
                "１，１５０．５|1150.5",
                "\u00a01150\u3000|1150",
                "-1,150|-1150",
            })
    void separatorsBetweenGroupsOfThreeDigitsGo(String typed, String number) {
        assertThat(Typed.number(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1,50",
                "1,5",
                "1,1500",
                ",150",
                "1150,",
                "11,50.00",
                "1,,150",
                "1,150'000",
                "1.150,50",
                "1,150.5,0"
            })
    void whatCouldBeReadInTwoWaysStaysAsItIs(String typed) {
        assertThat(Typed.number(typed)).isEqualTo(typed);
    }
}
