package org.quanheng.app.board.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Formats;
import org.quanheng.app.page.Page;

/**
 * The frontier between loss and effort, and what another exchange rate would do. {@code GET /board/balance} serves it as a fragment.
 *
 * @param policyVersion the live policy
 * @param currency ISO 4217 code
 * @param people over how many people the policies were played
 * @param enteredBy who entered minutes, costs and hazards that were not measured
 * @param ways at rising exchange rates; the last asks everyone everything
 * @param today which way the live policy is
 * @param chosen which way the handle stands at
 * @param knee which way is the knee of the frontier
 * @param gapLoss how much loss could be saved at the minutes of today's policy
 * @param gapMinutes how many minutes could be saved at its loss
 * @param shadow loss that one more minute saves at the chosen way
 * @param changes what the chosen way changes against today, in the order to read
 * @param badRateTarget the most that should go bad of the approved
 * @param minutesTarget the most minutes that an applicant should give
 * @param fair whether the chosen way asks no group more than others by more than the bound
 * @param fairBound by how many minutes more than others a group may be asked
 * @param mayPropose whether the reader may propose the chosen way
 */
public record BalanceView(
        String policyVersion,
        String currency,
        int people,
        String enteredBy,
        List<Way> ways,
        int today,
        int chosen,
        int knee,
        double gapLoss,
        double gapMinutes,
        double shadow,
        List<Change> changes,
        double badRateTarget,
        double minutesTarget,
        boolean fair,
        double fairBound,
        boolean mayPropose,
        String idempotencyKey) {
    private static final double LEFT = 62;
    private static final double RIGHT = 704;
    private static final double TOP = 16;
    private static final double BOTTOM = 292;
    private static final double STEEPNESS = 20;
    private static final double TILT_MOST = 11;

    public BalanceView {
        ways = List.copyOf(ways);
        changes = List.copyOf(changes);
    }

    /**
     * One way of asking.
     *
     * @param rate the exchange rate, or null for asking everyone everything
     * @param loss expected loss per applicant, with its 95 % interval
     * @param minutes of an applicant, with its 95 % interval
     * @param efficient whether no other way is at least as good on both sides
     */
    public record Way(
            @Nullable BigDecimal rate,
            double loss,
            double lossLow,
            double lossHigh,
            double minutes,
            double minutesLow,
            double minutesHigh,
            double questions,
            double approvals,
            double badRate,
            double profit,
            double staffHoursPerThousand,
            boolean efficient) {}

    /**
     * One figure that changes: {@code balance.figure.<key>}.
     *
     * @param low lower end of the 95 % interval of the difference
     * @param unit {@code share}, {@code minutes}, {@code money}, {@code hours} or {@code count}
     * @param moreIsBetter whether a rise is good
     */
    public record Change(
            String key,
            double from,
            double to,
            double difference,
            double low,
            double high,
            String unit,
            boolean moreIsBetter) {
        /** {@code good}, {@code bad}, or empty where the interval holds zero. */
        public String tone() {
            if (low <= 0 && high >= 0) {
                return "";
            }
            return difference > 0 == moreIsBetter ? "good" : "bad";
        }

        /** A value in words. */
        public String text(Page page, String currency, double value) {
            Formats formats = page.formats();
            return switch (unit) {
                case "share" -> formats.percent(value, 1);
                case "money" -> formats.money(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP), currency);
                case "minutes" -> formats.minutes(value);
                default -> formats.number(value, 1);
            };
        }

        /** The difference with its sign; shares in percentage points. */
        public String differenceText(Page page) {
            return signed(page, difference);
        }

        /** The interval of the difference. */
        public String intervalText(Page page) {
            return "(" + signed(page, low) + " … " + signed(page, high) + ")";
        }

        private String signed(Page page, double value) {
            return unit.equals("share")
                    ? page.formats().signed(100 * value, 1)
                    : page.formats().signed(value, unit.equals("hours") ? 1 : 2);
        }
    }

    /** The way that the handle stands at. */
    public Way chosenWay() {
        return ways.get(chosen);
    }

    /** The live policy. */
    public Way todayWay() {
        return ways.get(today);
    }

    /** Asking everyone everything. */
    public Way everythingWay() {
        return ways.getLast();
    }

    /** How far the beam tilts at the chosen way, in degrees: to the left where risk takes more of its target than effort of its own. */
    public String tilt() {
        double risk = chosenWay().badRate() / badRateTarget;
        double effort = chosenWay().minutes() / minutesTarget;
        return Formats.svg(Math.clamp(STEEPNESS * (effort - risk), -TILT_MOST, TILT_MOST));
    }

    /** The last stop of the handle. */
    public int lastStop() {
        return ways.size() - 2;
    }

    /** Where minutes stand on the picture. */
    public String x(double minutes) {
        return Formats.svg(LEFT + (minutes - minutesMin()) / (minutesMax() - minutesMin()) * (RIGHT - LEFT));
    }

    /** Where a loss stands on the picture. */
    public String y(double loss) {
        return Formats.svg(BOTTOM - (loss - lossMin()) / (lossMax() - lossMin()) * (BOTTOM - TOP));
    }

    /** The frontier as the points of a line. */
    public String curve() {
        StringBuilder points = new StringBuilder();
        efficient()
                .forEach(way -> points.append(x(way.minutes()))
                        .append(',')
                        .append(y(way.loss()))
                        .append(' '));
        return points.toString().strip();
    }

    /** The band around the frontier as the points of an area. */
    public String band() {
        StringBuilder points = new StringBuilder();
        List<Way> line = efficient();
        line.forEach(way -> points.append(x(way.minutes()))
                .append(',')
                .append(y(way.lossHigh()))
                .append(' '));
        line.reversed()
                .forEach(way -> points.append(x(way.minutes()))
                        .append(',')
                        .append(y(way.lossLow()))
                        .append(' '));
        return points.toString().strip();
    }

    private List<Way> efficient() {
        return ways.stream()
                .filter(Way::efficient)
                .sorted(Comparator.comparingDouble(Way::minutes))
                .toList();
    }

    private double minutesMin() {
        return Math.floor(ways.stream().mapToDouble(Way::minutes).min().orElse(0));
    }

    private double minutesMax() {
        return Math.ceil(ways.stream().mapToDouble(Way::minutes).max().orElse(1) + 1e-9);
    }

    private double lossMin() {
        return lossStep()
                * Math.floor(ways.stream().mapToDouble(Way::lossLow).min().orElse(0) / lossStep());
    }

    private double lossMax() {
        return lossStep()
                * Math.ceil(ways.stream().mapToDouble(Way::lossHigh).max().orElse(1) / lossStep() + 1e-9);
    }

    private double lossStep() {
        double span = ways.stream().mapToDouble(Way::lossHigh).max().orElse(1)
                - ways.stream().mapToDouble(Way::lossLow).min().orElse(0);
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(span, 1e-6) / 4)));
        double relative = span / 4 / power;
        return power * (relative < 1.5 ? 1 : relative < 3.5 ? 2 : relative < 7.5 ? 5 : 10);
    }

    /** Whole minutes that stand below the picture. */
    public List<Double> minuteTicks() {
        return ticks(minutesMin(), minutesMax(), minutesMax() - minutesMin() > 8 ? 2 : 1);
    }

    /** Losses that stand left of the picture. */
    public List<Double> lossTicks() {
        return ticks(lossMin(), lossMax(), lossStep());
    }

    private static List<Double> ticks(double from, double to, double step) {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; from + i * step <= to + step / 1e6; i++) {
            ticks.add(from + i * step);
        }
        return ticks;
    }
}
