package org.quanheng.app.model.web.compare;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Pages;
import org.quanheng.app.model.ModelDocument;
import org.quanheng.app.model.Models;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.model.web.Forms;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.model.web.Plots;
import org.quanheng.app.model.workshop.DataSet;
import org.quanheng.app.model.workshop.DataSets;
import org.quanheng.app.model.workshop.Recipe;
import org.quanheng.app.model.workshop.Samples;
import org.quanheng.app.model.workshop.Training;
import org.quanheng.app.model.workshop.Trainings;
import org.quanheng.app.page.Page;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.validation.Comparison;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Models beside each other on one page. */
@Controller
class CompareController {
    private static final int MODELS_MAX = Plots.TONES.size();

    private final DataSets data;
    private final Trainings trainings;
    private final Models models;
    private final Pages pages;

    CompareController(DataSets data, Trainings trainings, Models models, Pages pages) {
        this.data = data;
        this.trainings = trainings;
        this.models = models;
        this.pages = pages;
    }

    /** Something that can be compared: a registered model, or a training that is done. */
    private record Candidate(
            String id, String name, PdModel model, @Nullable UUID dataSetId) {
        /** With its id in its name when another has the same, so that no figure is taken for that of the other. */
        Candidate distinct(List<Candidate> all) {
            boolean alone = all.stream().noneMatch(each -> each.name.equals(name) && !each.id.equals(id));
            return alone ? this : new Candidate(id, name + " (" + id + ")", model, dataSetId);
        }
    }

    @GetMapping("/workshop/compare")
    String compare(
            @RequestParam(name = "model", required = false) @Nullable List<String> chosen,
            @RequestParam(name = "data", required = false) @Nullable String dataId,
            HttpServletRequest request,
            Model model) {
        Page page = pages.of(request);
        List<String> wanted = chosen == null ? List.of() : chosen;
        List<Candidate> candidates = candidates(page);
        List<Candidate> compared = wanted.stream()
                .distinct()
                .flatMap(id -> candidates.stream().filter(each -> each.id().equals(id)))
                .limit(MODELS_MAX)
                .toList();
        List<DataSet> sets = data.newest().stream()
                .filter(set -> !set.card().target().isEmpty())
                .toList();
        Optional<DataSet> set = sets.stream()
                .filter(each -> each.id().toString().equals(dataId))
                .findFirst()
                .or(() -> compared.stream()
                        .flatMap(
                                each -> sets.stream().filter(known -> known.id().equals(each.dataSetId())))
                        .findFirst());
        model.addAttribute("page", page);
        model.addAttribute("view", view(candidates, compared, sets, set.orElse(null), page));
        return "workshop_compare";
    }

    private List<Candidate> candidates(Page page) {
        List<Candidate> candidates = new ArrayList<>();
        for (RegisteredModel each : models.all()) {
            UUID trainingId = each.trainingId();
            candidates.add(new Candidate(
                    each.id(),
                    each.name(),
                    each.model(),
                    trainingId == null ? null : trainings.find(trainingId).dataSetId()));
        }
        for (Training each : trainings.newest()) {
            if (each.state() == Training.State.DONE
                    && models.ofTraining(each.id()).isEmpty()) {
                candidates.add(new Candidate(
                        each.id().toString(),
                        page.t("workshop.training.named", each.number(), each.name()),
                        ModelDocument.read(Objects.requireNonNull(each.scorecard())),
                        each.dataSetId()));
            }
        }
        return candidates.stream().map(each -> each.distinct(candidates)).toList();
    }

    private CompareView view(
            List<Candidate> candidates,
            List<Candidate> compared,
            List<DataSet> sets,
            @Nullable DataSet set,
            Page page) {
        List<Wrong> wrongs = new ArrayList<>();
        boolean heldOut =
                set != null && compared.stream().anyMatch(each -> set.id().equals(each.dataSetId()));
        boolean ask = set == null || compared.size() < 2;
        Sample sample = set == null || ask ? null : Forms.tried(page, wrongs, () -> sample(set, heldOut));
        Map<String, double[]> pds = new LinkedHashMap<>();
        if (sample != null) {
            for (Candidate each : compared) {
                double[] pd = Forms.tried(page, wrongs, () -> each.model().pds(sample.table()));
                if (pd != null) {
                    pds.put(each.name(), pd);
                }
            }
        }
        Comparison comparison = sample == null || !wrongs.isEmpty() || pds.size() < 2
                ? null
                : Forms.tried(page, wrongs, () -> Comparison.of(pds, sample.bad(), sample.weights()));
        return new CompareViews(page)
                .of(
                        candidates.stream()
                                .map(each -> new CompareView.Choice(each.id(), each.name(), compared.contains(each)))
                                .toList(),
                        sets.stream()
                                .map(each ->
                                        new CompareView.Choice(each.id().toString(), each.name(), each.equals(set)))
                                .toList(),
                        set == null ? null : set.name(),
                        heldOut,
                        comparison,
                        wrongs);
    }

    private Sample sample(DataSet set, boolean heldOut) {
        Sample all = set.card().sample(data.table(set, set.card()));
        Sample used = heldOut ? Recipe.heldOut(all) : all;
        return Samples.hasBothClasses(used) ? used : all;
    }
}
