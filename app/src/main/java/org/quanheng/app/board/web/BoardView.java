package org.quanheng.app.board.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.Formats;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Said;

/**
 * Risk beside experience. {@code GET /board/live} serves the same view as a fragment.
 *
 * @param product the product's name
 * @param applications begun in the period
 * @param decided decided in the period
 * @param kpis the tiles, in order
 * @param bands decisions by probability of default, low to high
 * @param funnel the steps of the journey, in order
 * @param ledger what each step costs and brings, and who bears it; null while there is no frontier
 * @param comparison the same people asked everything and asked by the plan; null if nobody knows
 * @param balance the frontier; null while it is worked out, or if there is none
 * @param balanceWorking whether the frontier is being worked out
 * @param policyVersion the live policy
 * @param modelId the live scorecard
 */
public record BoardView(
        String product,
        @Nullable Instant from,
        Instant at,
        long applications,
        long decided,
        List<Kpi> kpis,
        List<Band> bands,
        List<Step> funnel,
        @Nullable LedgerView ledger,
        @Nullable ComparisonView comparison,
        @Nullable BalanceView balance,
        boolean balanceWorking,
        String policyVersion,
        String modelId) {

    public BoardView {
        kpis = List.copyOf(kpis);
        bands = List.copyOf(bands);
        funnel = List.copyOf(funnel);
    }

    /** Figures that have left their target, risk first: surely, where an interval says how sure. */
    public List<Kpi> alarms() {
        return kpis.stream()
                .filter(Kpi::alarming)
                .sorted(Comparator.comparing(Kpi::side))
                .toList();
    }

    /** The length of a bar of so many applicants, out of a whole that stands for those who saw the first step. */
    public String funnelWidth(long applicants, double whole) {
        long most = funnel.stream().mapToLong(Step::shown).max().orElse(1);
        return Formats.svg(most == 0 ? 0 : whole * applicants / most);
    }

    /** Which side of the scale a figure belongs to. */
    public enum Side {
        RISK,
        EXPERIENCE,
        EFFICIENCY
    }

    /** How a figure is written: a share of 1, minutes, seconds, or a plain count. */
    public enum Unit {
        SHARE,
        MINUTES,
        SECONDS,
        COUNT
    }

    /**
     * One tile: {@code kpi.<key>} is its name.
     *
     * @param value the figure, NaN if nothing is known yet
     * @param low lower end of its 95 % interval, or null
     * @param high upper end, or null
     * @param target the target, or null
     * @param targetIsMost whether the figure should stay at or below the target, rather than reach it
     * @param scaleMax the right end of the bar
     * @param n how many cases stand behind it
     * @param note {@code kpi.note.<code>} with its arguments, or null
     */
    public record Kpi(
            String key,
            Side side,
            Unit unit,
            double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double target,
            boolean targetIsMost,
            double scaleMax,
            long n,
            @Nullable Said note) {

        /** Whether the figure keeps its target; null if there is no target or no figure. */
        public @Nullable Boolean kept() {
            if (target == null || Double.isNaN(value)) {
                return null;
            }
            return targetIsMost ? value <= target : value >= target;
        }

        /** Whether the target is missed and the whole interval, if there is one, lies beyond it. */
        public boolean alarming() {
            if (target == null || !Boolean.FALSE.equals(kept())) {
                return false;
            }
            return low == null || high == null || (targetIsMost ? low > target : high < target);
        }

        /** Where a value stands on the tile's bar, which is 240 wide. */
        public String x(double of) {
            return Formats.svg(Double.isNaN(of) ? 0 : Math.clamp(of / scaleMax, 0, 1) * 240);
        }

        /** The figure without its unit. */
        public String number(Page page) {
            return number(page, value);
        }

        /** The unit that stands behind the figure; empty for a count. */
        public String unitText(Page page) {
            return page.t("kpi.unit." + unit.name().toLowerCase(Locale.ROOT));
        }

        /** A value of this tile with its unit, as a sentence has it. */
        public String said(Page page, double of) {
            return switch (unit) {
                case SHARE -> page.formats().percent(of, 1);
                case MINUTES, SECONDS -> number(page, of) + " " + unitText(page);
                case COUNT -> number(page, of);
            };
        }

        /** The 95 % interval; throws NullPointerException if there is none. */
        public String interval(Page page) {
            return number(page, Objects.requireNonNull(low)) + "–" + number(page, Objects.requireNonNull(high));
        }

        /** The target without its unit; throws NullPointerException if there is none. */
        public String targetText(Page page) {
            return number(page, Objects.requireNonNull(target));
        }

        private String number(Page page, double of) {
            return switch (unit) {
                case SHARE -> page.formats().number(100 * of, 1);
                case MINUTES -> page.formats().number(of, 1);
                case SECONDS -> page.formats().number(of, of < 0.1 ? 3 : 2);
                case COUNT -> page.formats().number(of, of == Math.rint(of) ? 0 : 1);
            };
        }
    }

    /**
     * Decisions whose probability of default lies in [low, high).
     *
     * @param known how many of the band's applicants have a known outcome
     * @param bad how many of those are bad
     * @param badLow lower end of the Wilson interval of bad over known, NaN if none is known
     * @param badHigh upper end
     */
    public record Band(
            double low,
            double high,
            long approved,
            long referred,
            long declined,
            long known,
            long bad,
            double badLow,
            double badHigh) {

        /** The share of bad ones among those known, NaN if none is. */
        public double badRate() {
            return known == 0 ? Double.NaN : (double) bad / known;
        }
    }

    /**
     * One step of the journey: {@code step.<code>}.
     *
     * @param questions how many questions the step asks
     * @param shown applicants who saw it
     * @param passed applicants who went on
     * @param minutes mean active minutes, NaN if unknown
     * @param leftLow lower end of the Wilson interval of those who left
     * @param leftHigh upper end
     */
    public record Step(
            String code, int questions, long shown, long passed, double minutes, double leftLow, double leftHigh) {

        /** The share of those who saw it and did not go on, NaN if nobody saw it. */
        public double left() {
            return shown == 0 ? Double.NaN : 1 - (double) passed / shown;
        }
    }
}
