package org.quanheng.app.page;

import static org.quanheng.app.page.PageSamples.DEM;
import static org.quanheng.app.page.PageSamples.NOW;
import static org.quanheng.app.page.PageSamples.money;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.web.AuditView;
import org.quanheng.app.application.web.CaseView;
import org.quanheng.app.application.web.FactValue;
import org.quanheng.app.application.web.WorkListView;
import org.quanheng.app.application.web.WorkingCapitalView;
import org.quanheng.app.board.web.BoardView;

/** The staff's pages filled with figures that could be real, for tests and for looking at them. */
final class StaffPageSamples {
    private StaffPageSamples() {}

    /** Every staff page by the name of its template and case. */
    static Map<String, Object> views() {
        Map<String, Object> views = new LinkedHashMap<>();
        views.put("work", work());
        views.put("work-empty", new WorkListView("mine", scopes(), List.of(), NOW));
        views.put("working_capital", capital(List.of()));
        views.put("working_capital-errors", capital(List.of(FieldError.of("stockDays", "capital.cycle", "40", "60"))));
        views.put("case", oneCase(decision(null), null));
        views.put("case-beyond", oneCase(decision("amount"), null));
        views.put("case-decided", oneCase(null, new CaseView.Decided("approved", "Maria Keller", NOW, "收入稳定，用途清楚。")));
        views.put("board", board(true));
        views.put("board_live", board(true));
        views.put("board_figures", board(true));
        views.put("board_figures-unfair", board(false));
        views.put("board-empty", emptyBoard());
        views.putAll(LoanSamples.staffViews());
        views.put("audit", audit(null));
        views.put("audit-broken", audit(417L));
        return views;
    }

    private static WorkingCapitalView capital(List<FieldError> errors) {
        return new WorkingCapitalView(
                DEM,
                List.of(
                        new WorkingCapitalView.Field("sales", "amount", "36000000"),
                        new WorkingCapitalView.Field("marginPercent", "percent", "20"),
                        new WorkingCapitalView.Field("stockDays", "days", "60")),
                errors,
                errors.isEmpty()
                        ? new WorkingCapitalView.Steps(
                                money("90"), money("4"), money("7920000"), money("5500000"), money("2420000"))
                        : null);
    }

    private static List<WorkListView.Scope> scopes() {
        return List.of(
                new WorkListView.Scope("mine", 4),
                new WorkListView.Scope("team", 12),
                new WorkListView.Scope("done", 38));
    }

    private static WorkListView work() {
        List<WorkListView.Case> cases = new ArrayList<>();
        String[] whys = {"near_cutoff", "amount_above_authority", "review_requested", "near_cutoff"};
        String[] purposes = {"radio_tv", "new_car", "furniture", "business"};
        for (int i = 0; i < whys.length; i++) {
            cases.add(new WorkListView.Case(
                    "c" + i,
                    "102" + i,
                    "Anna Berger",
                    purposes[i],
                    money(String.valueOf(1169 + 4000 * i)),
                    DEM,
                    12 + 6 * i,
                    0.112 + 0.04 * i,
                    whys[i],
                    NOW.minusSeconds(4_000L * (i + 1)),
                    NOW.plus(Duration.ofMinutes(-20 + 130L * i)),
                    i == 0 ? "Maria Keller" : null,
                    "open"));
        }
        return new WorkListView("mine", scopes(), cases, NOW);
    }

    private static CaseView oneCase(CaseView.@Nullable Decision decision, CaseView.@Nullable Decided decided) {
        return new CaseView(
                "c1",
                "1024",
                "Anna Berger",
                DEM,
                money("2500"),
                24,
                "radio_tv",
                List.of(
                        new FactValue("age", "34"),
                        new FactValue("job", "skilled"),
                        new FactValue("employment_since", "1_to_4_years"),
                        new FactValue("housing", "rent"),
                        new FactValue("num_dependents", "1"),
                        new FactValue("existing_credits", "2")),
                List.of("自动评估不足以得出明确结论，将由工作人员查看您的申请。"),
                List.of(
                        new CaseView.Layer("ability_to_repay", -14),
                        new CaseView.Layer("credit_history", 31),
                        new CaseView.Layer("finances", 5),
                        new CaseView.Layer("industry", -8)),
                PageSamples.contributions(),
                512,
                0.284,
                0.231,
                0.343,
                List.of("property", "telephone"),
                Instant.parse("2026-11-22T09:30:00Z"),
                NOW,
                timeline(),
                decision,
                decided,
                "consumer-1",
                "9f2c41d07be3a5680c17e2bd44f1a0939f2c41d07be3a5680c17e2bd44f1a093");
    }

    private static List<CaseView.Event> timeline() {
        return List.of(
                new CaseView.Event(NOW.minusSeconds(300), "application_started", "customer", List.of()),
                new CaseView.Event(NOW.minusSeconds(180), "step_submitted", "customer", List.of("accounts")),
                new CaseView.Event(NOW.minusSeconds(149), "submitted", "system", List.of()),
                new CaseView.Event(NOW.minusSeconds(149), "task_scheduled", "bank", List.of()));
    }

