package org.quanheng.app.board.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.Role;
import org.quanheng.app.access.RouteRule;
import org.quanheng.app.access.RouteRules;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.board.BalanceStudies;
import org.quanheng.app.board.BalanceStudy;
import org.quanheng.app.board.BoardFigures;
import org.quanheng.app.board.BoardFigures.StepFigure;
import org.quanheng.app.board.BoardFigures.Totals;
import org.quanheng.app.board.PlanComparisons;
import org.quanheng.app.decision.Policies;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Said;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Products;
import org.quanheng.experience.Interval;
import org.quanheng.experience.Share;
import org.quanheng.policy.Policy;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board: risk and experience side by side, live. */
@Controller
class BoardController {
    private final BoardFigures figures;
    private final BalanceStudies studies;
    private final BalanceViews balances;
    private final PlanComparisons comparisons;
    private final Products products;
    private final Policies policies;
    private final Pages pages;
    private final Clock clock;
    private final Targets targets;

    BoardController(
            BoardFigures figures,
            BalanceStudies studies,
            BalanceViews balances,
            PlanComparisons comparisons,
            Products products,
            Policies policies,
            Pages pages,
            Clock clock,
            Targets targets) {
        this.figures = figures;
        this.studies = studies;
        this.balances = balances;
        this.comparisons = comparisons;
        this.products = products;
        this.policies = policies;
        this.pages = pages;
        this.clock = clock;
        this.targets = targets;
    }

    @Bean
    static RouteRules boardRules() {
        return RouteRules.of(
                RouteRule.only(HttpMethod.GET, "/board", Role.HEAD_OF_LENDING, Role.RISK_ANALYST, Role.AUDITOR),
                RouteRule.only(HttpMethod.GET, "/board/live", Role.HEAD_OF_LENDING, Role.RISK_ANALYST, Role.AUDITOR),
                RouteRule.only(HttpMethod.GET, "/board/figures", Role.HEAD_OF_LENDING, Role.RISK_ANALYST, Role.AUDITOR),
                RouteRule.only(HttpMethod.GET, "/board/balance", Role.HEAD_OF_LENDING, Role.RISK_ANALYST, Role.AUDITOR),
                RouteRule.only(HttpMethod.GET, "/board/plain", Role.HEAD_OF_LENDING, Role.RISK_ANALYST, Role.AUDITOR));
    }

    @GetMapping("/board")
    String board(
            @RequestParam(required = false) @Nullable String rate,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            Model model) {
        return fill("board", rate, member, request, model);
    }

    @GetMapping("/board/live")
    String live(@AuthenticationPrincipal StaffMember member, HttpServletRequest request, Model model) {
        return fill("board_live", null, member, request, model);
    }

    @GetMapping("/board/figures")
    String figures(@AuthenticationPrincipal StaffMember member, HttpServletRequest request, Model model) {
        return fill("board_figures", null, member, request, model);
    }

    private String fill(
            String template, @Nullable String rate, StaffMember member, HttpServletRequest request, Model model) {
        Page page = pages.of(request);
        BalanceStudies.Progress progress = studies.live();
        model.addAttribute("page", page);
        model.addAttribute("view", view(page, progress, balance(progress, rate, member)));
        return template;
    }

    /** What the handle moves; a page that waits for the frontier asks without a rate, and loads anew once it is worked out. */
    @GetMapping("/board/balance")
    Object balance(
            @RequestParam(required = false) @Nullable String rate,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        BalanceView view = balance(studies.live(), rate, member);
        if (view == null) {
            return ResponseEntity.noContent().build();
        }
        if (rate == null) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", view);
        return "balance";
    }

    @GetMapping("/board/plain")
    String plain(@AuthenticationPrincipal StaffMember member, HttpServletRequest request, Model model) {
        BalanceView view = balance(studies.live(), null, member);
        if (view == null) {
            // The board says that the frontier is being worked out, and shows it as soon as it is.
            return "redirect:/board";
        }
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", view);
        return "plain";
    }

    private @Nullable BalanceView balance(BalanceStudies.Progress progress, @Nullable String rate, StaffMember member) {
        if (!(progress instanceof BalanceStudies.Progress.Done(BalanceStudy study))) {
            return null;
        }
        int chosen = rate == null ? study.today() : ProposalController.way(study, rate);
        return balances.of(study, chosen, member.role() != Role.AUDITOR);
    }

