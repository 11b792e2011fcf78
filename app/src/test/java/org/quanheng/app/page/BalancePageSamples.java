package org.quanheng.app.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.board.web.BalanceView;
import org.quanheng.app.board.web.ComparisonView;
import org.quanheng.app.board.web.LedgerView;
import org.quanheng.app.board.web.ProposalView;
import org.quanheng.app.board.web.ProposalsView;

/** The pages of the balance as they may look. */
final class BalancePageSamples {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private BalancePageSamples() {}

    static Map<String, Object> views() {
        Map<String, Object> views = new LinkedHashMap<>();
        views.put("balance", balance(1));
        views.put("balance-today", balance(0));
        views.put("balance-unfair", balance(1, false));
        views.put("plain", balance(0));
        views.put("proposal", proposal("open", true));
        views.put("proposal-own", proposal("open", false));
        views.put("proposal-signed", proposal("signed", false));
        views.put("proposal-refused", proposal("refused", false));
        views.put("proposals", new ProposalsView("DEM", List.of(row("open"), row("signed"), row("refused"))));
        views.put("proposals-none", new ProposalsView("DEM", List.of()));
        return views;
    }

    private static ProposalsView.Row row(String state) {
        return new ProposalsView.Row(state, state, new BigDecimal("6.0"), "Wang Lei", NOW);
    }

    static BalanceView balance(int chosen) {
        return balance(chosen, true);
    }

    private static BalanceView balance(int chosen, boolean fair) {
        List<BalanceView.Way> ways = List.of(
                way(new BigDecimal("2.0"), 52.3, 3.3), way(new BigDecimal("6.0"), 54.4, 3.0), way(null, 49.6, 5.8));
        return new BalanceView(
                "2026-11-27.1",
                "DEM",
                700,
                "Wang Lei",
                ways,
                0,
                chosen,
                0,
                0.0,
                0.0,
                13.2,
                changes(),
                0.18,
                3,
                fair,
                0.5,
                true,
                "01JD5Z-BALANCE-" + chosen);
    }

    private static BalanceView.Way way(@Nullable BigDecimal rate, double loss, double minutes) {
        return new BalanceView.Way(
                rate,
                loss,
                loss - 5,
                loss + 6,
                minutes,
                minutes - 0.1,
                minutes + 0.1,
                13.2,
                0.532,
                0.145,
                76.4,
                19,
                true);
    }

    private static List<BalanceView.Change> changes() {
        return List.of(
                new BalanceView.Change("approvals", 0.532, 0.539, 0.007, -0.005, 0.018, "share", true),
                new BalanceView.Change("bad_rate", 0.145, 0.151, 0.006, 0.002, 0.009, "share", false),
                new BalanceView.Change("loss", 52.3, 54.4, 2.1, -0.5, 4.3, "money", false),
                new BalanceView.Change("minutes", 3.3, 3.0, -0.3, -0.35, -0.26, "minutes", false),
                new BalanceView.Change("profit", 76.4, 75, -1.4, -2.1, -0.8, "money", true),
                new BalanceView.Change("staff_hours", 19, 14.5, -4.5, -9.2, -0.2, "hours", false));
    }

    private static ProposalView proposal(String state, boolean maySign) {
        boolean ended = !state.equals("open");
        return new ProposalView(
                "p1",
                state,
                "DEM",
                "2026-11-27.1",
                new BigDecimal("2.0"),
                new BigDecimal("6.0"),
                changes(),
                "春节前排队太长 / Too long a queue before the holidays",
                "Wang Lei",
                NOW,
                ended ? "Zhao Min" : null,
                ended ? NOW : null,
                state.equals("signed") ? "2026-11-26.1" : null,
                maySign,
                !maySign,
                "01JD5Z-PROPOSAL");
    }

    static LedgerView ledger(boolean kept) {
        return new LedgerView(
                "DEM",
                700,
                List.of(
                        conflict("control_without_worth", "job", 33, -184),
                        conflict("ease_with_loss", "credits", 612, -1_840)),
                List.of(
                        row("job", false, true, 0.03, new Estimate(0.5, 0.5, 0.5), 0),
                        row("credits", false, true, 0.41, new Estimate(0.9, 0.8, 1.0), 1_204),
                        row("loans", false, false, 0, new Estimate(0.3, 0.3, 0.3), 0),
                        row("consent", true, false, 1, new Estimate(0.2, 0.2, 0.2), 0)),
                List.of(
                        new LedgerView.Group(
                                "personal_status_sex",
                                "female_not_single",
                                217,
                                new Estimate(0.12, -0.03, 0.27),
                                1,
                                true),
                        new LedgerView.Group("foreign_worker", "no", 28, new Estimate(0.61, 0.1, 1.12), 0.93, kept)),
                0.5,
                kept,
                kept ? null : (Double) 3.0);
    }

    private static LedgerView.Conflict conflict(String kind, String step, double value, double loss) {
        return new LedgerView.Conflict(
                kind,
                step,
                new Estimate(value, value / 2, value * 1.5),
                new Estimate(loss, loss * 1.6, -loss),
                new Estimate(-0.3, -0.4, -0.2),
                new Estimate(0.2, 0.1, 0.2));
    }

    private static LedgerView.Row row(
            String code, boolean required, boolean conflict, double asked, Estimate minutes, long measured) {
        return new LedgerView.Row(
                code,
                required,
                conflict,
                asked,
                minutes,
                measured,
                0.5,
                new Estimate(2.3, 2.1, 2.4),
                new Estimate(184, -487, 900),
                new Estimate(-33, -77, -16),
                measured > 0 ? "log" : "assumption",
                measured > 0 ? "" : "Wang Lei");
    }

    static ComparisonView comparison() {
        return new ComparisonView(
                "DEM",
                300,
                2,
                "Wang Lei",
                List.of(
                        figure("questions", "count", false, 21, 12.8),
                        figure("minutes", "minutes", true, 5.8, 3.3),
                        figure("completion", "share", true, 0.895, 0.941),
                        figure("approvals", "share", false, 0.52, 0.543),
                        figure("untouchedByPerson", "share", false, 0.937, 0.943),
                        figure("badRate", "share", false, 0.128, 0.147),
                        figure("profitPerApplicant", "money", true, 90.6, 93.5)));
    }

    private static ComparisonView.Figure figure(
            String key, String unit, boolean assumed, double everything, double plan) {
        return new ComparisonView.Figure(
                key,
                unit,
                assumed,
                new Estimate(everything, everything, everything),
                new Estimate(plan, 0.9 * plan, 1.05 * plan));
    }
}
