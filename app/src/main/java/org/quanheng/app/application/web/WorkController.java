package org.quanheng.app.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.quanheng.app.access.Exports;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.application.Application;
import org.quanheng.app.application.CaseWork;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.SheetFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list and the case: what the policy leaves to a person. */
@Controller
class WorkController {
    private static final Set<String> CHOICES = Set.of("approve", "propose", "decline");

    private final CaseWork cases;
    private final CaseViews views;
    private final Exports exports;
    private final Pages pages;

    WorkController(CaseWork cases, CaseViews views, Exports exports, Pages pages) {
        this.cases = cases;
        this.views = views;
        this.exports = exports;
        this.pages = pages;
    }

    @GetMapping("/work")
    String list(
            @RequestParam(required = false, defaultValue = "team") String scope,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", list(scope, member));
        return "work";
    }

    @GetMapping("/cases.{format}")
    void file(
            @PathVariable String format,
            @RequestParam(required = false, defaultValue = "team") String scope,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SheetFormat file = Exports.format(format);
        WorkListView view = list(scope, member);
        exports.record(member, "work:" + view.scope(), "cases", file);
        Exports.send(
                view.sheet(pages.of(request)),
                "cases-" + view.scope() + "-" + LocalDate.ofInstant(view.now(), pages.zone()),
                file,
                response);
    }

    private WorkListView list(String scope, StaffMember member) {
        return views.list(scope.equals("done") ? "done" : "team", cases.waiting(), cases.done(), member);
    }

    @GetMapping("/cases/{id}")
    String show(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            Model model) {
        Page page = pages.of(request);
        model.addAttribute("page", page);
        model.addAttribute("view", views.of(cases.find(id), member, "", List.of(), page));
        return "case";
    }

    @PostMapping("/cases/{id}/decision")
    String decide(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Application application = cases.find(id);
        String decision = form.getOrDefault("decision", "");
        String[] posted = request.getParameterValues("reason");
        List<String> reasons = posted == null
                ? List.of()
                : Arrays.stream(posted).distinct().limit(4).toList();
        String note = form.getOrDefault("note", "").strip();
        List<FieldError> errors = faults(decision, reasons, note);
        if (!errors.isEmpty()) {
            Page page = pages.of(request);
            response.setStatus(ErrorCode.INPUT_FAULTY.status());
            model.addAttribute("page", page);
            model.addAttribute("view", views.of(application, member, note, errors, page));
            return "case";
        }
        CaseWork.Choice choice = CaseWork.Choice.valueOf(decision.toUpperCase(Locale.ROOT));
        cases.decide(
                ActKeys.ofForm("case:" + id + ":" + member.id(), form),
                application,
                member,
                new CaseWork.Verdict(choice, choice == CaseWork.Choice.DECLINE ? reasons : List.of(), note),
                Visits.of(request));
        return "redirect:/cases/" + id;
    }

    private static List<FieldError> faults(String decision, List<String> reasons, String note) {
        List<FieldError> errors = new ArrayList<>();
        if (!CHOICES.contains(decision)) {
            errors.add(FieldError.of("decision", "decision"));
        }
        if (decision.equals("decline") && reasons.isEmpty()) {
            errors.add(FieldError.of("reason", "reason"));
        }
        if (note.isEmpty() || note.length() > 2_000) {
            errors.add(FieldError.of("note", "note"));
        }
        return errors;
    }
}