    private static CaseView.Decision decision(@Nullable String forbidden) {
        return new CaseView.Decision(
                money("8000"),
                0.35,
                forbidden == null,
                forbidden == null ? List.of("approve", "decline") : List.of(),
                forbidden,
                new BigDecimal("0.104"),
                new BigDecimal("0.24"),
                money("6000"),
                List.of(
                        Said.of("checking_status", "none"),
                        Said.of("duration_months", "24"),
                        Said.of("person_judgement")),
                null,
                List.of(),
                "01JD5Z-CASE");
    }

    private static BoardView board(boolean kept) {
        return new BoardView(
                "消费分期 / Consumer instalment loan",
                NOW.minusSeconds(86_400),
                NOW,
                300,
                287,
                kpis(),
                bands(),
                funnel(),
                BalancePageSamples.ledger(kept),
                BalancePageSamples.comparison(),
                BalancePageSamples.balance(1),
                false,
                "consumer-1",
                "3");
    }

    private static BoardView emptyBoard() {
        return new BoardView(
                "消费分期 / Consumer instalment loan",
                null,
                NOW,
                0,
                0,
                List.of(new BoardView.Kpi(
                        "bad_rate_approved",
                        BoardView.Side.RISK,
                        BoardView.Unit.SHARE,
                        Double.NaN,
                        null,
                        null,
                        0.2,
                        true,
                        0.4,
                        0,
                        null)),
                List.of(),
                List.of(),
                null,
                null,
                null,
                true,
                "consumer-1",
                "3");
    }

    private static List<BoardView.Kpi> kpis() {
        return List.of(
                new BoardView.Kpi(
                        "bad_rate_approved",
                        BoardView.Side.RISK,
                        BoardView.Unit.SHARE,
                        0.143,
                        0.099,
                        0.201,
                        0.18,
                        true,
                        0.3,
                        182,
                        Said.of("all_approved", "30.2%")),
                new BoardView.Kpi(
                        "minutes_per_applicant",
                        BoardView.Side.EXPERIENCE,
                        BoardView.Unit.MINUTES,
                        2.4,
                        2.2,
                        2.6,
                        3.0,
                        true,
                        6,
                        287,
                        null),
                new BoardView.Kpi(
                        "left",
                        BoardView.Side.EXPERIENCE,
                        BoardView.Unit.SHARE,
                        0.043,
                        0.025,
                        0.073,
                        0.04,
                        true,
                        0.1,
                        300,
                        null),
                new BoardView.Kpi(
                        "straight_through",
                        BoardView.Side.EFFICIENCY,
                        BoardView.Unit.SHARE,
                        0.814,
                        0.765,
                        0.855,
                        null,
                        false,
                        1,
                        287,
                        Said.of("referred", "53")));
    }

    private static List<BoardView.Band> bands() {
        long[][] rows = {
            {42, 0, 0, 42, 2},
            {68, 2, 0, 70, 7},
            {51, 9, 1, 61, 12},
            {19, 24, 12, 55, 19},
            {2, 16, 21, 39, 20},
            {0, 2, 18, 20, 13}
        };
        List<BoardView.Band> bands = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            double rate = (double) rows[i][4] / rows[i][3];
            bands.add(new BoardView.Band(
                    i / 10.0,
                    (i + 1) / 10.0,
                    rows[i][0],
                    rows[i][1],
                    rows[i][2],
                    rows[i][3],
                    rows[i][4],
                    Math.max(0, rate - 0.09),
                    rate + 0.12));
        }
        return bands;
    }

    private static List<BoardView.Step> funnel() {
        String[] steps = {"loan", "you", "home", "work", "accounts", "credits", "security", "answer"};
        int[] questions = {3, 3, 3, 2, 2, 3, 2, 0};
        long shown = 300;
        List<BoardView.Step> funnel = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            long passed = shown - (i * 3L) % 7;
            double left = 1 - (double) passed / shown;
            funnel.add(new BoardView.Step(
                    steps[i], questions[i], shown, passed, 0.2 + 0.07 * i, Math.max(0, left - 0.01), left + 0.015));
            shown = passed;
        }
        return funnel;
    }

    private static AuditView audit(@Nullable Long brokenAt) {
        String hash = "9f2c41d07be3a5680c17e2bd44f1a0939f2c41d07be3a5680c17e2bd44f1a093";
        List<AuditView.Entry> entries = List.of(
                new AuditView.Entry(1_842, NOW, "maria.keller", "underwriter", "case.decide", "1024", hash),
                new AuditView.Entry(1_841, NOW.minusSeconds(40), "anna", "applicant", "application.save", "1024", hash),
                new AuditView.Entry(
                        1_840, NOW.minusSeconds(90), "system", "system", "policy.publish", "consumer-1", hash));
        return new AuditView(
                new AuditView.Chain(1_842, brokenAt, NOW, hash), entries, null, "/audit?before=1840", null);
    }
}