    private BoardView view(Page page, BalanceStudies.Progress progress, @Nullable BalanceView balance) {
        Totals totals = figures.totals();
        Optional<Product> product = products.all().stream().findFirst();
        Optional<Policy> policy = policies.live();
        return new BoardView(
                product.map(p -> page.t("product." + p.id())).orElse(""),
                null,
                clock.instant(),
                totals.applications(),
                totals.decided(),
                kpis(totals, balance, page),
                policy.map(this::bands).orElse(List.of()),
                product.map(p -> funnel(p, page.sample())).orElse(List.of()),
                progress instanceof BalanceStudies.Progress.Done(BalanceStudy study)
                        ? LedgerViews.of(study, figures.steps(), page.sample())
                        : null,
                comparisons.newest().map(BalanceViews::comparison).orElse(null),
                balance,
                progress instanceof BalanceStudies.Progress.Working,
                policy.map(p -> p.document().version()).orElse(""),
                policy.map(p -> p.model().id()).orElse(""));
    }

    private List<BoardView.Kpi> kpis(Totals totals, @Nullable BalanceView balance, Page page) {
        Share bad = totals.badApproved();
        Share left = figures.left();
        Share straight = totals.straightThrough();
        return List.of(
                share(
                        "bad_rate_approved",
                        BoardView.Side.RISK,
                        bad,
                        targets.badRateMost(),
                        true,
                        totals.badAll().n() == 0
                                ? null
                                : Said.of(
                                        "all_approved",
                                        page.formats().percent(totals.badAll().value(), 1))),
                minutes(totals, balance, page),
                share("left", BoardView.Side.EXPERIENCE, left, targets.leftMost(), true, null),
                share(
                        "straight_through",
                        BoardView.Side.EFFICIENCY,
                        straight,
                        targets.straightThroughLeast(),
                        false,
                        Said.of("referred", page.formats().count(totals.referred()))));
    }

    /** What applicants gave; the times of a program are no person's, so in their place the plan's own minutes stand. */
    private BoardView.Kpi minutes(Totals totals, @Nullable BalanceView balance, Page page) {
        BalanceView.Way planned = balance == null ? null : balance.todayWay();
        if (planned != null && page.sample()) {
            return minutes(totals, planned.minutes(), planned.minutesLow(), planned.minutesHigh(), Said.of("planned"));
        }
        Said expected =
                planned == null ? null : Said.of("assumed", page.formats().number(planned.minutes(), 1));
        return minutes(totals, figures.minutesPerApplicant(), null, null, expected);
    }

    private BoardView.Kpi minutes(
            Totals totals, double minutes, @Nullable Double low, @Nullable Double high, @Nullable Said note) {
        return new BoardView.Kpi(
                "minutes_per_applicant",
                BoardView.Side.EXPERIENCE,
                BoardView.Unit.MINUTES,
                minutes,
                low,
                high,
                targets.minutesMost(),
                true,
                2 * targets.minutesMost(),
                totals.decided(),
                note);
    }

    private static BoardView.Kpi share(
            String key, BoardView.Side side, Share share, double target, boolean most, @Nullable Said note) {
        boolean known = share.n() > 0;
        Interval interval = known ? share.wilson95() : new Interval(0, 1);
        return new BoardView.Kpi(
                key,
                side,
                BoardView.Unit.SHARE,
                known ? share.value() : Double.NaN,
                known ? interval.low() : null,
                known ? interval.high() : null,
                target,
                most,
                most ? 2 * target : 1,
                share.n(),
                note);
    }

    private List<BoardView.Band> bands(Policy policy) {
        List<Double> bounds = policy.document().limits().grades().stream()
                .map(grade -> grade.pdAtMost().doubleValue())
                .toList();
        List<BoardView.Band> bands = new ArrayList<>();
        for (BoardFigures.Band band : figures.bands(bounds)) {
            Interval interval = band.known() == 0 ? null : new Share(band.bad(), band.known()).wilson95();
            bands.add(new BoardView.Band(
                    band.low(),
                    band.high(),
                    band.approved(),
                    band.referred(),
                    band.declined(),
                    band.known(),
                    band.bad(),
                    interval == null ? Double.NaN : interval.low(),
                    interval == null ? Double.NaN : interval.high()));
        }
        return bands;
    }

    private List<BoardView.Step> funnel(Product product, boolean sample) {
        Map<String, StepFigure> seen =
                figures.steps().stream().collect(Collectors.toMap(StepFigure::step, Function.identity()));
        List<BoardView.Step> funnel = new ArrayList<>();
        for (var step : product.steps()) {
            StepFigure figure = seen.get(step.id());
            if (figure != null) {
                Interval left =
                        figure.shown() == 0 ? new Interval(0, 1) : figure.left().wilson95();
                funnel.add(new BoardView.Step(
                        step.id(),
                        step.questions().size(),
                        figure.shown(),
                        figure.passed(),
                        sample ? Double.NaN : figure.meanActiveMillis() / 60_000,
                        left.low(),
                        left.high()));
            }
        }
        return funnel;
    }
}
