package org.quanheng.app.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Exports;
import org.quanheng.app.access.Pages;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.api.Typed;
import org.quanheng.app.application.Application;
import org.quanheng.app.application.Applications;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.decision.PlanExpectations;
import org.quanheng.app.decision.Policies;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.SheetFormat;
import org.quanheng.app.product.AnswerCheck;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Products;
import org.quanheng.app.product.Question;
import org.quanheng.lending.Money;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.ResolvedTerms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: what it is for, how much, how long, and what that costs; no sign-up to look. */
@Controller
class StartController {
    static final String AMOUNT = "amount";
    private static final String MONTHS = "months";
    private static final String PURPOSE = "purpose";
    private static final String METHOD = "method";
    private static final String COMPARE = "compare";
    private static final String MONTHLY = "monthly";
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

    /** What the calculator can show; those that the policy does not offer are there to compare with, and say so. */
    private static final List<RepaymentMethod> METHODS = List.of(
            RepaymentMethod.EQUAL_INSTALMENT,
            RepaymentMethod.EQUAL_PRINCIPAL,
            RepaymentMethod.INTEREST_ONLY_THEN_BULLET,
            RepaymentMethod.BULLET);

    private static final int MONTHS_AT_FIRST = 24;
    private static final int AMOUNT_AT_FIRST_OF_MAX = 5;

    /** Seconds that one answer takes a person who has the facts at hand: an assumption until the journey log says better. */
    static final int SECONDS_PER_QUESTION = 7;

    private final Products products;
    private final Policies policies;
    private final PlanExpectations expectations;
    private final Applications applications;
    private final Applicants applicants;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    StartController(
            Products products,
            Policies policies,
            PlanExpectations expectations,
            Applications applications,
            Applicants applicants,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.products = products;
        this.policies = policies;
        this.expectations = expectations;
        this.applications = applications;
        this.applicants = applicants;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/")
    String start(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        Product product = product();
        Page page = pages.of(request);
        model.addAttribute("page", page);
        model.addAttribute("view", view(product, typed, List.of(), page));
        return "start";
    }

    @GetMapping("/payment")
    String payment(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        Page page = pages.of(request);
        model.addAttribute("page", page);
        model.addAttribute("view", payment(product(), typed, page));
        return "payment";
    }

    /** The schedule of the terms chosen, as if the loan was paid out today. */
    @GetMapping("/payment/schedule.{format}")
    void schedule(
            @PathVariable String format,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SheetFormat file = Exports.format(format);
        Product product = product();
        AnswerCheck check = terms(product, typed);
        if (!check.faults().isEmpty()) {
            throw Refusal.of(check.faults());
        }
        ResolvedTerms terms = Quotes.loan(
                product,
                policies.fees(),
                Money.of(product.currency(), Long.toString(amount(product, check))),
                months(product, check),
                method(typed.get(METHOD)).orElse(METHODS.getFirst()),
                today());
        Exports.send(Quotes.sheet(Schedule.of(terms), pages.of(request)), "schedule-" + today(), file, response);
    }

    @PostMapping("/applications")
    Object begin(
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Product product = product();
        AnswerCheck check = check(product, form);
        if (!check.faults().isEmpty()) {
            Page page = pages.of(request);
            response.setStatus(ErrorCode.INPUT_FAULTY.status());
            model.addAttribute("page", page);
            model.addAttribute("view", view(product, form, startErrors(product, check.faults(), page), page));
            return "start";
        }
        UUID id = applications.begin(
                ActKeys.ofForm("begin", form), applicants.current(), product, check.values(), Visits.of(request));
        Application application =
                applications.find(id).orElseThrow(() -> new IllegalStateException("the application was not stored"));
        applicants.signIn(application.customerId(), request, response);
        return "redirect:/applications/" + id;
    }

    private Product product() {
        return products.all().stream()
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(ErrorCode.NOT_FOUND, "nothing is on offer yet. Maybe publish a product first."));
    }

    private StartView view(Product product, Map<String, String> typed, List<FieldError> errors, Page page) {
        Map<String, String> shown = new LinkedHashMap<>(typed);
        shown.putIfAbsent(AMOUNT, Integer.toString(product.amount().max() / AMOUNT_AT_FIRST_OF_MAX));
        shown.putIfAbsent(MONTHS, Integer.toString(MONTHS_AT_FIRST));
        ExpectedQuestions questions = ExpectedQuestions.of(product, expectations.stepsAsked());
        return new StartView(
                product.currency(),
                product.question(product.request().purpose()).options(),
                shown.get(PURPOSE),
                number(shown.get(AMOUNT), product.amount()),
                BigDecimal.valueOf(product.amount().min()),
                BigDecimal.valueOf(product.amount().max()),
                BigDecimal.valueOf(product.amount().step()),
                number(shown.get(MONTHS), product.months()).intValueExact(),
                product.months().min(),
                product.months().max(),
                product.months().step(),
                METHODS.stream().map(StartController::code).toList(),
                code(method(shown.get(METHOD)).orElse(METHODS.getFirst())),
                method(shown.get(COMPARE)).map(StartController::code).orElse(""),
                typed.getOrDefault(MONTHLY, ""),
                shareMax().orElse(null),
                payment(product, shown, page),
                questions.from(),
                questions.to(),
                Math.ceilDiv(questions.to() * SECONDS_PER_QUESTION, 60),
                errors,
                ids.nextKey());
    }

