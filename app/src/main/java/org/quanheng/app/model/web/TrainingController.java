package org.quanheng.app.model.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.Exports;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.Acts;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.model.AboutModel;
import org.quanheng.app.model.ModelDocument;
import org.quanheng.app.model.Models;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.model.workshop.BinsByHand;
import org.quanheng.app.model.workshop.DataSet;
import org.quanheng.app.model.workshop.DataSets;
import org.quanheng.app.model.workshop.HandBins;
import org.quanheng.app.model.workshop.Recipe;
import org.quanheng.app.model.workshop.Training;
import org.quanheng.app.model.workshop.Trainings;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.SheetFormat;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.validation.Cases;
import org.quanheng.scoring.validation.Figures;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A training: its course, its result, and its way into the registry. */
@Controller
class TrainingController {
    private static final int TEXT_MAX = 2_000;
    private static final int NAME_MAX = 80;

    private final DataSets data;
    private final Trainings trainings;
    private final BinsByHand byHand;
    private final Models models;
    private final Acts acts;
    private final Accounts accounts;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    TrainingController(
            DataSets data,
            Trainings trainings,
            BinsByHand byHand,
            Models models,
            Acts acts,
            Accounts accounts,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.data = data;
        this.trainings = trainings;
        this.byHand = byHand;
        this.models = models;
        this.acts = acts;
        this.accounts = accounts;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/workshop/training/{id}")
    String show(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            Model model) {
        return fill("workshop_training", trainings.find(id), member, List.of(), Map.of(), request, model);
    }

    /** The part of the page that renews itself; when the training has ended it asks the browser for the whole page. */
    @GetMapping("/workshop/training/{id}/progress")
    String progress(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Training training = trainings.find(id);
        if (training.state().ended()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", view(training, member, null, List.of(), pages.of(request)));
        return "workshop_progress";
    }

    @PostMapping("/workshop/training/{id}/cancel")
    String cancel(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member) {
        trainings.cancel(Forms.key("cancel:" + id, member, form), Forms.by(member), id);
        return "redirect:/workshop/training/" + id;
    }

    /** Trains once more with the same recipe and the bins that were set by hand since. */
    @PostMapping("/workshop/training/{id}/again")
    String again(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member) {
        Training training = trainings.find(id);
        Recipe before = training.recipe();
        Map<String, HandBins> bins = new java.util.TreeMap<>(before.byHand());
        bins.putAll(byHand.of(id));
        UUID next = trainings.ask(
                Forms.key("again:" + id, member, form),
                Forms.by(member),
                training.dataSetId(),
                training.name(),
                new Recipe(before.card(), before.method(), bins));
        return "redirect:/workshop/training/" + next;
    }

    @GetMapping("/workshop/training/{id}/scorecard.{format}")
    void scorecard(
            @PathVariable UUID id,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SheetFormat file = Exports.format(format);
        Training training = trainings.done(id);
        if (!(ModelDocument.read(Objects.requireNonNull(training.scorecard())) instanceof Scorecard card)) {
            throw new Refusal(ErrorCode.NOT_FOUND, "boosted trees have no table of points");
        }
        Exports.send(ScorecardSheet.of(card, pages.of(request)), "training-" + training.number(), file, response);
    }

    /** Registers the model as a challenger. */
    @PostMapping("/workshop/training/{id}/model")
    String register(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Training training = trainings.done(id);
        Page page = pages.of(request);
        List<Wrong> wrongs = new ArrayList<>();
        Models.Entry entry = entry(training, form, page, wrongs);
        if (!wrongs.isEmpty()) {
            response.setStatus(ErrorCode.INPUT_FAULTY.status());
            return fill("workshop_training", training, member, wrongs, form, request, model);
        }
        acts.once(Forms.key("model:" + id, member, form), id, () -> {
            PdModel trained = ModelDocument.read(Objects.requireNonNull(training.scorecard()));
            models.register(Forms.by(member), entry, trained, Recipe.development(sample(training)));
        });
        return "redirect:/models/" + entry.id();
    }

    private static Models.Entry entry(Training training, Map<String, String> form, Page page, List<Wrong> wrongs) {
        String name = Forms.text(form, "name", NAME_MAX, page, wrongs);
        String book = Forms.text(form, "book", NAME_MAX, page, wrongs);
        AboutModel about = new AboutModel(
                Forms.text(form, "purpose", TEXT_MAX, page, wrongs),
                Forms.text(form, "limits", TEXT_MAX, page, wrongs)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                Forms.text(form, "source", TEXT_MAX, page, wrongs),
                day(form, "from", page, wrongs),
                day(form, "to", page, wrongs),
                Forms.text(form, "bad_means", TEXT_MAX, page, wrongs));
        if (about.to().isBefore(about.from())) {
            wrongs.add(new Wrong(
                    page.t("workshop.field.to"),
                    page.t("workshop.expected.to"),
                    about.to().toString(),
                    ""));
        }
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String id = (slug.isEmpty() ? "model" : slug) + "-" + training.number();
        return new Models.Entry(id, name, book, training.id(), about);
    }

    private static LocalDate day(Map<String, String> form, String field, Page page, List<Wrong> wrongs) {
        String text = form.getOrDefault(field, "").strip();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            wrongs.add(new Wrong(
                    page.t("workshop.field." + field),
                    page.t("workshop.expected.day"),
                    text.isEmpty() ? page.t("workshop.came.nothing") : text,
                    ""));
            return LocalDate.EPOCH;
        }
    }

    private Sample sample(Training training) {
        DataSet set = data.find(training.dataSetId());
        return training.recipe().card().sample(data.table(set, training.recipe().card()));
    }

    private String fill(
            String template,
            Training training,
            StaffMember member,
            List<Wrong> wrongs,
            Map<String, String> typed,
            HttpServletRequest request,
            Model model) {
        Page page = pages.of(request);
        TrainingView.@Nullable Result result =
                training.state() == Training.State.DONE ? result(training, typed, page) : null;
        model.addAttribute("page", page);
        model.addAttribute("view", view(training, member, result, wrongs, page));
        return template;
    }

    private TrainingView view(
            Training training,
            StaffMember member,
            TrainingView.@Nullable Result result,
            List<Wrong> wrongs,
            Page page) {
        return new TrainingView(
                training,
                data.find(training.dataSetId()).name(),
                accounts.nameOf(training.askedBy()).orElse(training.askedBy()),
                training.left(clock.instant()).orElse(null),
                Forms.builds(member),
                ids.nextKey(),
                ids.nextKey(),
                result,
                FaultWords.of(training.faults(), page),
                wrongs);
    }

    private TrainingView.Result result(Training training, Map<String, String> typed, Page page) {
        PdModel model = ModelDocument.read(Objects.requireNonNull(training.scorecard()));
        Sample all = sample(training);
        Sample heldOut = Recipe.heldOut(all);
        List<TrainingView.Measure> measures = new ArrayList<>(Measures.of(model.development()));
        measures.addAll(Measures.of("held_out", Figures.of(Cases.of(model.pds(heldOut.table()), heldOut))));
        List<String> facts = all.features();
        String root = "/workshop/training/" + training.id() + "/bins/";
        return new TrainingView.Result(
                models.ofTraining(training.id()).orElse(null),
                measures,
                CardViews.of(model, page, fact -> facts.contains(fact) ? root + facts.indexOf(fact) : null),
                byHand.of(training.id()).keySet().stream()
                        .map(page::factOrColumn)
                        .toList(),
                typed,
                models.all().stream().map(RegisteredModel::book).distinct().toList());
    }
}
