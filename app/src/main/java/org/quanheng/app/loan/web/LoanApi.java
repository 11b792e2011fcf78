package org.quanheng.app.loan.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Applicant;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.JsonBody;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.loan.BrokenLoanException;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanChange;
import org.quanheng.app.loan.Loans;
import org.quanheng.app.loan.Payment;
import org.quanheng.app.loan.Refund;
import org.quanheng.app.loan.Servicing;
import org.quanheng.app.loan.Statement;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Effect;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanEvent;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Loans for programs: how they stand, what an event would do, and payments that came in. */
@RestController
class LoanApi {
    private static final String PAYMENT = "payment";
    private static final String REFUND = "refund";
    private static final String REVERSAL = "reversal";
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private final Loans loans;
    private final Servicing servicing;
    private final Statement statement;
    private final BrokenLoans brokenLoans;

    LoanApi(Loans loans, Servicing servicing, Statement statement, BrokenLoans brokenLoans) {
        this.loans = loans;
        this.servicing = servicing;
        this.statement = statement;
        this.brokenLoans = brokenLoans;
    }

    @GetMapping("/api/loans/{id}")
    @Operation(summary = "A loan and how it stands today. A borrower sees their own, the staff all")
    Map<String, Object> loan(@PathVariable UUID id, Authentication who) {
        Loan loan = visible(id, who);
        Map<String, Object> answer = LoanJson.contract(loan);
        answer.put("standing", LoanJson.standing(loan.account(), servicing.today()));
        return answer;
    }

    @GetMapping("/api/loans/{id}/schedule")
    @Operation(summary = "What was and what is to be paid, as it stands today")
    Map<String, Object> schedule(@PathVariable UUID id, Authentication who) {
        Loan loan = visible(id, who);
        return plan(loan.account(), servicing.today());
    }

    @GetMapping("/api/loans/{id}/statement")
    @Operation(summary = "Every double entry in the order in which it was booked, and what was owed after it")
    Map<String, Object> statement(@PathVariable UUID id, Authentication who) {
        Loan loan = visible(id, who);
        LocalDate today = servicing.today();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("asOf", today);
        answer.put(
                "lines", statement.of(loan, today).stream().map(LoanJson::line).toList());
        return answer;
    }

    @PostMapping(path = "/api/loans/{id}/previews", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "What a payment (amount, on, excess), a refund (amount, on), an extension (months), a holiday (instalments) or a restructuring (amount, what can be paid a month; or instalments, ratePercent), or to the staff a write_off or a reversal (event), would do; nothing is changed")
    Map<String, Object> preview(@PathVariable UUID id, Authentication who, HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        Loan loan = visible(id, who);
        String kind = body.text("kind");
        boolean staff = !(who instanceof Applicant);
        LoanEvent event = switch (kind) {
            case PAYMENT -> payment(body, loan);
            case REFUND -> refund(body, loan);
            default -> staff && kind.equals(REVERSAL) ? reversal(body, loan) : change(body, loan, kind, staff);
        };
        body.finish();
        if (event == null) {
            throw new IllegalStateException("a missing event is a fault of the body");
        }
        Effect effect = servicing.preview(loan, event);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", loan.version());
        answer.put("before", plan(effect.before(), event.date()));
        answer.put("after", plan(effect.after(), event.date()));
        answer.put("standingBefore", LoanJson.standing(effect.before(), event.date()));
        answer.put("standingAfter", LoanJson.standing(effect.after(), event.date()));
        answer.put("entries", effect.entries().stream().map(LoanJson::entry).toList());
        return answer;
    }

    /** A payment that might come: today or on a day to come. */
    private @Nullable LoanEvent payment(JsonBody body, Loan loan) {
        Map<String, String> typed = LoanBodies.amountAndDay(body, loan);
        typed.put(PaymentInput.EXCESS, excess(body, loan));
        LoanInputs inputs = new LoanInputs(typed);
        LocalDate on = inputs.day(loan.contract().disbursedOn(), LAST_DAY);
        Excess excess = PaymentInput.excess(inputs, loan, servicing.today());
        Money amount = PaymentInput.amount(inputs, loan, on, servicing.today(), excess);
        LoanBodies.note(body, inputs);
        return on == null || amount == null || !inputs.faults().isEmpty()
                ? null
                : Payment.event(loan.account(), on, amount, PaymentInput.early(loan, excess));
    }

    /** Where the excess goes; a loan that is written off has none. */
    private String excess(JsonBody body, Loan loan) {
        return loan.account().isWrittenOff(servicing.today())
                ? body.optionalText(PaymentInput.EXCESS).orElse("")
                : body.text(PaymentInput.EXCESS);
    }

    private @Nullable LoanEvent refund(JsonBody body, Loan loan) {
        LoanInputs inputs = new LoanInputs(LoanBodies.amountAndDay(body, loan));
        LocalDate on = inputs.day(loan.contract().disbursedOn(), LAST_DAY);
        Money amount = inputs.refundable(loan, on, servicing.today());
        LoanBodies.note(body, inputs);
        return on == null || amount == null ? null : new LoanEvent.Refunded(loan.nextEventId(), on, amount);
    }