    private static BigDecimal number(@Nullable String typed, Product.Range range) {
        // A slider must stand somewhere even when what was typed is no number; the fault is named beside it.
        String number = typed == null ? "" : Typed.number(typed);
        return number.matches("\\d{1,9}")
                ? BigDecimal.valueOf(Math.clamp(Long.parseLong(number), range.min(), range.max()))
                : BigDecimal.valueOf(range.min());
    }

    private PaymentView payment(Product product, Map<String, String> typed, Page page) {
        AnswerCheck check = terms(product, typed);
        if (!check.faults().isEmpty()) {
            return new PaymentView(List.of(), startErrors(product, check.faults(), page), null);
        }
        long amount = amount(product, check);
        int months = months(product, check);
        Set<RepaymentMethod> offered = offered();
        List<Fee> fees = policies.fees();
        RepaymentMethod chosen = method(typed.get(METHOD)).orElse(METHODS.getFirst());
        Set<RepaymentMethod> shown = new LinkedHashSet<>(List.of(chosen));
        method(typed.get(COMPARE)).ifPresent(shown::add);
        String monthly = Typed.number(typed.getOrDefault(MONTHLY, ""));
        Money payment = payment(product, monthly);
        return new PaymentView(
                shown.stream()
                        .map(method ->
                                Quotes.of(product, fees, amount, months, method, offered.contains(method), today()))
                        .toList(),
                payment == null && !monthly.isEmpty()
                        ? List.of(FieldError.of(MONTHLY, "money", page.t("reach.label")))
                        : List.of(),
                payment == null ? null : new Reaching(product, fees, months, chosen, payment, today()).of(kept(typed)));
    }

    /** What somebody can pay a month; null if nothing, or no amount above zero, was typed. */
    private static @Nullable Money payment(Product product, String monthly) {
        Money payment = DECIMAL.matcher(monthly).matches() ? Money.of(product.currency(), monthly) : null;
        return payment != null && payment.isPositive() ? payment : null;
    }

    /** What was typed on the page and is not empty, without what else an address may hold. */
    private static Map<String, String> kept(Map<String, String> typed) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : List.of(PURPOSE, MONTHS, METHOD, COMPARE, MONTHLY)) {
            String value = typed.getOrDefault(name, "");
            if (!value.isEmpty()) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    /** The largest share of income that the policy lets a payment take. */
    private Optional<BigDecimal> shareMax() {
        return policies.live()
                .map(policy -> policy.document().limits().debtService().shareMax());
    }

    private AnswerCheck terms(Product product, Map<String, String> typed) {
        List<Question> asked = List.of(
                product.question(product.request().amount()),
                product.question(product.request().months()));
        return AnswerCheck.of(asked, asFacts(product, typed), today());
    }

    private static long amount(Product product, AnswerCheck check) {
        return Long.parseLong(
                String.valueOf(check.values().get(product.request().amount())));
    }

    private static int months(Product product, AnswerCheck check) {
        return Integer.parseInt(
                String.valueOf(check.values().get(product.request().months())));
    }

    /** The ways to pay back in which the policy makes offers. */
    private Set<RepaymentMethod> offered() {
        return policies.live()
                .map(policy -> policy.document().offers().stream()
                        .map(rule -> rule.method())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** The way that was chosen; nothing, or a word that is none of them, chooses none. */
    private static Optional<RepaymentMethod> method(@Nullable String typed) {
        return METHODS.stream().filter(method -> code(method).equals(typed)).findFirst();
    }

    private static String code(RepaymentMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private AnswerCheck check(Product product, Map<String, String> form) {
        Product.RequestFacts request = product.request();
        return AnswerCheck.of(
                List.of(
                        product.question(request.purpose()),
                        product.question(request.amount()),
                        product.question(request.months())),
                asFacts(product, form),
                today());
    }

    private static Map<String, String> asFacts(Product product, Map<String, String> typed) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(product.request().amount(), typed.getOrDefault(AMOUNT, ""));
        facts.put(product.request().months(), typed.getOrDefault(MONTHS, ""));
        facts.put(product.request().purpose(), typed.getOrDefault(PURPOSE, ""));
        return facts;
    }

    private static List<FieldError> startErrors(Product product, List<Fault> faults, Page page) {
        Map<String, String> fields = Map.of(
                product.request().amount(), AMOUNT,
                product.request().months(), MONTHS,
                product.request().purpose(), PURPOSE);
        return FieldErrors.of(faults, page).stream()
                .map(error -> new FieldError(
                        fields.getOrDefault(error.field(), error.field()), error.code(), error.arguments()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(pages.zone()));
    }
}
