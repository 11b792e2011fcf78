package org.quanheng.app.model.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.model.Champions;
import org.quanheng.app.model.ModelDocument;
import org.quanheng.app.model.ModelUse;
import org.quanheng.app.model.Models;
import org.quanheng.app.model.Proposal;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.model.workshop.DataSet;
import org.quanheng.app.model.workshop.DataSets;
import org.quanheng.app.model.workshop.Training;
import org.quanheng.app.model.workshop.Trainings;
import org.quanheng.scoring.validation.Auc;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of the workshop. */
@Controller
class WorkshopController {
    private final DataSets data;
    private final Trainings trainings;
    private final Models models;
    private final Champions champions;
    private final ModelUse use;
    private final Accounts accounts;
    private final Pages pages;

    WorkshopController(
            DataSets data,
            Trainings trainings,
            Models models,
            Champions champions,
            ModelUse use,
            Accounts accounts,
            Pages pages) {
        this.data = data;
        this.trainings = trainings;
        this.models = models;
        this.champions = champions;
        this.use = use;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/workshop")
    String home(@AuthenticationPrincipal StaffMember member, HttpServletRequest request, Model model) {
        List<DataSet> sets = data.newest();
        Map<UUID, String> names = sets.stream().collect(Collectors.toMap(DataSet::id, DataSet::name));
        model.addAttribute("page", pages.of(request));
        model.addAttribute(
                "view",
                new WorkshopView(
                        Forms.builds(member),
                        books(),
                        trainings.newest().stream()
                                .map(training -> run(training, names.getOrDefault(training.dataSetId(), "–")))
                                .toList(),
                        sets.stream().map(this::row).toList()));
        return "workshop";
    }

    private List<WorkshopView.Book> books() {
        String deciding = use.deciding().orElse("");
        Map<String, List<RegisteredModel>> byBook = models.all().stream()
                .collect(Collectors.groupingBy(RegisteredModel::book, LinkedHashMap::new, Collectors.toList()));
        List<WorkshopView.Book> books = new ArrayList<>();
        byBook.forEach((book, entries) -> {
            String champion = champions.champion(book).orElse("");
            List<Proposal> history = champions.history(book);
            books.add(new WorkshopView.Book(
                    book,
                    entries.stream()
                            .map(entry -> entry(entry, champion, deciding, history))
                            .toList()));
        });
        return books;
    }

    private WorkshopView.Entry entry(
            RegisteredModel registered, String champion, String deciding, List<Proposal> history) {
        Auc auc = registered.model().development().auc();
        return new WorkshopView.Entry(
                registered.id(),
                registered.name(),
                standing(registered.id(), champion, history),
                registered.id().equals(deciding),
                history.stream()
                        .anyMatch(proposal ->
                                proposal.verdict() == null && proposal.modelId().equals(registered.id())),
                auc.value(),
                auc.low(),
                auc.high(),
                registered.model().development().rows(),
                accounts.nameOf(registered.registeredBy()).orElse(registered.registeredBy()),
                registered.registeredAt());
    }

    /** {@code champion}, {@code former}, or {@code challenger} for one that never was. */
    static String standing(String id, String champion, List<Proposal> history) {
        if (id.equals(champion)) {
            return "champion";
        }
        boolean once = history.stream()
                .anyMatch(proposal -> proposal.verdict() == Proposal.Verdict.SIGNED
                        && proposal.modelId().equals(id));
        return once ? "former" : "challenger";
    }

    private WorkshopView.Run run(Training training, String dataName) {
        double auc = Optional.ofNullable(training.scorecard())
                .map(document -> ModelDocument.development(document).auc().value())
                .orElse(Double.NaN);
        return new WorkshopView.Run(
                training.id().toString(),
                training.number(),
                training.name(),
                dataName,
                training.recipe().method().name().toLowerCase(java.util.Locale.ROOT),
                training.state().name().toLowerCase(java.util.Locale.ROOT),
                training.share(),
                auc,
                models.ofTraining(training.id()).orElse(null),
                training.askedAt());
    }

    private WorkshopView.Data row(DataSet set) {
        return new WorkshopView.Data(
                set.id().toString(),
                set.name(),
                set.rows(),
                set.columns(),
                set.card().target(),
                accounts.nameOf(set.importedBy()).orElse(set.importedBy()),
                set.importedAt());
    }
}
