package org.quanheng.app.model.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.Role;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.model.Champions;
import org.quanheng.app.model.ModelUse;
import org.quanheng.app.model.Models;
import org.quanheng.app.model.Proposal;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.page.Formats;
import org.quanheng.app.page.Page;
import org.quanheng.scoring.validation.ValidationReport;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A registered model, and how it becomes the champion: an analyst proposes, the head of lending signs. */
@Controller
class ModelController {
    private static final int TEXT_MAX = 2_000;

    private final Models models;
    private final Champions champions;
    private final ModelUse use;
    private final Judging judging;
    private final PdfPrinter printer;
    private final Accounts accounts;
    private final Pages pages;
    private final Ids ids;

    ModelController(
            Models models,
            Champions champions,
            ModelUse use,
            Judging judging,
            PdfPrinter printer,
            Accounts accounts,
            Pages pages,
            Ids ids) {
        this.models = models;
        this.champions = champions;
        this.use = use;
        this.judging = judging;
        this.printer = printer;
        this.accounts = accounts;
        this.pages = pages;
        this.ids = ids;
    }

    @GetMapping("/models")
    String deciding() {
        return use.deciding().map(id -> "redirect:/models/" + id).orElse("redirect:/workshop");
    }

    @GetMapping("/models/{id}")
    String show(
            @PathVariable String id,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            Model model) {
        return fill(find(id), member, List.of(), request, model);
    }

    @PostMapping("/models/{id}/proposal")
    String propose(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RegisteredModel registered = find(id);
        List<Wrong> wrongs = new ArrayList<>();
        String reason = Forms.text(form, "reason", TEXT_MAX, pages.of(request), wrongs);
        if (!wrongs.isEmpty()) {
            response.setStatus(ErrorCode.INPUT_FAULTY.status());
            return fill(registered, member, wrongs, request, model);
        }
        champions.propose(Forms.key("propose:" + id, member, form), Forms.by(member), registered, reason);
        return "redirect:/models/" + id + "#standing";
    }

    @PostMapping("/models/{id}/verdict")
    String decide(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RegisteredModel registered = find(id);
        Page page = pages.of(request);
        List<Wrong> wrongs = new ArrayList<>();
        String note = Forms.text(form, "note", TEXT_MAX, page, wrongs);
        String verdict = form.getOrDefault("verdict", "");
        if (!verdict.equals("sign") && !verdict.equals("refuse")) {
            wrongs.add(new Wrong(page.t("workshop.field.verdict"), page.t("workshop.expected.verdict"), verdict, ""));
        }
        if (!wrongs.isEmpty()) {
            response.setStatus(ErrorCode.INPUT_FAULTY.status());
            return fill(registered, member, wrongs, request, model);
        }
        UUID proposal = proposalOf(form);
        champions.decide(
                Forms.key("verdict:" + id, member, form),
                Forms.by(member),
                proposal,
                verdict.equals("sign") ? Proposal.Verdict.SIGNED : Proposal.Verdict.REFUSED,
                note);
        return "redirect:/models/" + id + "#standing";
    }

    private static UUID proposalOf(Map<String, String> form) {
        try {
            return UUID.fromString(form.getOrDefault("proposal", ""));
        } catch (IllegalArgumentException none) {
            throw new Refusal(ErrorCode.NOT_FOUND, "no such proposal");
        }
    }

    private RegisteredModel find(String id) {
        return models.find(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such model"));
    }

    private String fill(
            RegisteredModel registered,
            StaffMember member,
            List<Wrong> wrongs,
            HttpServletRequest request,
            Model model) {
        Page page = pages.of(request);
        model.addAttribute("page", page);
        model.addAttribute("view", view(registered, member, wrongs, page));
        return "workshop_model";
    }

    private ModelPage view(RegisteredModel registered, StaffMember member, List<Wrong> wrongs, Page page) {
        String champion = champions.champion(registered.book()).orElse(null);
        List<Proposal> history = champions.history(registered.book());
        Optional<Proposal> open = champions.open(registered.book());
        List<Judging.Judged> judged = judging.of(registered);
        List<ValidationReport> shown =
                judged.isEmpty() ? List.of() : List.of(judged.getFirst().report());
        Formats formats = page.formats();
        List<TrainingView.Measure> measures = new ArrayList<>();
        judged.forEach(
                each -> measures.addAll(Measures.of(each.sample(), each.report().figures())));
        measures.addAll(Measures.of(registered.model().development()));
        measures.addAll(Measures.of("train", registered.figures()));
        boolean signs = member.role() == Role.HEAD_OF_LENDING;
        return new ModelPage(
                registered,
                WorkshopController.standing(registered.id(), champion == null ? "" : champion, history),
                use.deciding().filter(registered.id()::equals).isPresent(),
                champion,
                accounts.nameOf(registered.registeredBy()).orElse(registered.registeredBy()),
                measures,
                printer.isThere(),
                FilesController.names(registered),
                judged.isEmpty() ? null : judged.getFirst().sample(),
                shown.isEmpty() ? null : Plots.roc(shown, formats),
                shown.isEmpty() ? null : Plots.reliability(shown, formats),
                shown.isEmpty()
                        ? List.of()
                        : Plots.groups(shown.getFirst().figures().calibration()),
                CardViews.of(registered.model(), page, fact -> null),
                history.stream().map(each -> ProposalViews.of(each, accounts)).toList(),
                open.map(each -> ProposalViews.of(each, accounts)).orElse(null),
                Forms.builds(member)
                        && registered.scorecard().isPresent()
                        && open.isEmpty()
                        && !registered.id().equals(champion),
                signs
                        && open.filter(proposal -> !proposal.proposedBy().equals(Forms.by(member))
                                        && proposal.modelId().equals(registered.id()))
                                .isPresent(),
                ids.nextKey(),
                wrongs);
    }
}
