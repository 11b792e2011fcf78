package org.quanheng.lending.annualcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.YearFraction;

class UnitPeriodsTests {
    /** The first days of examples (c)(1) to (c)(4) of 12 CFR part 1026, appendix J, and periods of our own. */
    @ParameterizedTest
    @CsvSource({
        "1978-02-10, 1978-04-01, 1, MONTH, 1, 19, 30",
        "1978-05-23, 1978-10-01, 3, MONTH, 1, 39, 90",
        "1978-01-10, 1978-03-01, 2, MONTH, 0, 52, 60",
        "1978-03-20, 1978-04-21, 1, WEEK, 4, 4, 7",
        "1978-03-18, 1978-04-20, 4, WEEK, 1, 5, 28",
        "2026-01-10, 2026-06-01, 3, MONTH, 1, 52, 90",
        "2026-01-31, 2026-02-28, 1, MONTH, 1, 0, 1",
        "2026-01-10, 2026-08-10, 6, MONTH, 1, 30, 180",
        "2026-01-10, 2027-07-10, 12, MONTH, 1, 6, 12",
        "2026-01-10, 2027-07-15, 12, MONTH, 1, 186, 365",
        "2026-01-10, 2029-01-10, 24, MONTH, 1, 12, 24",
        "2026-01-10, 2026-02-21, 1, DAY, 42, 0, 1",
        "2026-01-10, 2026-01-10, 3, MONTH, 0, 0, 1",
    })
    void areCountedAsAppendixJSays(
            LocalDate start, LocalDate end, int every, Frequency.Unit unit, long whole, long days, long of) {
        assertThat(UnitPeriods.between(start, end, new Frequency(every, unit)))
                .isEqualTo(new UnitPeriods(whole, new YearFraction(days, of)));
    }

    @Test
    void refuseAPaymentBeforeTheAdvance() {
        LocalDate day = LocalDate.of(2026, 1, 10);
        assertThatThrownBy(() -> UnitPeriods.between(day, day.minusDays(1), Frequency.MONTHLY))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("end: expected on or after 2026-01-10, came 2026-01-09");
    }
}
