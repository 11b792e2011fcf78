package org.quanheng.app.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.ResumeCodes;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.application.Application;
import org.quanheng.app.application.Applications;
import org.quanheng.app.application.Plan;
import org.quanheng.app.application.Worth;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.customer.Customers;
import org.quanheng.app.decision.Policies;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Question;
import org.quanheng.app.product.Step;
import org.quanheng.lending.terms.RepaymentMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps of an application: one topic per page, saved at each step. */
@Controller
class StepController {
    private final Applications applications;
    private final Customers customers;
    private final Policies policies;
    private final Applicants applicants;
    private final ResumeCodes codes;
    private final Pages pages;
    private final Ids ids;

    StepController(
            Applications applications,
            Customers customers,
            Policies policies,
            Applicants applicants,
            ResumeCodes codes,
            Pages pages,
            Ids ids) {
        this.applications = applications;
        this.customers = customers;
        this.policies = policies;
        this.applicants = applicants;
        this.codes = codes;
        this.pages = pages;
        this.ids = ids;
    }

    @GetMapping("/applications")
    String newest() {
        return applications.ofCustomer(applicants.required()).stream()
                .findFirst()
                .map(application -> "redirect:/applications/" + application.id())
                .orElse("redirect:/");
    }

    @GetMapping("/applications/{id}")
    String whereItStands(@PathVariable UUID id) {
        Application application = applications.ofCustomer(applicants.required(), id);
        if (application.state() != Application.State.DRAFT) {
            return "redirect:/applications/" + id + "/answer";
        }
        return "redirect:" + href(application, applications.standsAt(application));
    }

    @GetMapping("/applications/{id}/steps/{step}")
    String show(@PathVariable UUID id, @PathVariable("step") String stepId, HttpServletRequest request, Model model) {
        Application application = applications.ofCustomer(applicants.required(), id);
        if (application.state() != Application.State.DRAFT) {
            return "redirect:/applications/" + id + "/answer";
        }
        Step step = step(application, stepId);
        Map<String, String> known = known(application);
        Page page = pages.of(request);
        model.addAttribute("page", page);
        model.addAttribute("view", view(application, step, known, known, List.of()));
        applications.shown(application, step, known, Visits.of(request));
        return "apply";
    }

    @PostMapping("/applications/{id}/steps/{step}")
    String save(
            @PathVariable UUID id,
            @PathVariable("step") String stepId,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Application application = applications.ofCustomer(applicants.required(), id);
        Step step = step(application, stepId);
        Map<String, String> typed = typed(step, form);
        List<Fault> faults = applications.save(
                ActKeys.ofForm("application:" + id, form), application, step, typed, Visits.of(request));
        if (faults.isEmpty()) {
            return "redirect:/applications/" + id;
        }
        Page page = pages.of(request);
        response.setStatus(ErrorCode.INPUT_FAULTY.status());
        model.addAttribute("page", page);
        model.addAttribute("view", view(application, step, known(application), typed, FieldErrors.of(faults, page)));
        return "apply";
    }

    private Step step(Application application, String stepId) {
        return applications
                .productOf(application)
                .step(stepId)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such step"));
    }

    /** A birth date comes in three fields and is one answer. */
    private static Map<String, String> typed(Step step, Map<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Question question : step.questions()) {
            String name = question.fact();
            typed.put(
                    name,
                    question.kind() == Question.Kind.BIRTH_DATE && !form.containsKey(name)
                            ? part(form, name, "year") + "-" + part(form, name, "month") + "-" + part(form, name, "day")
                            : form.getOrDefault(name, ""));
        }
        return typed;
    }

    private static String part(Map<String, String> form, String name, String part) {
        return form.getOrDefault(name + "-" + part, "").strip();
    }

    private Map<String, String> known(Application application) {
        Map<String, String> known = application.values();
        known.putAll(customers.personal(application.customerId()));
        return known;
    }

    private ApplyView view(
            Application application,
            Step step,
            Map<String, String> known,
            Map<String, String> shown,
            List<FieldError> errors) {
        Plan plan = applications.planOf(application);
        Product product = plan.product();
        Worth worth = plan.isOptional(step) && plan.isOpen(step) ? applications.worthOf(application) : null;
        return new ApplyView(
                application.id().toString(),
                Long.toString(application.number()),
                step.id(),
                step.questions().stream()
                        .map(question -> question(
                                product, question, shown.get(question.fact()), known.containsKey(question.fact())))
                        .toList(),
                errors,
                progress(plan, step, worth),
                plan.before(step).map(before -> href(application, before)).orElse(null),
                application.startedAt(),
                codes.codeOf(application.id()),
                answered(application, plan, step, known),
                estimate(application, product),
                plan.nothingAfter(step),
                worth == null ? null : asked(worth),
                ids.nextKey());
    }

    private static ApplyView.Progress progress(Plan plan, Step step, @Nullable Worth worth) {
        List<Step> left = plan.leftFrom(step);
        int perhaps = plan.optionalOpen().size() - (left.contains(step) && plan.isOptional(step) ? 1 : 0);
        int spared = worth == null ? 0 : worth.spared(plan.optionalOpen(), step);
        return new ApplyView.Progress(
                (int) plan.done().stream().filter(done -> !done.equals(step)).count(),
                left.size(),
                perhaps - spared,
                spared,
                left.stream().mapToInt(each -> each.questions().size()).sum() * StartController.SECONDS_PER_QUESTION);
    }

    private static ApplyView.Asked asked(Worth worth) {
        return new ApplyView.Asked(
                worth.why().name().toLowerCase(Locale.ROOT),
                worth.between().stream()
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static ApplyView.Question question(
            Product product, Question question, @Nullable String value, boolean known) {
        return new ApplyView.Question(
                question.fact(),
                ApplyView.Kind.valueOf(question.kind().name()),
                question.options(),
                value,
                question.kind() == Question.Kind.MONEY ? product.currency() : null,
                question.min(),
                question.max(),
                known);
    }

    private static List<ApplyView.Answered> answered(
            Application application, Plan plan, Step current, Map<String, String> known) {
        List<ApplyView.Answered> answered = new ArrayList<>();
        for (Step step : plan.done()) {
            for (Question question : step.questions()) {
                String value = known.get(question.fact());
                if (value != null && !step.equals(current) && !question.personal()) {
                    answered.add(
                            new ApplyView.Answered(new FactValue(question.fact(), value), href(application, step)));
                }
            }
        }
        return answered;
    }

    private ApplyView.@Nullable Estimate estimate(Application application, Product product) {
        Map<String, String> values = application.values();
        String amount = values.get(product.request().amount());
        String months = values.get(product.request().months());
        if (amount == null || months == null) {
            return null;
        }
        var quote = Quotes.of(
                product,
                policies.fees(),
                Long.parseLong(amount),
                Integer.parseInt(months),
                RepaymentMethod.EQUAL_INSTALMENT,
                true,
                java.time.LocalDate.ofInstant(application.startedAt(), pages.zone()));
        return new ApplyView.Estimate(product.currency(), quote.first(), quote.annualCost());
    }

    private static String href(Application application, Step step) {
        return "/applications/" + application.id() + "/steps/" + step.id();
    }
}
