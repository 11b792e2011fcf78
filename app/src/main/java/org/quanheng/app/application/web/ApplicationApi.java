package org.quanheng.app.application.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.ResumeCodes;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.api.JsonBody;
import org.quanheng.app.application.Acceptance;
import org.quanheng.app.application.Application;
import org.quanheng.app.application.Applications;
import org.quanheng.app.application.Plan;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.product.AnswerCheck;
import org.quanheng.app.product.Product;
import org.quanheng.app.product.Products;
import org.quanheng.app.product.Question;
import org.quanheng.app.product.Step;
import org.quanheng.lending.annualcost.AnnualCost;
import org.quanheng.lending.annualcost.CostStatement;
import org.quanheng.lending.terms.Fee;
import org.quanheng.policy.Answer;
import org.quanheng.policy.Offer;
import org.quanheng.policy.risk.NotAsked;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Applications for programs: a whole application at once, its answer, and its acceptance. */
@RestController
class ApplicationApi {
    private final Products products;
    private final Applications applications;
    private final Acceptance acceptance;
    private final Applicants applicants;
    private final ResumeCodes codes;
    private final Pages pages;
    private final Clock clock;

    ApplicationApi(
            Products products,
            Applications applications,
            Acceptance acceptance,
            Applicants applicants,
            ResumeCodes codes,
            Pages pages,
            Clock clock) {
        this.products = products;
        this.applications = applications;
        this.acceptance = acceptance;
        this.applicants = applicants;
        this.codes = codes;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/api/products")
    @Operation(summary = "Every product in its newest version, with the questions that its journey asks")
    List<Product> products() {
        return products.all();
    }

    @PostMapping(path = "/api/applications", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Apply: a whole application at once is decided at once. Needs the header Idempotency-Key")
    ResponseEntity<Map<String, Object>> apply(
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key, HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = ActKeys.ofCall("api", key, body.text());
        String productId = body.text("product");
        JsonBody given = body.object("answers");
        Map<String, JsonNode> values = given.fields();
        Product product = products.newest(productId).orElse(null);
        if (product == null) {
            if (!productId.isEmpty()) {
                body.fault("product", "option", List.of(), productId);
            }
            body.finish();
            throw new IllegalStateException("a missing product is a fault of the body");
        }
        AnswerCheck check = check(product, applications.planFor(product), given, values);
        body.finish();
        Applications.Submitted submitted =
                applications.submitWhole(actKey, product, check.values(), Visits.of(request));
        UUID id = submitted.application().id();
        Map<String, Object> answer = answer(submitted);
        answer.put("resumeCode", codes.codeOf(id));
        return ResponseEntity.status(201)
                .header("Location", "/api/applications/" + id)
                .body(answer);
    }

    @PostMapping(path = "/api/applications/{id}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Answer the step that is worth asking next. Needs the header Idempotency-Key")
    Map<String, Object> answer(
            @PathVariable UUID id,
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = ActKeys.ofCall("answers:" + id, key, body.text());
        JsonBody given = body.object("answers");
        Application application = applications.ofCustomer(applicants.required(), id);
        Product product = applications.productOf(application);
        AnswerCheck check = check(product, applications.planOf(application), given, given.fields());
        body.finish();
        return answer(applications.answer(actKey, application, check.values(), Visits.of(request)));
    }

    /** Checks the answers given; a step of the plan that may be left out is answered whole or not at all. */
    private AnswerCheck check(Product product, Plan plan, JsonBody given, Map<String, JsonNode> values) {
        Map<String, String> typed = new LinkedHashMap<>();
        List<Question> readable = new ArrayList<>();
        for (Step step : product.steps()) {
            boolean leftOut = step.questions().stream().noneMatch(question -> values.containsKey(question.fact()));
            if (leftOut && (plan.isOptional(step) || !plan.isOpen(step))) {
                continue;
            }
            for (Question question : step.questions()) {
                JsonNode value = values.remove(question.fact());
                String text = value == null ? null : text(product, question, value, given);
                if (text != null) {
                    typed.put(question.fact(), text);
                }
                if (value == null || text != null) {
                    readable.add(question);
                }
            }
        }
        values.keySet().forEach(name -> given.fault(name, "unknown_field", List.of(), name));
        AnswerCheck check = AnswerCheck.of(readable, typed, today());
        check.faults().forEach(fault -> given.fault(fault.field(), fault.code(), fault.arguments(), fault.came()));
        return check;
    }

    /** The value as it would have been typed, or null after noting that it is of the wrong kind. */
    private static @Nullable String text(Product product, Question question, JsonNode value, JsonBody given) {
        String name = question.fact();
        if (question.kind() == Question.Kind.MONEY) {
            return money(product, name, value, given);
        }
        if (question.kind() == Question.Kind.CONSENT) {
            return value.isBoolean() ? (value.asBoolean() ? "yes" : "no") : wrongKind(given, name, "boolean", value);
        }
        boolean number = question.kind() == Question.Kind.WHOLE;
        if (number ? value.isIntegralNumber() : value.isString() || (question.numeric() && value.isIntegralNumber())) {
            return value.asString();
        }
        return wrongKind(given, name, number ? "integer" : "string", value);
    }

    private static @Nullable String money(Product product, String name, JsonNode value, JsonBody given) {
        if (!value.isObject()) {
            return wrongKind(given, name, "object {amount, currency}", value);
        }
        JsonNode amount = value.get("amount");
        JsonNode currency = value.get("currency");
        for (String field : value.propertyNames()) {
            if (!field.equals("amount") && !field.equals("currency")) {
                given.fault(name + "." + field, "unknown_field", List.of(), field);
            }
        }
        if (currency == null || !currency.isString() || !currency.asString().equals(product.currency())) {
            given.fault(
                    name + ".currency",
                    "currency",
                    List.of(product.currency()),
                    currency == null ? "" : currency.toString());
        }
        if (amount == null || !amount.isString()) {
            return wrongKind(given, name + ".amount", "string", amount);
        }
        try {
            return new BigDecimal(amount.asString()).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            // Not a number: the check of the answer says so with what came.
            return amount.asString();
        }
    }

    private static @Nullable String wrongKind(JsonBody given, String name, String expected, @Nullable JsonNode came) {
        given.fault(name, "type", List.of(expected), came == null ? "" : JsonBody.kindOf(came));
        return null;
    }

    @GetMapping("/api/applications/{id}")
    @Operation(summary = "An application and its answer. Authorization: Bearer <application id>.<resume code>")
    Map<String, Object> application(@PathVariable UUID id) {
        Application application = applications.ofCustomer(applicants.required(), id);
        return answer(applications.standing(application.id()));
    }

    @PostMapping(path = "/api/applications/{id}/acceptance", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Accept an offer: it becomes a loan. Needs the header Idempotency-Key")
    ResponseEntity<Map<String, Object>> accept(
            @PathVariable UUID id,
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = ActKeys.ofCall("acceptance:" + id, key, body.text());
        String offer = body.text("offer");
        body.finish();
        Application application = applications.ofCustomer(applicants.required(), id);
        UUID loan = acceptance.accept(actKey, application, offer, Visits.of(request));
        return ResponseEntity.status(201).body(Map.of("loan", loan));
    }

    private static Map<String, Object> standing(Application application) {
        Map<String, Object> standing = new LinkedHashMap<>();
        standing.put("id", application.id());
        standing.put("number", application.number());
        standing.put("state", application.state());
        if (application.loanId() != null) {
            standing.put("loan", application.loanId());
        }
        return standing;
    }

    /** The answer, or what is worth asking next. */
    private Map<String, Object> answer(Applications.Submitted submitted) {
        Application application = submitted.application();
        Map<String, Object> answer = standing(application);
        if (submitted.given() == null) {
            Step next = applications.standsAt(application);
            answer.put("next", Map.of("step", next.id(), "questions", next.questions()));
            return answer;
        }
        Answer given = submitted.given().answer();
        answer.put("pd", given.pd());
        answer.put(
                "notAsked",
                given.assessment().notAsked().stream().map(NotAsked::step).toList());
        answer.put("policyVersion", submitted.given().policyVersion());
        answer.put("receiptSha256", given.receipt().sha256());
        answer.put("offers", application.state() == Application.State.OFFERED ? offers(given, today()) : List.of());
        return answer;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(pages.zone()));
    }

    private static List<Map<String, Object>> offers(Answer answer, LocalDate today) {
        List<Map<String, Object>> offers = new ArrayList<>();
        for (Offer offer : answer.offers()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("offer", offer.id());
            line.put(
                    "amount",
                    Map.of(
                            "amount",
                            offer.amount().amount().toPlainString(),
                            "currency",
                            offer.amount().currencyCode()));
            line.put("months", offer.months());
            line.put("method", offer.method());
            line.put("annualRateNominal", offer.price().rate().perYear().toPlainString());
            CostStatement cost =
                    CostStatement.of(AnnualCost.Convention.CHINA, offer.terms().resolve(today), Fee.LENDER);
            line.put("annualCost", cost.annualCost().rate().toPlainString());
            line.put(
                    "costs",
                    cost.items().stream()
                            .map(item -> Map.of(
                                    "item",
                                    item.name(),
                                    "payee",
                                    item.payee(),
                                    "amount",
                                    item.amount().amount().toPlainString()))
                            .toList());
            line.put("annualRateOverdue", offer.lateRate().perYear().toPlainString());
            line.put("graceDays", offer.charges().penalty().graceDays());
            offers.add(line);
        }
        return offers;
    }
}
