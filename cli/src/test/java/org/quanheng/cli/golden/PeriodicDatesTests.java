package org.quanheng.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.Calendars;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.HolidayCalendar;

class PeriodicDatesTests {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static PeriodicDates.Found found(PeriodicDates dates) {
        return dates.find(BusinessDayRule.MODIFIED_FOLLOWING, HolidayCalendar.WEEKENDS);
    }

    @Test
    void findsAShortFirstPeriod() {
        PeriodicDates.Found found =
                found(PeriodicDates.between(MONDAY, LocalDate.of(2026, 5, 17), Frequency.MONTHLY, "SHORT_INITIAL"));
        assertThat(found.unadjusted()).hasToString("[2026-03-02, 2026-03-17, 2026-04-17, 2026-05-17]");
        assertThat(found.adjusted()).hasToString("[2026-03-02, 2026-03-17, 2026-04-17, 2026-05-18]");
        assertThat(found.roll()).isEqualTo("DAY_17");
    }

    @Test
    void withoutAFrequencyThereIsOnePeriod() {
        PeriodicDates.Found found =
                found(new PeriodicDates(MONDAY, LocalDate.of(2026, 8, 9), null, "NONE", null, null, null, false));
        assertThat(found.unadjusted()).hasToString("[2026-03-02, 2026-08-09]");
        assertThat(found.adjusted()).hasToString("[2026-03-02, 2026-08-10]");
    }

    @Test
    void rollsOnADayOfTheWeek() {
        PeriodicDates.Found found = found(new PeriodicDates(
                MONDAY, LocalDate.of(2026, 3, 30), Frequency.FORTNIGHTLY, "NONE", "DAY_MON", null, null, false));
        assertThat(found.unadjusted()).hasToString("[2026-03-02, 2026-03-16, 2026-03-30]");
        assertThat(found.roll()).isEqualTo("DAY_MON");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, SHORT_INITIAL, DAY_2",
        "2026-03-01, SHORT_INITIAL, DAY_2",
        "2026-05-17, NONE, DAY_2",
        "2026-05-17, SOME, DAY_17",
        "2026-05-17, SHORT_INITIAL, DAY_77",
        "2026-05-17, SHORT_INITIAL, DAY_",
    })
    void refusesWhatContradictsItself(LocalDate end, String stub, String roll) {
        PeriodicDates dates = new PeriodicDates(MONDAY, end, Frequency.MONTHLY, stub, roll, null, null, false);
        assertThatThrownBy(() -> found(dates))
                .isInstanceOf(FaultyInputException.class)
                .hasMessageContaining("period dates: dates: expected dates, frequency and rules that agree, came ");
    }

    @Test
    void refusesMorePeriodsThanAnyoneCouldMean() {
        PeriodicDates dates = PeriodicDates.between(MONDAY, MONDAY.plusDays(100_001), Frequency.ofDays(1), "NONE");
        assertThatThrownBy(() -> found(dates))
                .hasMessageContaining("period dates: periods: expected at most 100000, came 100001");
    }

    @Test
    void leavesTheErrorOfACalendarAsItIs() {
        PeriodicDates dates =
                PeriodicDates.between(LocalDate.of(2026, 3, 2), LocalDate.of(2027, 3, 2), Frequency.MONTHLY, "NONE");
        assertThatThrownBy(() -> dates.find(BusinessDayRule.FOLLOWING, Calendars.of("CN")))
                .hasMessageContaining("calendar CN: date: expected a year with data");
    }
}
