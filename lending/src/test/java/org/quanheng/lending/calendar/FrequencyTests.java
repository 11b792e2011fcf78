package org.quanheng.lending.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FrequencyTests {
    @Test
    void countsFromTheAnchorSoThatAMonthEndComesBack() {
        LocalDate anchor = LocalDate.of(2025, 1, 31);
        assertThat(Frequency.MONTHLY.after(anchor, 1)).isEqualTo("2025-02-28");
        assertThat(Frequency.MONTHLY.after(anchor, 2)).isEqualTo("2025-03-31");
        assertThat(Frequency.FORTNIGHTLY.after(anchor, 1)).isEqualTo("2025-02-14");
        assertThat(Frequency.ofDays(10).after(anchor, 3)).isEqualTo("2025-03-02");
    }

    @Test
    void knowsItsNominalShareOfAYear() {
        assertThat(Frequency.QUARTERLY.nominal()).hasToString("1/4");
        assertThat(Frequency.WEEKLY.nominal()).hasToString("1/52");
        assertThat(Frequency.ofDays(73).nominal()).hasToString("1/5");
    }

    @Test
    void speaksPlainly() {
        assertThat(Frequency.MONTHLY).hasToString("every month");
        assertThat(Frequency.FORTNIGHTLY).hasToString("every 2 weeks");
        assertThatThrownBy(() -> Frequency.ofMonths(0)).hasMessageContaining("expected 1 to 120 months, came 0");
        assertThatThrownBy(() -> Frequency.ofDays(3661)).hasMessageContaining("expected 1 to 3660 days, came 3661");
    }
}
