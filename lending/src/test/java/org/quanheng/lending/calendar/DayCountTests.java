package org.quanheng.lending.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.fault.FaultyInputException;

class DayCountTests {
    @ParameterizedTest
    @CsvSource({
        "ACT_365F, 2024-01-01, 2025-01-01, 366/365",
        "ACT_360, 2024-01-01, 2024-02-01, 31/360",
        "ACT_ACT_ISDA, 2003-11-01, 2004-05-01, 66491/133590",
        "ACT_ACT_ISDA, 2023-01-01, 2026-01-01, 3/1",
        "ACT_ACT_ISDA, 2024-02-01, 2024-03-01, 29/366",
        "ACT_ACT_LAST_DAY, 2023-11-01, 2024-02-01, 3364/13359",
        "ACT_ACT_LAST_DAY, 2023-12-31, 2024-12-31, 1/1",
        "ACT_ACT_LAST_DAY, 2024-12-31, 2025-01-31, 31/365",
        "THIRTY_360, 2024-01-31, 2024-02-29, 29/360",
        "THIRTY_360, 2024-01-30, 2024-03-31, 1/6",
        "THIRTY_360, 2024-01-29, 2024-03-31, 31/180",
        "THIRTY_E_360, 2024-01-29, 2024-03-31, 61/360",
        "THIRTY_E_360, 2024-01-31, 2024-03-31, 1/6",
        "ACT_365F, 2024-01-01, 2024-01-01, 0/1",
        "ONE_ONE, 2024-01-01, 2027-05-01, 1/1",
        "THIRTY_E_360_ISDA, 2024-02-29, 2025-02-28, 1/1",
        "THIRTY_E_360_ISDA, 2024-01-31, 2024-02-29, 1/12",
        "NL_365, 2024-02-28, 2024-03-01, 1/365",
        "NL_365, 2023-12-31, 2024-12-31, 1/1",
        "ACT_ACT_YEAR, 2024-02-29, 2032-02-29, 8/1",
        "ACT_ACT_YEAR, 2024-02-29, 2025-02-28, 1/1",
        "ACT_ACT_YEAR, 2024-03-01, 2025-03-11, 75/73",
        "ACT_ACT_AFB, 2020-02-29, 2028-02-29, 8/1",
    })
    void isAnExactFraction(DayCount count, LocalDate start, LocalDate end, String expected) {
        assertThat(count.fraction(start, end)).hasToString(expected);
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        assertThatThrownBy(() -> DayCount.ACT_360.fraction(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 1)))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("end: expected on or after 2024-01-02, came 2024-01-01");
    }
}