    private LoanEvent reversal(JsonBody body, Loan loan) {
        long event = body.whole("event");
        body.finish();
        return servicing.undoing(loan, Math.clamp(event, 0, Integer.MAX_VALUE));
    }

    /** A change of the plan, none of which needs money. */
    private @Nullable LoanEvent change(JsonBody body, Loan loan, String named, boolean staff) {
        for (LoanChange.Kind kind : LoanChange.Kind.values()) {
            String code = LoanInputs.code(kind);
            if (previews(staff).contains(code) && code.equals(named)) {
                boolean terms = kind == LoanChange.Kind.RESTRUCTURING && body.has(LoanChangeInput.INSTALMENTS);
                LoanInputs inputs =
                        new LoanInputs(terms ? LoanBodies.terms(body) : LoanBodies.change(body, loan, kind));
                LoanEvent event = terms
                        ? LoanChangeInput.plan(inputs, loan, servicing.today())
                        : LoanChangeInput.ways(kind, inputs, loan, servicing.today())
                                .get(code);
                LoanBodies.note(body, inputs);
                return event;
            }
        }
        if (!named.isEmpty()) {
            body.fault("kind", "option", previews(staff), named);
        }
        return null;
    }

    /** What can be previewed. */
    private static List<String> previews(boolean staff) {
        List<String> kinds = new ArrayList<>(List.of(PAYMENT, REFUND));
        for (LoanChange.Kind kind : LoanChange.Kind.values()) {
            if (kind.takesTwo() && (staff || kind.isOfBorrower())) {
                kinds.add(LoanInputs.code(kind));
            }
        }
        if (staff) {
            kinds.add(REVERSAL);
        }
        return kinds;
    }

    @PostMapping(path = "/api/loans/{id}/repayments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Record a payment that came in, on a loan that is written off a recovery, which has no excess. An officer; needs the header Idempotency-Key")
    ResponseEntity<Map<String, Object>> record(
            @PathVariable UUID id,
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal StaffMember officer,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = ActKeys.ofCall("record:" + id + ":" + officer.id(), key, body.text());
        Loan loan = found(id);
        int version = LoanBodies.version(body);
        Map<String, String> typed = LoanBodies.amountAndDay(body, loan);
        typed.put(LoanInputs.REFERENCE, body.text(LoanInputs.REFERENCE));
        typed.put(PaymentInput.EXCESS, excess(body, loan));
        LoanInputs inputs = new LoanInputs(typed);
        Payment payment = PaymentInput.read(inputs, loan, servicing.today());
        LoanBodies.note(body, inputs);
        body.finish();
        if (payment == null) {
            throw new IllegalStateException("a missing payment is a fault of the body");
        }
        servicing.record(actKey, id, version, payment, officer);
        return created(id);
    }

    @PostMapping(path = "/api/loans/{id}/refunds", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Record that money held for the borrower went back to them. An officer; needs the header Idempotency-Key")
    ResponseEntity<Map<String, Object>> refund(
            @PathVariable UUID id,
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal StaffMember officer,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = ActKeys.ofCall("refund:" + id + ":" + officer.id(), key, body.text());
        Loan loan = found(id);
        int version = LoanBodies.version(body);
        Map<String, String> typed = LoanBodies.amountAndDay(body, loan);
        typed.put(LoanInputs.REFERENCE, body.text(LoanInputs.REFERENCE));
        LoanInputs inputs = new LoanInputs(typed);
        Refund refund = RefundInput.read(inputs, loan, servicing.today());
        LoanBodies.note(body, inputs);
        body.finish();
        if (refund == null) {
            throw new IllegalStateException("a missing refund is a fault of the body");
        }
        servicing.refund(actKey, id, version, refund, officer);
        return created(id);
    }

    @PostMapping(path = "/api/loans/{id}/reversals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Undo a recorded event. The head of lending; needs the header Idempotency-Key")
    ResponseEntity<Map<String, Object>> reverse(
            @PathVariable UUID id,
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal StaffMember head,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = ActKeys.ofCall("reverse:" + id + ":" + head.id(), key, body.text());
        found(id);
        int version = LoanBodies.version(body);
        long event = body.whole("event");
        body.finish();
        servicing.reverse(actKey, id, version, Math.clamp(event, 0, Integer.MAX_VALUE), head);
        return created(id);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> broken(BrokenLoanException broken, HttpServletRequest request) {
        return brokenLoans.problem(broken, !(request.getUserPrincipal() instanceof Applicant), request);
    }

    private ResponseEntity<Map<String, Object>> created(UUID id) {
        Loan after = found(id);
        Map<String, Object> answer = LoanJson.contract(after);
        answer.put("standing", LoanJson.standing(after.account(), servicing.today()));
        return ResponseEntity.status(201).header("Location", "/api/loans/" + id).body(answer);
    }

    private Map<String, Object> plan(LoanAccount account, LocalDate asOf) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("asOf", asOf);
        plan.put(
                "rows",
                new ArrayList<>(
                        account.schedule(asOf).stream().map(LoanJson::row).toList()));
        return plan;
    }

    private Loan visible(UUID id, Authentication who) {
        return who instanceof Applicant applicant
                ? loans.ofCustomer(applicant.customerId(), id)
                        .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such loan"))
                : found(id);
    }

    private Loan found(UUID id) {
        return loans.find(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such loan"));
    }
}
