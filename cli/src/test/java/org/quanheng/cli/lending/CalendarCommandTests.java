package org.quanheng.cli.lending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanheng.cli.Shell;

class CalendarCommandTests {
    private static Shell.Result calendar(String line) {
        return Shell.run(("calendar " + line).split(" "));
    }

    @Test
    void printsAYearWithItsWorkingWeekends() {
        assertThat(calendar("--year 2026").out()).contains("2026-10-10  Sat  work  国庆节", "CN 2026: 248 business days");
        assertThat(calendar("--year 2026 --csv").out()).contains("2026-10-10,true,国庆节");
        assertThat(calendar("--year 2026 --json").out()).contains("\"businessDays\":248");
        assertThat(calendar("--name weekends --year 2026").out())
                .isEqualToIgnoringNewLines("weekends 2026: 261 business days");
    }

    @ParameterizedTest
    @CsvSource({
        "CN, 2026-10-01, following, 2026-10-08",
        "CN, 2026-10-31, modified_following, 2026-10-30",
        "CN, 2026-10-10, following, 2026-10-10",
        "US, 2026-07-03, preceding, 2026-07-03",
        "CN+US, 2026-10-10, following, 2026-10-13",
        "GBLO, 2026-12-25, following, 2026-12-29",
        "none, 2026-10-03, nearest, 2026-10-03"
    })
    void movesADay(String name, String date, String rule, String moved) {
        assertThat(calendar("--name " + name + " --date " + date + " --rule " + rule + " --csv")
                        .out())
                .contains("," + rule + "," + moved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--name CN | --year, --date: expected one of the two, came neither",
                "--year 2026 --date 2026-01-01 | --year, --date: expected one of the two, came both",
                "--year 2030 | expected a year with data, 2024 to 2026, came 2030-01-01. Maybe add the days of 2030 to",
                "--date 2023-12-31 | expected a year with data",
                "--year soon | --year: expected a whole number",
                "--date +999999999-12-31 --name weekends | --date: expected a date from 1900-01-01 to 2200-12-31",
                "--date 2026-02-30 | --date: expected a date",
                "--name MARS --year 2026 | --name: expected CN, EU, US",
                "--date 2026-01-01 --rule sideways | --rule: expected one of",
                "--year 2026 --rule following | --rule: expected a --date to move",
                "--year 2026 --json --csv | --json, --csv: expected one of the two",
                "--year 2026 --loud | arguments: expected only"
            })
    void refusesBadInput(String line, String message) {
        Shell.Result result = calendar(line);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(message);
    }

    @Test
    void aNameWithoutEndIsRefusedLikeAnyOther() {
        Shell.Result result = calendar("--date 2026-01-01 --name " + "CN+".repeat(5_000) + "CN");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--name: expected CN, EU, US").hasSizeLessThan(400);
    }
}
