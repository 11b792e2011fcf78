package org.quanheng.lending.annualcost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.lending.calendar.Frequency;

class TimeMeasureTests {
    @ParameterizedTest
    @CsvSource({
        "2019-01-12, 2020-01-12, 1/1",
        "2019-01-31, 2019-02-28, 1/12",
        "2019-01-30, 2019-02-28, 1/12",
        "2019-02-28, 2019-03-31, 1/12",
        "2019-01-31, 2019-03-01, 377/4380",
        "2020-12-31, 2021-03-01, 31/183",
        "2020-03-01, 2021-08-15, 355/244",
    })
    void countsWholeMonthsBackFromTheEnd(LocalDate start, LocalDate end, String expected) {
        assertThat(TimeMeasure.EU.years(start, end, Frequency.MONTHLY)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01, 2020-01-22, 3/52", "2020-01-01, 2020-01-23, 575/9516"})
    void countsWholeWeeks(LocalDate start, LocalDate end, String expected) {
        assertThat(TimeMeasure.EU.years(start, end, Frequency.WEEKLY)).hasToString(expected);
    }
}
