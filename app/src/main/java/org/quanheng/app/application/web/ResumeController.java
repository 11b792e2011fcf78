package org.quanheng.app.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.quanheng.app.access.Attempts;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.ResumeCodes;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.application.Application;
import org.quanheng.app.application.Applications;
import org.quanheng.app.page.FieldError;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Going on with an application on another device, by its number or link and its code. */
@Controller
class ResumeController {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Applications applications;
    private final Applicants applicants;
    private final ResumeCodes codes;
    private final Attempts attempts;
    private final Pages pages;

    ResumeController(
            Applications applications, Applicants applicants, ResumeCodes codes, Attempts attempts, Pages pages) {
        this.applications = applications;
        this.applicants = applicants;
        this.codes = codes;
        this.attempts = attempts;
        this.pages = pages;
    }

    @GetMapping("/resume")
    String ask(
            @RequestParam(required = false, defaultValue = "") String application,
            @RequestParam(required = false, defaultValue = "") String code,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", new ResumeView(application, code, List.of()));
        return "resume";
    }

    @PostMapping("/resume")
    String resume(
            @RequestParam String application,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Application> found = find(application.strip());
        String target =
                "resume:" + found.map(Application::id).map(UUID::toString).orElse(application.strip());
        if (attempts.exhausted(target)) {
            throw new Refusal(
                    ErrorCode.TOO_MANY_ATTEMPTS,
                    "too many wrong codes for this application. Maybe try again in ten minutes.");
        }
        if (found.isEmpty() || !codes.fits(found.get().id(), code)) {
            attempts.failed(target);
            response.setStatus(ErrorCode.INPUT_FAULTY.status());
            model.addAttribute("page", pages.of(request));
            model.addAttribute("view", new ResumeView(application, "", List.of(FieldError.of("code", "resume"))));
            return "resume";
        }
        applicants.signIn(found.get().customerId(), request, response);
        applications.resumed(found.get(), Visits.of(request));
        return "redirect:/applications/" + found.get().id();
    }

    private Optional<Application> find(String typed) {
        if (NUMBER.matcher(typed).matches()) {
            return applications.byNumber(Long.parseLong(typed));
        }
        return ID.matcher(typed).matches() ? applications.find(UUID.fromString(typed)) : Optional.empty();
    }
}
