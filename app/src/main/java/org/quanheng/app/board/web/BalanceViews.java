package org.quanheng.app.board.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.board.BalanceStudy;
import org.quanheng.app.board.PlanComparison;
import org.quanheng.app.page.Estimate;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.frontier.Frontier;
import org.quanheng.balance.frontier.Point;
import org.quanheng.experience.Interval;
import org.springframework.stereotype.Component;

/** Puts a study of the live policy into what the board shows. */
@Component
class BalanceViews {
    private static final double THOUSAND = 1000;
    private static final double MINUTES_PER_HOUR = 60;

    private final Targets targets;
    private final Ids ids;

    BalanceViews(Targets targets, Ids ids) {
        this.targets = targets;
        this.ids = ids;
    }

    BalanceView of(BalanceStudy study, int chosen, boolean mayPropose) {
        Frontier frontier = study.frontier();
        List<Point> points = study.ways().stream().map(BalanceStudy.Way::point).toList();
        Frontier.Gap gap = frontier.gap(points.get(study.today()));
        return new BalanceView(
                study.policyVersion(),
                study.currency(),
                study.people(),
                String.join(
                        ", ",
                        study.evidence().steps().stream()
                                .map(step -> step.source().by())
                                .distinct()
                                .toList()),
                ways(study),
                study.today(),
                chosen,
                points.indexOf(frontier.knee()),
                gap.first(),
                gap.second(),
                frontier.shadowRate(points.get(chosen)),
                changes(study, study.today(), chosen),
                targets.badRateMost(),
                targets.minutesMost(),
                study.fair(chosen),
                study.evidence().fairness().minutesAtMost().doubleValue(),
                mayPropose,
                ids.nextKey());
    }

    private static List<BalanceView.Way> ways(BalanceStudy study) {
        List<BalanceView.Way> ways = new ArrayList<>();
        for (int i = 0; i < study.ways().size(); i++) {
            BalanceStudy.Way way = study.ways().get(i);
            Point point = way.point();
            ways.add(new BalanceView.Way(
                    i == study.everything() ? null : BigDecimal.valueOf(point.rate()),
                    point.loss(),
                    way.loss().low(),
                    way.loss().high(),
                    point.minutes(),
                    way.minutes().low(),
                    way.minutes().high(),
                    way.questions(),
                    point.approvals(),
                    point.badRate(),
                    point.profit(),
                    point.staffMinutes() / MINUTES_PER_HOUR * THOUSAND,
                    study.frontier().efficient().contains(point)));
        }
        return ways;
    }

    /** What another way changes, each figure with the interval of its difference over the same people drawn again. */
    static List<BalanceView.Change> changes(BalanceStudy study, int from, int to) {
        List<BalanceView.Change> changes = new ArrayList<>();
        changes.add(change(study, from, to, "approvals", Point::approvals, "share", true));
        changes.add(change(study, from, to, "bad_rate", Point::badRate, "share", false));
        changes.add(change(study, from, to, "loss", Point::loss, "money", false));
        changes.add(change(study, from, to, "minutes", Point::minutes, "minutes", false));
        changes.add(change(study, from, to, "profit", Point::profit, "money", true));
        changes.add(change(
                study,
                from,
                to,
                "staff_hours",
                point -> point.staffMinutes() / MINUTES_PER_HOUR * THOUSAND,
                "hours",
                false));
        return changes;
    }

    private static BalanceView.Change change(
            BalanceStudy study,
            int from,
            int to,
            String key,
            ToDoubleFunction<Point> figure,
            String unit,
            boolean moreIsBetter) {
        double before = figure.applyAsDouble(study.ways().get(from).point());
        double after = figure.applyAsDouble(study.ways().get(to).point());
        Interval interval = study.bands().difference(to, from, figure);
        return new BalanceView.Change(
                key, before, after, after - before, interval.low(), interval.high(), unit, moreIsBetter);
    }

    /** What asking everyone everything would have come to for the people who were decided. */
    static ComparisonView comparison(PlanComparison found) {
        boolean assumed = found.frictionGrade().contains(EvidenceGrade.ASSUMPTION.name());
        return new ComparisonView(
                found.currency(),
                found.people(),
                found.exchangeRate().doubleValue(),
                found.frictionBy(),
                found.figures().stream()
                        .map(figure -> new ComparisonView.Figure(
                                figure.key(),
                                unit(figure.key()),
                                figure.onFriction() && assumed,
                                estimate(figure.everything()),
                                estimate(figure.plan())))
                        .toList());
    }

    private static String unit(String key) {
        return switch (key) {
            case "questions" -> "count";
            case "minutes" -> "minutes";
            case "profitPerApplicant" -> "money";
            default -> "share";
        };
    }

    private static Estimate estimate(PlanComparison.Bounded figure) {
        return new Estimate(
                figure.value().doubleValue(),
                figure.low().doubleValue(),
                figure.high().doubleValue());
    }
}
