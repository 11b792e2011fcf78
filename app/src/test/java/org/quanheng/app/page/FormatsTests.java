package org.quanheng.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final Formats zh = new Formats(Language.ZH, ZONE);
    private final Formats en = new Formats(Language.EN, ZONE);

    @Test
    void moneyKeepsItsCentsAndNamesItsCurrency() {
        assertThat(plain(en.money(new BigDecimal("1169"), "DEM"))).isEqualTo("DM 1,169.00");
        assertThat(plain(zh.money(new BigDecimal("-0.5"), "CNY"))).isEqualTo("¥ −0.50");
        assertThat(plain(en.moneyWhole(new BigDecimal("18424.49"), "DEM"))).isEqualTo("DM 18,424");
        assertThat(plain(en.money(new BigDecimal("7"), "USD"))).isEqualTo("USD 7.00");
    }

    @Test
    void aPercentageStandsAsItsLanguageWritesIt() {
        assertThat(plain(en.percent(new BigDecimal("0.104"), 1))).isEqualTo("10.4 %");
        assertThat(zh.percent(new BigDecimal("0.104"), 1)).isEqualTo("10.4%");
        assertThat(zh.percentInterval(0.0205, 0.0259, 2)).isEqualTo("2.05–2.59%");
        assertThat(zh.percent(Double.NaN, 1)).isEqualTo("–");
    }

    @Test
    void aPValueIsNeverZero() {
        assertThat(en.pValue(0.0416)).isEqualTo("0.042");
        assertThat(en.pValue(0.0006)).isEqualTo("0.001");
        assertThat(en.pValue(0.00049)).isEqualTo("<0.001");
        assertThat(en.pValue(Double.NaN)).isEqualTo("–");
    }

    @Test
    void aSignIsShownUnlessTheNumberIsNothing() {
        assertThat(en.signed(31, 0)).isEqualTo("+31");
        assertThat(en.signed(-14.2, 0)).isEqualTo("−14");
        assertThat(en.signed(-0.2, 0)).isEqualTo("0");
        assertThat(en.signed(0.2, 0)).isEqualTo("0");
        assertThat(en.number(-0.2, 0)).isEqualTo("0");
        assertThat(en.interval(-0.04, 0.12, 1)).isEqualTo("0.0–0.1");
        assertThat(en.interval(-2298, -173, 0)).isEqualTo("−2,298 … −173");
        assertThat(en.signedMoney(new BigDecimal("-115.82"))).isEqualTo("−115.82");
        assertThat(en.signedMoney(new BigDecimal("2500"))).isEqualTo("+2,500.00");
    }

    @Test
    void datesAndTimesFollowTheReadersZone() {
        Instant evening = Instant.parse("2026-11-21T17:30:05Z");
        assertThat(zh.dateTime(evening)).isEqualTo("2026年11月22日 01:30");
        assertThat(en.dateTime(evening)).isEqualTo("22 November 2026, 01:30");
        assertThat(en.date(LocalDate.of(2026, 11, 22))).isEqualTo("22 November 2026");
        assertThat(zh.shortDate(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
        assertThat(en.time(evening)).isEqualTo("01:30:05");
    }

    @Test
    void aDurationIsToldInItsTwoLargestUnits() {
        assertThat(plain(en.duration(Duration.ofSeconds(31)))).isEqualTo("31 s");
        assertThat(plain(zh.duration(Duration.ofSeconds(151)))).isEqualTo("2 分 31 秒");
        assertThat(plain(en.duration(Duration.ofMinutes(-130)))).isEqualTo("2 h 10 min");
        assertThat(plain(en.duration(Duration.ofDays(2)))).isEqualTo("2 d");
        assertThat(plain(zh.millis(420))).isEqualTo("0.4 秒");
        assertThat(plain(zh.millis(4))).isEqualTo("0.1 秒以内");
        assertThat(plain(en.millis(4))).isEqualTo("under 0.1 s");
        assertThat(plain(en.months(1))).isEqualTo("1 month");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
