package org.quanheng.app.board.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.board.BalanceStudy;
import org.quanheng.app.board.BoardFigures.StepFigure;
import org.quanheng.app.page.BoardView;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.EvidenceStep;
import org.quanheng.balance.frontier.Point;
import org.quanheng.experience.Interval;
import org.springframework.stereotype.Component;

/** The friction ledger: what each step costs and brings, per 1,000 applicants under the live policy. */
@Component
class LedgerRows {
    private static final double THOUSAND = 1000;
    private static final double MILLIS_PER_MINUTE = 60_000;

    /**
     * The rows, conflicts first, then what is worth least; required steps, which nobody can leave out, last.
     *
     * @param sample whether the applicants are a program, whose minutes and leavers are no person's
     */
    List<BoardView.LedgerRow> rows(BalanceStudy study, List<StepFigure> measured, boolean sample) {
        Map<String, StepFigure> seen =
                measured.stream().collect(Collectors.toMap(StepFigure::step, Function.identity()));
        Map<String, BalanceStudy.WithoutStep> without =
                study.steps().stream().collect(Collectors.toMap(BalanceStudy.WithoutStep::step, Function.identity()));
        List<BoardView.LedgerRow> rows = new ArrayList<>();
        for (EvidenceStep step : study.evidence().steps()) {
            rows.add(row(study, step, seen.get(step.id()), without.get(step.id()), sample));
        }
        rows.sort(Comparator.comparing((BoardView.LedgerRow row) -> row.conflict() == null)
                .thenComparing(BoardView.LedgerRow::required)
                .thenComparingDouble(row -> row.net() == null ? 0 : row.net().value()));
        return rows;
    }

    private static BoardView.LedgerRow row(
            BalanceStudy study,
            EvidenceStep step,
            @Nullable StepFigure seen,
            BalanceStudy.@Nullable WithoutStep without,
            boolean sample) {
        long submitted = seen == null ? 0 : seen.passed();
        double asked = without == null ? 1 : without.asked();
        return new BoardView.LedgerRow(
                step.id(),
                step.facts().size(),
                without == null,
                asked,
                seen == null ? Double.NaN : seen.meanActiveMillis() / MILLIS_PER_MINUTE,
                submitted,
                step.minutes(),
                step.cost().doubleValue(),
                goodLost(study, step, asked, seen, sample),
                without == null ? null : perThousand(without.prevented(), without.preventedInterval()),
                without == null ? null : perThousand(without.net(), without.netInterval()),
                step.source().grade().name().toLowerCase(Locale.ROOT),
                step.source().by(),
                conflict(without));
    }

    /** Our own leavers where people were measured and the step does not rest on an assumption; else the hazard entered for it. */
    private static BoardView.Estimate goodLost(
            BalanceStudy study, EvidenceStep step, double asked, @Nullable StepFigure seen, boolean sample) {
        Point today = study.ways().get(study.today()).point();
        if (!sample && step.source().grade() != EvidenceGrade.ASSUMPTION && seen != null && seen.shown() > 0) {
            Interval left = seen.left().wilson95();
            double good = THOUSAND * asked * today.goods();
            return new BoardView.Estimate(good * seen.left().value(), good * left.low(), good * left.high());
        }
        Interval goods = study.bands().of(study.today(), Point::goods);
        double leaves = THOUSAND * asked * step.hazard();
        return new BoardView.Estimate(leaves * today.goods(), leaves * goods.low(), leaves * goods.high());
    }

    private static BoardView.Estimate perThousand(double value, Interval interval) {
        return new BoardView.Estimate(THOUSAND * value, THOUSAND * interval.low(), THOUSAND * interval.high());
    }

    private static @Nullable String conflict(BalanceStudy.@Nullable WithoutStep without) {
        if (without == null) {
            return null;
        }
        if (without.costsWithoutWorth()) {
            return "costs_without_worth";
        }
        return without.asked() == 0 ? "never_worth_it" : null;
    }
}
