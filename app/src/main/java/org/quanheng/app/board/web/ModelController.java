package org.quanheng.app.board.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Pages;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.board.BoardFigures;
import org.quanheng.app.decision.Policies;
import org.quanheng.app.model.Models;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.page.ModelView;
import org.quanheng.experience.Interval;
import org.quanheng.experience.Share;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.NumericBins;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.validation.Auc;
import org.quanheng.scoring.validation.CalibrationCheck;
import org.quanheng.scoring.validation.Figures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A scorecard, bin by bin, with its measures. */
@Controller
class ModelController {
    private static final int MOST_POINTS_OF_CURVE = 200;

    private final Models models;
    private final Policies policies;
    private final BoardFigures figures;
    private final Pages pages;

    ModelController(Models models, Policies policies, BoardFigures figures, Pages pages) {
        this.models = models;
        this.policies = policies;
        this.figures = figures;
        this.pages = pages;
    }

    @GetMapping("/models")
    String live() {
        return policies.live()
                .map(policy -> "redirect:/models/" + policy.model().id())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no model is live yet"));
    }

    @GetMapping("/models/{id}")
    String show(@PathVariable String id, HttpServletRequest request, Model model) {
        RegisteredModel registered =
                models.find(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such model"));
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", view(registered));
        return "model";
    }

    private ModelView view(RegisteredModel registered) {
        Scorecard card = registered.model().scorecard();
        BoardFigures.Known known = figures.known(registered.id());
        Optional<Figures> seen =
                bothClasses(known.bad()) ? Optional.of(Figures.of(known.pd(), known.bad())) : Optional.empty();
        boolean live = policies.live()
                .map(policy -> policy.model().id().equals(registered.id()))
                .orElse(false);
        return new ModelView(
                registered.id(),
                registered.id(),
                live ? "live" : "retired",
                registered.registeredAt(),
                card.development().rows(),
                card.development().bads(),
                card.scaling().offset(),
                card.scaling().factor(),
                (int) card.scaling().pointsToDouble(),
                measures(card, registered.figures(), seen),
                seen.map(Figures::calibration).map(ModelController::calibration).orElse(List.of()),
                seen.isPresent() ? roc(known) : List.of(),
                card.characteristics().stream()
                        .sorted(Comparator.comparingDouble(
                                        (Characteristic each) -> each.binning().informationValue())
                                .reversed())
                        .map(ModelController::characteristic)
                        .toList(),
                registered.model().hash());
    }

    private static boolean bothClasses(boolean[] bad) {
        boolean someBad = false;
        boolean someGood = false;
        for (boolean each : bad) {
            someBad |= each;
            someGood |= !each;
        }
        return someBad && someGood;
    }

    private static List<ModelView.Figure> measures(Scorecard card, Figures train, Optional<Figures> seen) {
        List<ModelView.Figure> measures = new ArrayList<>();
        seen.ifPresent(figures -> measures.addAll(measures("replay", figures)));
        measures.add(
                auc("out_of_fold", card.development().auc(), card.development().rows()));
        measures.addAll(measures("train", train));
        return measures;
    }

    private static List<ModelView.Figure> measures(String sample, Figures figures) {
        return List.of(
                auc(sample, figures.auc(), figures.rows()),
                figure("ks", sample, figures.ks().value(), figures.rows()),
                figure("gini", sample, figures.gini(), figures.rows()),
                figure("brier", sample, figures.brier(), figures.rows()),
                figure("calibration_slope", sample, figures.calibration().slope(), figures.rows()));
    }

    private static ModelView.Figure auc(String sample, Auc auc, int rows) {
        return new ModelView.Figure("auc", sample, auc.value(), auc.low(), auc.high(), rows);
    }

    private static ModelView.Figure figure(String key, String sample, double value, int rows) {
        return new ModelView.Figure(key, sample, value, null, null, rows);
    }

    private static List<ModelView.CalibrationGroup> calibration(CalibrationCheck check) {
        return check.reliability().stream()
                .map(group -> {
                    Interval interval = new Share(Math.round(group.observed() * group.rows()), group.rows()).wilson95();
                    return new ModelView.CalibrationGroup(
                            group.expected(), group.observed(), interval.low(), interval.high(), group.rows());
                })
                .toList();
    }

    /** The curve over all cut-offs, thinned to what a picture can show. */
    private static List<ModelView.Point> roc(BoardFigures.Known known) {
        Integer[] order = new Integer[known.pd().length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -known.pd()[i]));
        long bads = 0;
        for (boolean bad : known.bad()) {
            bads += bad ? 1 : 0;
        }
        long goods = known.bad().length - bads;
        List<ModelView.Point> points = new ArrayList<>();
        points.add(new ModelView.Point(0, 0));
        long badsDeclined = 0;
        long goodsDeclined = 0;
        int every = Math.ceilDiv(order.length, MOST_POINTS_OF_CURVE);
        for (int i = 0; i < order.length; i++) {
            if (known.bad()[order[i]]) {
                badsDeclined++;
            } else {
                goodsDeclined++;
            }
            boolean tied = i + 1 < order.length && known.pd()[order[i]] == known.pd()[order[i + 1]];
            if (!tied && (i % every == 0 || i == order.length - 1)) {
                points.add(new ModelView.Point((double) goodsDeclined / goods, (double) badsDeclined / bads));
            }
        }
        return points;
    }

    private static ModelView.Characteristic characteristic(Characteristic characteristic) {
        Binning binning = characteristic.binning();
        Bins bins = characteristic.bins();
        List<ModelView.Bin> views = new ArrayList<>();
        for (int bin = 0; bin < bins.count(); bin++) {
            if (binning.goods(bin) + binning.bads(bin) > 0) {
                views.add(new ModelView.Bin(
                        codes(bins, bin),
                        bound(bins, bin, true),
                        bound(bins, bin, false),
                        Math.round(binning.goods(bin)),
                        Math.round(binning.bads(bin)),
                        binning.badRate(bin),
                        binning.woe(bin),
                        characteristic.points(bin)));
            }
        }
        return new ModelView.Characteristic(characteristic.name(), binning.informationValue(), views);
    }

    private static List<String> codes(Bins bins, int bin) {
        return bins instanceof CategoricalBins categorical
                        && bin < categorical.groups().size()
                ? categorical.groups().get(bin)
                : List.of();
    }

    private static @Nullable Double bound(Bins bins, int bin, boolean from) {
        if (bins instanceof NumericBins numeric && bin < numeric.regular()) {
            double bound = from ? numeric.from(bin) : numeric.to(bin);
            return Double.isInfinite(bound) ? null : bound;
        }
        return null;
    }
}
