package org.quanheng.lending.annualcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.YearFraction;

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
    @CsvSource({"2020-01-01, 2020-01-22, 3/52", "2020-01-01, 2020-01-23, 1147/18980"})
    void countsWholeWeeks(LocalDate start, LocalDate end, String expected) {
        assertThat(TimeMeasure.EU.years(start, end, Frequency.WEEKLY)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-10, 2021-02-15, 1/12 + 5/366",
        "2020-01-10, 2020-02-15, 1/12 + 5/365",
        "2019-03-10, 2020-04-15, 13/12 + 5/365",
    })
    void daysAreOverTheYearThatEndsWithThem(LocalDate start, LocalDate end, String expected) {
        assertThat(TimeMeasure.EU.years(start, end, Frequency.MONTHLY)).isEqualTo(sum(expected));
    }

    @ParameterizedTest
    @CsvSource({"2019-01-10, 2021-01-10, 2/1", "2019-01-10, 2020-03-10, 1/1 + 59/365"})
    void countsWholeYears(LocalDate start, LocalDate end, String expected) {
        assertThat(TimeMeasure.EU.years(start, end, Frequency.YEARLY)).isEqualTo(sum(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-02-01, 2019-03-01, MONTH, 1/12",
        "2019-02-01, 2019-03-01, WEEK, 4/52",
        "2020-02-01, 2020-03-01, WEEK, 1/12",
        "2023-12-02, 2024-01-05, WEEK, 4/52 + 2/365 + 4/366",
        "2025-01-12, 2025-02-15, MONTH, 1/12 + 3/365",
        "2025-08-31, 2026-02-28, MONTH, 6/12",
        "2025-09-30, 2026-01-30, MONTH, 4/12",
        "2025-09-30, 2026-01-31, MONTH, 4/12 + 1/365",
        "2025-02-28, 2025-03-31, MONTH, 1/12 + 3/365",
        "2024-02-29, 2026-02-28, WEEK, 24/12",
    })
    void theUkCountsWhatIsBothAsPaymentsFallDue(LocalDate start, LocalDate end, Frequency.Unit unit, String expected) {
        assertThat(TimeMeasure.UK.years(start, end, new Frequency(1, unit))).isEqualTo(sum(expected));
    }

    @ParameterizedTest
    @EnumSource(TimeMeasure.class)
    void refusesAnEndBeforeTheStart(TimeMeasure measure) {
        LocalDate day = LocalDate.of(2026, 1, 10);
        assertThatThrownBy(() -> measure.years(day, day.minusDays(1), Frequency.MONTHLY))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("end: expected on or after 2026-01-10, came 2026-01-09");
    }

    private static YearFraction sum(String text) {
        YearFraction sum = YearFraction.ZERO;
        for (String term : text.split(" \\+ ", -1)) {
            String[] parts = term.split("/", -1);
            sum = sum.plus(new YearFraction(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
        }
        return sum;
    }
}
