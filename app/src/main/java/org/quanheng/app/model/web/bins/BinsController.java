package org.quanheng.app.model.web.bins;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.model.ModelDocument;
import org.quanheng.app.model.web.CardViews;
import org.quanheng.app.model.web.Forms;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.model.workshop.BinsByHand;
import org.quanheng.app.model.workshop.DataSets;
import org.quanheng.app.model.workshop.HandBins;
import org.quanheng.app.model.workshop.Recipe;
import org.quanheng.app.model.workshop.Training;
import org.quanheng.app.model.workshop.Trainings;
import org.quanheng.app.page.Page;
import org.quanheng.scoring.binning.Binner;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.binning.BinningRules;
import org.quanheng.scoring.binning.Bins;
import org.quanheng.scoring.binning.CategoricalBins;
import org.quanheng.scoring.binning.PreBins;
import org.quanheng.scoring.scorecard.BinsTrial;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.table.Column;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bins of one characteristic: drawn, set by hand, and what that does at once. */
@Controller
class BinsController {
    private static final int FINE_BINS = 50;

    private final DataSets data;
    private final Trainings trainings;
    private final BinsByHand byHand;
    private final Pages pages;
    private final Ids ids;

    BinsController(DataSets data, Trainings trainings, BinsByHand byHand, Pages pages, Ids ids) {
        this.data = data;
        this.trainings = trainings;
        this.byHand = byHand;
        this.pages = pages;
        this.ids = ids;
    }

    /** A characteristic on the bench: the training, its sample and its card. */
    private record Bench(Training training, Scorecard card, Sample sample, int number, String fact) {
        Column column() {
            return sample.table().column(fact);
        }

        Optional<Characteristic> inCard() {
            return card.characteristics().stream()
                    .filter(each -> each.name().equals(fact))
                    .findFirst();
        }

        Binner binner() {
            return new Binner(sample, BinningRules.standard(), 0);
        }

        /** The bins as trained: those of the card, or for a characteristic without points the best by themselves. */
        Binning trained() {
            return inCard().map(Characteristic::binning).orElseGet(() -> binner().bin(fact));
        }
    }

