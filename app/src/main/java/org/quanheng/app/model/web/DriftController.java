package org.quanheng.app.model.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Pages;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.model.Models;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.model.workshop.DriftWatch;
import org.quanheng.app.page.Page;
import org.quanheng.scoring.drift.Drift;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.validation.Stability;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Drift over time, with alarms. */
@Controller
class DriftController {
    private static final double SHIFTED = 0.1;
    private static final double MOVED = 0.25;

    private final Models models;
    private final DriftWatch watch;
    private final Pages pages;

    DriftController(Models models, DriftWatch watch, Pages pages) {
        this.models = models;
        this.watch = watch;
        this.pages = pages;
    }

    @GetMapping("/models/{id}/drift")
    String drift(
            @PathVariable String id,
            @RequestParam(name = "with", required = false) @Nullable String with,
            HttpServletRequest request,
            Model model) {
        RegisteredModel registered =
                models.find(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such model"));
        Page page = pages.of(request);
        List<DriftWatch.Point> points = watch.points(registered, page.zone());
        DriftWatch.Point shown = points.stream()
                .filter(point -> point.key().equals(with))
                .findFirst()
                .orElse(points.isEmpty() ? null : points.getLast());
        model.addAttribute("page", page);
        model.addAttribute(
                "view",
                new DriftView(
                        id,
                        registered.name(),
                        registered.model().development().rows(),
                        points.stream().map(DriftController::point).toList(),
                        points.stream().noneMatch(point -> point.drift().score() != null) ? null : series(points, page),
                        shown == null ? null : shown(shown, registered, page)));
        return "workshop_drift";
    }

    static DriftView.Point point(DriftWatch.Point point) {
        Stability score = point.drift().score();
        int alarms = (int) point.drift().characteristics().stream()
                .filter(moved -> DriftWatch.alarm(moved.stability()) != DriftWatch.Alarm.NONE)
                .count();
        return new DriftView.Point(
                point.key(),
                point.name().isEmpty() ? point.key() : point.name(),
                point.name().isEmpty(),
                point.at(),
                point.drift().rows(),
                score == null ? Double.NaN : score.index(),
                score == null ? Double.NaN : score.pValue(),
                score == null ? "none" : word(DriftWatch.alarm(score)),
                word(point.worst()),
                alarms);
    }

    private static String word(DriftWatch.Alarm alarm) {
        return alarm.name().toLowerCase(Locale.ROOT);
    }

    /** The index of the score, comparison by comparison, with the two limits of the convention. */
    private static Plot series(List<DriftWatch.Point> points, Page page) {
        double most = MOVED * 1.2;
        for (DriftWatch.Point point : points) {
            Stability score = point.drift().score();
            most = Math.max(most, score == null ? 0 : Math.min(1.5, score.index() * 1.1));
        }
        double right = points.size() + 0.5;
        Plot.Pen pen = new Plot.Pen(0.5, right, 0, most)
                .yTicks(at -> page.formats().number(at, 2))
                .line("even", List.of(new double[] {0.5, SHIFTED}, new double[] {right, SHIFTED}))
                .line("even", List.of(new double[] {0.5, MOVED}, new double[] {right, MOVED}));
        int every = Math.max(1, Math.ceilDiv(points.size(), 6));
        for (int i = 0; i < points.size(); i++) {
            Stability score = points.get(i).drift().score();
            if (score != null) {
                boolean quiet = DriftWatch.alarm(score) == DriftWatch.Alarm.NONE;
                pen.mark(quiet ? "experience" : "risk", i + 1, score.index());
            }
            if (i % every == 0) {
                pen.xTick(i + 1, Integer.toString(i + 1));
            }
        }
        return pen.done();
    }

    private static DriftView.Shown shown(DriftWatch.Point point, RegisteredModel model, Page page) {
        Drift drift = point.drift();
        List<DriftView.Band> bands = drift.scoreBands().stream()
                .map(band -> new DriftView.Band(band.label(), band.expected(), band.actual()))
                .toList();
        return new DriftView.Shown(
                point(point),
                bands.isEmpty() ? null : scores(bands, page),
                bands,
                drift.characteristics().stream()
                        .map(moved -> moved(moved, model.scorecard().orElseThrow(), page))
                        .toList());
    }

    private static Plot scores(List<DriftView.Band> bands, Page page) {
        double most = 0.05;
        for (DriftView.Band band : bands) {
            most = Math.max(most, Math.max(band.expected(), band.actual()));
        }
        Plot.Pen pen = new Plot.Pen(0, bands.size(), 0, 1.1 * most)
                .yTicks(at -> page.formats().percent(at, 0));
        int every = Math.max(1, Math.ceilDiv(bands.size(), 6));
        for (int i = 0; i < bands.size(); i++) {
            DriftView.Band band = bands.get(i);
            pen.bar("soft", i + 0.12, i + 0.5, band.expected());
            pen.bar("blue", i + 0.5, i + 0.88, band.actual());
            if (i % every == 0) {
                pen.xTick(i + 0.5, band.label());
            }
        }
        return pen.done();
    }

    private static DriftView.Moved moved(Drift.Moved moved, Scorecard card, Page page) {
        Characteristic characteristic = card.characteristics().stream()
                .filter(each -> each.name().equals(moved.name()))
                .findFirst()
                .orElseThrow();
        List<DriftView.Band> bins = new java.util.ArrayList<>();
        for (int bin = 0; bin < moved.bins().size(); bin++) {
            Drift.Band band = moved.bins().get(bin);
            if (band.expected() + band.actual() > 0) {
                bins.add(new DriftView.Band(
                        CardViews.label(moved.name(), characteristic.bins(), bin, page),
                        band.expected(),
                        band.actual()));
            }
        }
        return new DriftView.Moved(
                CardViews.key(moved.name()),
                page.factOrColumn(moved.name()),
                moved.stability().index(),
                moved.stability().pValue(),
                word(DriftWatch.alarm(moved.stability())),
                moved.pointsShift(),
                bins);
    }
}
