package org.quanheng.app.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of the balance as they may look. */
final class BalancePageSamples {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private BalancePageSamples() {}

    static Map<String, Object> views() {
        Map<String, Object> views = new LinkedHashMap<>();
        views.put("balance", balance(1));
        views.put("balance-today", balance(0));
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
        List<BalanceView.Way> ways = List.of(
                way(new BigDecimal("2.0"), 52.3, 3.3), way(new BigDecimal("6.0"), 54.4, 3.0), way(null, 49.6, 5.8));
        return new BalanceView(
                "2026-11-22.1",
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
                "2026-11-22.1",
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

    static List<BoardView.LedgerRow> ledger() {
        return List.of(
                new BoardView.LedgerRow(
                        "loans",
                        1,
                        false,
                        0,
                        0.1,
                        10,
                        0.3,
                        0,
                        new BoardView.Estimate(0, 0, 0),
                        new BoardView.Estimate(0, 0, 0),
                        new BoardView.Estimate(0, 0, 0),
                        "assumption",
                        "Wang Lei",
                        "never_worth_it"),
                new BoardView.LedgerRow(
                        "job",
                        2,
                        false,
                        0.03,
                        0.5,
                        20,
                        0.5,
                        0,
                        new BoardView.Estimate(0.2, 0.1, 0.2),
                        new BoardView.Estimate(184, -487, 900),
                        new BoardView.Estimate(-33, -77, -16),
                        "assumption",
                        "Wang Lei",
                        "costs_without_worth"),
                new BoardView.LedgerRow(
                        "consent",
                        1,
                        true,
                        1,
                        Double.NaN,
                        0,
                        0.2,
                        0,
                        new BoardView.Estimate(2.3, 2.1, 2.4),
                        null,
                        null,
                        "log",
                        "Wang Lei",
                        null));
    }
}