    private Bench bench(UUID id, int number) {
        Training training = trainings.done(id);
        var card = training.recipe().card();
        Sample all = card.sample(data.table(data.find(training.dataSetId()), card));
        if (number < 0 || number >= all.features().size()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "no such characteristic");
        }
        if (!(ModelDocument.read(Objects.requireNonNull(training.scorecard())) instanceof Scorecard scorecard)) {
            throw new Refusal(ErrorCode.NOT_FOUND, "boosted trees have no bins");
        }
        return new Bench(
                training,
                scorecard,
                Recipe.development(all),
                number,
                all.features().get(number));
    }

    @GetMapping("/workshop/training/{id}/bins/{number}")
    String show(
            @PathVariable UUID id,
            @PathVariable int number,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            Model model) {
        Page page = pages.of(request);
        model.addAttribute("page", page);
        model.addAttribute("view", view(bench(id, number), member, page, List.of()));
        return "workshop_bins";
    }

    @PostMapping("/workshop/training/{id}/bins/{number}")
    String set(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Bench bench = bench(id, number);
        Page page = pages.of(request);
        var key = Forms.key("bins:" + id + ":" + number, member, form);
        String act = form.getOrDefault("act", "apply");
        List<Wrong> wrongs = new ArrayList<>();
        if (act.equals("reset")) {
            byHand.reset(key, Forms.by(member), id, bench.fact());
        } else {
            HandBins now = now(bench);
            HandBins changed = Forms.tried(page, wrongs, () -> {
                HandBins next = act.startsWith("merge") ? merged(now, act) : typed(now, form, page, wrongs);
                bench.binner().count(bench.fact(), next.on(bench.column()));
                return next;
            });
            if (changed != null && wrongs.isEmpty()) {
                byHand.set(key, Forms.by(member), id, bench.fact(), changed);
            }
        }
        if (wrongs.isEmpty()) {
            return "redirect:/workshop/training/" + id + "/bins/" + number;
        }
        response.setStatus(ErrorCode.INPUT_FAULTY.status());
        model.addAttribute("page", page);
        model.addAttribute("view", view(bench, member, page, wrongs));
        return "workshop_bins";
    }

    private HandBins now(Bench bench) {
        HandBins set = byHand.of(bench.training().id()).get(bench.fact());
        return set == null ? HandBins.of(bench.trained().bins()) : set;
    }

    /** {@code merge3}: the bin of this number joined with the next. */
    private static HandBins merged(HandBins now, String act) {
        int bin = act.matches("merge\\d{1,3}") ? Integer.parseInt(act.substring("merge".length())) : -1;
        int last = now.groups().isEmpty() ? now.cuts().size() : now.groups().size() - 1;
        if (bin < 0 || bin >= last) {
            throw new Refusal(ErrorCode.NOT_NOW, "expected a bin with a next, came " + act);
        }
        if (now.groups().isEmpty()) {
            List<Double> cuts = new ArrayList<>(now.cuts());
            cuts.remove(bin);
            return new HandBins(cuts, List.of());
        }
        List<List<String>> groups = new ArrayList<>(now.groups());
        List<String> both = new ArrayList<>(groups.remove(bin));
        both.addAll(groups.get(bin));
        groups.set(bin, both);
        return new HandBins(List.of(), groups);
    }

    /** All cuts or groups as they stand in the form. */
    private static HandBins typed(HandBins now, Map<String, String> form, Page page, List<Wrong> wrongs) {
        if (now.groups().isEmpty()) {
            List<Double> cuts = new ArrayList<>();
            for (int cut = 0; cut <= now.cuts().size(); cut++) {
                String text = form.getOrDefault("cut" + cut, "").strip();
                try {
                    if (!text.isEmpty()) {
                        cuts.add(Double.valueOf(text));
                    }
                } catch (NumberFormatException none) {
                    wrongs.add(new Wrong(
                            page.t("workshop.bins.cut", cut + 1), page.t("workshop.expected.number"), text, ""));
                }
            }
            return new HandBins(cuts.stream().sorted().distinct().toList(), List.of());
        }
        List<List<String>> groups = new ArrayList<>();
        List<String> categories = now.groups().stream().flatMap(List::stream).toList();
        for (int i = 0; i < categories.size(); i++) {
            String wanted = form.getOrDefault("group" + i, "0");
            int group = wanted.matches("\\d{1,2}") ? Integer.parseInt(wanted) : 0;
            while (groups.size() <= group) {
                groups.add(new ArrayList<>());
            }
            groups.get(group).add(categories.get(i));
        }
        groups.removeIf(List::isEmpty);
        return new HandBins(List.of(), groups);
    }

    private BinsView view(Bench bench, StaffMember member, Page page, List<Wrong> wrongs) {
        Map<String, HandBins> set = byHand.of(bench.training().id());
        HandBins now = now(bench);
        Binning trained = bench.trained();
        boolean changed = set.containsKey(bench.fact());
        Binning binning = changed ? bench.binner().count(bench.fact(), now.on(bench.column())) : trained;
        BinsTrial trial = new BinsTrial(bench.card(), bench.sample(), bench.fact());
        double aucBefore = trial.now().value();
        BinsTrial.Effect effect = trial.of(binning);
        double[] points = changed
                ? effect.points()
                : bench.inCard().map(Characteristic::points).orElse(effect.points());
        Binning fine = bench.binner().count(bench.fact(), fineBins(bench, binning));
        String root = "/workshop/training/" + bench.training().id() + "/bins/";
        int last = bench.sample().features().size() - 1;
        return new BinsView(
                bench.training().id().toString(),
                bench.training().name(),
                page.factOrColumn(bench.fact()),
                bench.fact(),
                root + bench.number(),
                bench.number() == 0 ? null : root + (bench.number() - 1),
                bench.number() == last ? null : root + (bench.number() + 1),
                now.groups().isEmpty(),
                Forms.builds(member),
                changed,
                set.size(),
                ids.nextKey(),
                ids.nextKey(),
                BinsDrawing.of(fine, binning, at -> page.formats().percent(at, at > 0 && at < 0.1 ? 1 : 0)),
                CardViews.bins(binning, points, page),
                binning.bins().regular(),
                now.cuts().stream().map(Forms::plain).toList(),
                categories(bench, now, page),
                IntStream.range(0, now.groups().size())
                        .mapToObj(group -> Integer.toString(group + 1))
                        .toList(),
                effect(
                        trained,
                        binning,
                        effect,
                        aucBefore,
                        points,
                        changed,
                        bench.inCard().isPresent()),
                wrongs);
    }

    private static BinsView.Effect effect(
            Binning trained,
            Binning binning,
            BinsTrial.Effect effect,
            double aucBefore,
            double[] points,
            boolean changed,
            boolean inModel) {
        return new BinsView.Effect(
                trained.informationValue(),
                binning.informationValue(),
                aucBefore,
                changed ? effect.auc().value() : aucBefore,
                effect.auc().low(),
                effect.auc().high(),
                Arrays.stream(points).min().orElse(0),
                Arrays.stream(points).max().orElse(0),
                inModel);
    }

    /** Fine bins of the column: for numbers ranges of about equal size, for categories each by itself in the order of the groups. */
    private static Bins fineBins(Bench bench, Binning binning) {
        Column column = bench.column();
        if (column instanceof NumericColumn) {
            return PreBins.withoutOutcomes(column, FINE_BINS);
        }
        return new CategoricalBins(HandBins.of(binning.bins()).groups().stream()
                .flatMap(List::stream)
                .map(List::of)
                .toList());
    }

    private static List<BinsView.Category> categories(Bench bench, HandBins now, Page page) {
        List<BinsView.Category> categories = new ArrayList<>();
        for (int group = 0; group < now.groups().size(); group++) {
            for (String code : now.groups().get(group)) {
                categories.add(new BinsView.Category(code, page.value(bench.fact(), code), group));
            }
        }
        return categories;
    }
}
