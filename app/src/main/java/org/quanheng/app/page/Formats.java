package org.quanheng.app.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, money, dates and times as a reader of one language in one time zone expects them; every number with its unit. */
public record Formats(Language language, ZoneId zone) {
    private static final String NO_BREAK = "\u00a0";
    private static final String MINUS = "\u2212";

    /** Exact money with its cents: {@code DM 1,169.00}. */
    public String money(BigDecimal amount, String currency) {
        return symbol(currency) + NO_BREAK + number(amount, 2);
    }

    /** Money in whole units, for amounts that have no cents by nature: {@code DM 1,169}. */
    public String moneyWhole(BigDecimal amount, String currency) {
        return symbol(currency) + NO_BREAK + number(amount, 0);
    }

    /** The sign of a currency: {@code DM} for DEM, {@code ¥} for CNY, otherwise its ISO code. */
    public String symbol(String currency) {
        return switch (currency) {
            case "DEM" -> "DM";
            case "CNY" -> "¥";
            case "EUR" -> "€";
            default -> currency;
        };
    }

    /** A number with grouping and a fixed count of decimals, half rounded to even; what rounds to zero has no sign. */
    public String number(BigDecimal value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        String text = format.format(value);
        return isZero(text) ? text.replace("-", "") : text.replace("-", MINUS);
    }

    /** A statistic with grouping and a fixed count of decimals; {@code –} if it is not a number. */
    public String number(double value, int decimals) {
        return Double.isFinite(value) ? number(BigDecimal.valueOf(value), decimals) : "–";
    }

    /** A p-value with three decimals; one too small for them is below a thousandth, not zero. */
    public String pValue(double value) {
        String text = number(value, 3);
        return text.equals("0.000") ? "<0.001" : text;
    }

    /** A count with grouping. */
    public String count(long value) {
        return number(BigDecimal.valueOf(value), 0);
    }

    /** A number that always shows its sign: {@code +31}, {@code −14}, {@code 0}. */
    public String signed(double value, int decimals) {
        String text = number(value, decimals);
        return value > 0 && !isZero(text) ? "+" + text : text;
    }

    /** A change of a balance with its sign and cents, without a currency: {@code +1,169.00}. */
    public String signedMoney(BigDecimal change) {
        return (change.signum() > 0 ? "+" : "") + number(change, 2);
    }

    /** A length or place in a drawing, as SVG reads it. */
    public static String svg(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A rate or share as a percentage: 0.104 gives {@code 10.4 %} ({@code 10.4%} in Chinese). */
    public String percent(BigDecimal rate, int decimals) {
        return number(rate.movePointRight(2), decimals) + percentSign();
    }

    /** A statistic as a percentage; {@code –} if it is not a number. */
    public String percent(double share, int decimals) {
        return Double.isFinite(share) ? percent(BigDecimal.valueOf(share), decimals) : "–";
    }

    /** An interval of shares as percentages: {@code 2.05–2.59 %}. */
    public String percentInterval(double low, double high, int decimals) {
        return number(100 * low, decimals) + "–" + percent(high, decimals);
    }

    /** An interval of statistics: {@code 0.74–0.81}, or {@code −0.2 … 0.4} where a dash would stand beside a sign. */
    public String interval(double low, double high, int decimals) {
        String from = number(low, decimals);
        return from + (from.startsWith(MINUS) ? " … " : "–") + number(high, decimals);
    }

    /** {@code 2026年11月22日} or {@code 22 November 2026}. */
    public String date(LocalDate date) {
        return format(date.atStartOfDay(zone).toInstant(), "yyyy年M月d日", "d MMMM yyyy");
    }

    /** A date for a table: {@code 2026-11-22} or {@code 22 Nov 2026}. */
    public String shortDate(LocalDate date) {
        return format(date.atStartOfDay(zone).toInstant(), "yyyy-MM-dd", "d MMM yyyy");
    }

    /** {@code 2026年11月22日 17:30} or {@code 22 November 2026, 17:30}. */
    public String dateTime(Instant instant) {
        return format(instant, "yyyy年M月d日 HH:mm", "d MMMM yyyy, HH:mm");
    }

    /** A moment for a table: {@code 11-22 17:30:05} or {@code 22 Nov 17:30:05}. */
    public String shortDateTime(Instant instant) {
        return format(instant, "MM-dd HH:mm:ss", "d MMM HH:mm:ss");
    }

    /** A time of day: {@code 17:30:05}. */
    public String time(Instant instant) {
        return format(instant, "HH:mm:ss", "HH:mm:ss");
    }

    /** The moment as a machine reads it in {@code <time datetime>}. */
    public String iso(Instant instant) {
        return instant.toString();
    }

    /** A length of time in its two largest units: {@code 2 分 31 秒} or {@code 2 min 31 s}; its sign is dropped. */
    public String duration(Duration duration) {
        long seconds = Math.abs(duration.toSeconds());
        if (seconds < 60) {
            return unit(seconds, "秒", "s");
        }
        if (seconds < 3_600) {
            return pair(seconds / 60, "分", "min", seconds % 60, "秒", "s");
        }
        if (seconds < 86_400) {
            return pair(seconds / 3_600, "小时", "h", seconds % 3_600 / 60, "分", "min");
        }
        return pair(seconds / 86_400, "天", "d", seconds % 86_400 / 3_600, "小时", "h");
    }

    /** A short span in seconds with one decimal, as far as people feel it: {@code 0.4 秒}, {@code 0.1 秒以内} or {@code under 0.1 s}. */
    public String millis(long millis) {
        if (millis < 100) {
            String least = unit(number(BigDecimal.valueOf(100, 3), 1), "秒", "s");
            return language == Language.ZH ? least + "以内" : "under " + least;
        }
        return unit(number(BigDecimal.valueOf(millis, 3), 1), "秒", "s");
    }

    /** Minutes with one decimal: {@code 4.6 分钟} or {@code 4.6 min}. */
    public String minutes(double minutes) {
        return unit(number(minutes, 1), "分钟", "min");
    }

    /** A term: {@code 24 个月} or {@code 24 months}. */
    public String months(int months) {
        return unit(months, "个月", months == 1 ? "month" : "months");
    }

    private String percentSign() {
        return language == Language.ZH ? "%" : NO_BREAK + "%";
    }

    private String pair(long major, String zh, String en, long minor, String minorZh, String minorEn) {
        String first = unit(major, zh, en);
        return minor == 0 ? first : first + NO_BREAK + unit(minor, minorZh, minorEn);
    }

    private String unit(Object value, String zh, String en) {
        return value + NO_BREAK + (language == Language.ZH ? zh : en);
    }

    private String format(Instant instant, String zh, String en) {
        return DateTimeFormatter.ofPattern(language == Language.ZH ? zh : en, Locale.ENGLISH)
                .withZone(zone)
                .format(instant);
    }

    private static boolean isZero(String text) {
        return text.chars().noneMatch(c -> c >= '1' && c <= '9');
    }
}
