package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.quanheng.lending.Rate;
import org.quanheng.lending.calendar.DayCount;

/** The rate that overdue principal bears, and how far its terms may go. */
class PenaltyTermsTests {
    private static PenaltyTerms terms(String multiple, int graceDays) {
        return new PenaltyTerms(new BigDecimal(multiple), graceDays, false, DayCount.ACT_365F);
    }

    @Test
    void comesOnTopOfTheAgreedRate() {
        assertThat(terms("0.5", 0).besides(Rate.ofPercent("7.2"))).isEqualTo(Rate.ofPercent("10.8"));
        assertThat(PenaltyTerms.NONE.besides(Rate.ofPercent("7.2"))).isEqualTo(Rate.ofPercent("7.2"));
    }

    @Test
    void hasTenDecimalsHalvesUp() {
        // 0.1234567891 × 1.5 = 0.18518518365.
        assertThat(terms("1.5", 0).of(Rate.of("0.1234567891"))).isEqualTo(Rate.of("0.1851851837"));
        assertThat(terms("1", 0).of(Rate.of("0.1234567891"))).isEqualTo(Rate.of("0.1234567891"));
    }

    @Test
    void goesFromNothingToFiveTimesTheRateAndAYearOfGrace() {
        assertThat(terms("5", 365).of(Rate.ofPercent("10"))).isEqualTo(Rate.ofPercent("50"));
        assertThat(terms("0", 0).of(Rate.ofPercent("10"))).isEqualTo(Rate.ZERO);
    }
}
