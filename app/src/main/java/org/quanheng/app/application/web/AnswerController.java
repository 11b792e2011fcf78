package org.quanheng.app.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Pages;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.application.Acceptance;
import org.quanheng.app.application.Application;
import org.quanheng.app.application.Applications;
import org.quanheng.app.application.CaseWork;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The answer to an application, and what the applicant may do with it: accept an offer, or ask for a person. */
@Controller
class AnswerController {
    private static final int MOST_NOTE = 2_000;

    private final Applications applications;
    private final Acceptance acceptance;
    private final CaseWork cases;
    private final Applicants applicants;
    private final AnswerViews views;
    private final Pages pages;

    AnswerController(
            Applications applications,
            Acceptance acceptance,
            CaseWork cases,
            Applicants applicants,
            AnswerViews views,
            Pages pages) {
        this.applications = applications;
        this.acceptance = acceptance;
        this.cases = cases;
        this.applicants = applicants;
        this.views = views;
        this.pages = pages;
    }

    @GetMapping("/applications/{id}/answer")
    String answer(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String offer,
            HttpServletRequest request,
            Model model) {
        Application application = applications.ofCustomer(applicants.required(), id);
        if (application.state() == Application.State.DRAFT) {
            return "redirect:/applications/" + id;
        }
        return page(application, offer, List.of(), request, model);
    }

    @PostMapping("/applications/{id}/acceptance")
    String accept(
            @PathVariable UUID id, @RequestParam Map<String, String> form, HttpServletRequest request, Model model) {
        Application application = applications.ofCustomer(applicants.required(), id);
        String offer = form.getOrDefault("offer", "");
        if (offer.isEmpty()) {
            return page(application, null, List.of(FieldError.of("offer", "offer")), request, model);
        }
        if (!"yes".equals(form.get("read"))) {
            return page(application, offer, List.of(FieldError.of("read", "read")), request, model);
        }
        UUID loan = acceptance.accept(ActKeys.ofForm("acceptance:" + id, form), application, offer, Visits.of(request));
        return "redirect:/loans/" + loan;
    }

    @PostMapping("/applications/{id}/review-request")
    String askForPerson(@PathVariable UUID id, @RequestParam Map<String, String> form, HttpServletRequest request) {
        Application application = applications.ofCustomer(applicants.required(), id);
        String note = form.getOrDefault("note", "").strip();
        cases.askForPerson(
                ActKeys.ofForm("review:" + id, form),
                application,
                note.substring(0, Math.min(note.length(), MOST_NOTE)),
                Visits.of(request));
        return "redirect:/applications/" + id + "/answer";
    }

    private String page(
            Application application,
            @Nullable String offer,
            List<FieldError> errors,
            HttpServletRequest request,
            Model model) {
        Page page = pages.of(request);
        model.addAttribute("page", page);
        model.addAttribute("view", views.of(application, offer, errors, page));
        return "answer";
    }
}
