package org.quanheng.app.loan.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Applicant;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.JsonBody;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.loan.Asking;
import org.quanheng.app.loan.BrokenLoanException;
import org.quanheng.app.loan.Deciding;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanChange;
import org.quanheng.app.loan.LoanRequest;
import org.quanheng.app.loan.LoanRequests;
import org.quanheng.app.loan.Loans;
import org.quanheng.app.loan.Servicing;
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

/** Changes of a loan for programs: asked for by the borrower, put forward by an officer, decided by the head of lending. */
@RestController
class LoanRequestApi {
    private final Loans loans;
    private final LoanRequests requests;
    private final Servicing servicing;
    private final Asking asking;
    private final Deciding deciding;
    private final BrokenLoans brokenLoans;

    LoanRequestApi(
            Loans loans,
            LoanRequests requests,
            Servicing servicing,
            Asking asking,
            Deciding deciding,
            BrokenLoans brokenLoans) {
        this.loans = loans;
        this.requests = requests;
        this.servicing = servicing;
        this.asking = asking;
        this.deciding = deciding;
        this.brokenLoans = brokenLoans;
    }

    @GetMapping("/api/loans/{id}/requests")
    @Operation(
            summary =
                    "Every change that was asked for on a loan, the newest first. A borrower sees their own, the staff all")
    List<Map<String, Object>> all(@PathVariable UUID id, Authentication who) {
        Loan loan = who instanceof Applicant applicant ? own(applicant, id) : found(loans.find(id));
        return requests.of(loan.id()).stream()
                .filter(request -> request.kind().isOfBorrower() || !(who instanceof Applicant))
                .map(request -> LoanJson.request(request, loan))
                .toList();
    }

    @PostMapping(path = "/api/loans/{id}/requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Ask for a change: kind early_repayment (amount, on, way), extension (months, reason), holiday (instalments, reason) or restructuring (amount, what can be paid a month, reason); nothing is changed yet. The borrower; needs the header Idempotency-Key")
    ResponseEntity<Map<String, Object>> ask(
            @PathVariable UUID id,
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key,
            Applicant applicant,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = key("ask", id, applicant.customerId(), key, body);
        Loan loan = own(applicant, id);
        LoanChange.Kind kind = LoanBodies.kind(
                body,
                Arrays.stream(LoanChange.Kind.values())
                        .filter(LoanChange.Kind::isOfBorrower)
                        .toList());
        LoanChange change = kind == null ? null : change(body, loan, kind);
        body.finish();
        if (change == null) {
            throw new IllegalStateException("a missing change is a fault of the body");
        }
        return created(id, asking.ask(actKey, loan, change));
    }

    private @Nullable LoanChange change(JsonBody body, Loan loan, LoanChange.Kind kind) {
        Map<String, String> typed = LoanBodies.change(body, loan, kind);
        String choice = kind == LoanChange.Kind.EARLY_REPAYMENT ? LoanChangeInput.WAY : LoanChangeInput.REASON;
        typed.put(choice, body.text(choice));
        LoanInputs inputs = new LoanInputs(typed);
        LoanChange change = LoanChangeInput.read(kind, inputs, loan, servicing.today());
        LoanBodies.note(body, inputs);
        return change;
    }

    @PostMapping(path = "/api/loans/{id}/requests/{request}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take a request (of this version) back. The borrower; needs the header Idempotency-Key")
    ResponseEntity<Map<String, Object>> withdraw(
            @PathVariable UUID id,
            @PathVariable("request") UUID requestId,
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key,
            Applicant applicant,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = key("withdraw", requestId, applicant.customerId(), key, body);
        int version = LoanBodies.version(body);
        body.finish();
        asking.withdraw(actKey, own(applicant, id), ownRequest(id, requestId), version);
        return created(id, requestId);
    }

    @PostMapping(path = "/api/loans/{id}/requests/{request}/proposal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Put a request (of this version) forward, a restructuring in its terms (instalments, ratePercent). An officer; needs the header Idempotency-Key")
    ResponseEntity<Map<String, Object>> propose(
            @PathVariable UUID id,
            @PathVariable("request") UUID requestId,
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal StaffMember officer,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = key("propose", requestId, officer.id(), key, body);
        int version = LoanBodies.version(body);
        Loan loan = found(loans.find(id));
        LoanRequest asked = asked(id, requestId);
        boolean sets = asked.kind() == LoanChange.Kind.RESTRUCTURING;
        LoanInputs inputs = new LoanInputs(sets ? LoanBodies.terms(body) : Map.of());
        LoanChange change = LoanChangeInput.terms(asked.change(), inputs, loan, servicing.today());
        LoanBodies.note(body, inputs);
        body.finish();
        if (change == null) {
            throw new IllegalStateException("a missing change is a fault of the body");
        }
        deciding.propose(actKey, loan, asked, version, change, officer);
        return created(id, requestId);
    }

    @PostMapping(
            path = "/api/loans/{id}/requests/{request}/proposal/withdrawal",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Take back what one put forward oneself (a request of this version): a borrower's request waits again, a write-off is withdrawn. An officer; needs the header Idempotency-Key")
    ResponseEntity<Map<String, Object>> takeBack(
            @PathVariable UUID id,
            @PathVariable("request") UUID requestId,
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal StaffMember officer,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = key("take-back", requestId, officer.id(), key, body);
        int version = LoanBodies.version(body);
        body.finish();
        deciding.takeBack(actKey, asked(id, requestId), version, officer);
        return created(id, requestId);
    }

    @PostMapping(path = "/api/loans/{id}/requests/{request}/decision", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Approve a request (version) on the loan (loanVersion) as previewed today (on), or refuse it (refusal). The head of lending; needs the header Idempotency-Key")
    ResponseEntity<Map<String, Object>> decide(
            @PathVariable UUID id,
            @PathVariable("request") UUID requestId,
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal StaffMember head,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = key("decide", requestId, head.id(), key, body);
        LoanRequest asked = asked(id, requestId);
        int version = LoanBodies.version(body);
        boolean refuses = body.text("decision").equals("refuse");
        LoanInputs inputs = new LoanInputs(decision(body, refuses));
        inputs.option("decision", List.of(Decision.values()));
        LoanChange.Refusal refusal =
                refuses ? inputs.option("refusal", asked.kind().refusals()) : null;
        LocalDate on = refuses ? null : inputs.day(LocalDate.EPOCH, servicing.today());
        int loanVersion = refuses ? 0 : Math.clamp(body.whole("loanVersion"), 0, Integer.MAX_VALUE);
        LoanBodies.note(body, inputs);
        body.finish();
        if (refusal != null) {
            deciding.refuse(actKey, asked, version, refusal, head);
        } else if (on != null) {
            deciding.approve(actKey, asked, version, loanVersion, on, head);
        }
        return created(id, requestId);
    }

    private enum Decision {
        APPROVE,
        REFUSE
    }

    private static Map<String, String> decision(JsonBody body, boolean refuses) {
        String field = refuses ? "refusal" : LoanInputs.ON;
        return Map.of("decision", body.text("decision"), field, body.text(field));
    }

    @PostMapping(path = "/api/loans/{id}/write-offs", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Put forward that a loan (of this version) is written off (ground); the head of lending decides on the request. An officer; needs the header Idempotency-Key")
    ResponseEntity<Map<String, Object>> writeOff(
            @PathVariable UUID id,
            @RequestHeader(name = ActKeys.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal StaffMember officer,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.read(request.getInputStream());
        ActKey actKey = key("write-off", id, officer.id(), key, body);
        int version = LoanBodies.version(body);
        LoanInputs inputs = new LoanInputs(Map.of(LoanChangeInput.GROUND, body.text(LoanChangeInput.GROUND)));
        LoanChange.Ground ground = inputs.option(LoanChangeInput.GROUND, List.of(LoanChange.Ground.values()));
        LoanBodies.note(body, inputs);
        body.finish();
        if (ground == null) {
            throw new IllegalStateException("a missing ground is a fault of the body");
        }
        return created(id, deciding.writeOff(actKey, id, version, ground, officer));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> broken(BrokenLoanException broken, HttpServletRequest request) {
        return brokenLoans.problem(broken, !(request.getUserPrincipal() instanceof Applicant), request);
    }

    private static ActKey key(String act, UUID about, UUID who, @Nullable String key, JsonBody body) {
        return ActKeys.ofCall("request-" + act + ":" + about + ":" + who, key, body.text());
    }

    private ResponseEntity<Map<String, Object>> created(UUID loanId, UUID requestId) {
        return ResponseEntity.status(201)
                .header("Location", "/api/loans/" + loanId + "/requests")
                .body(LoanJson.request(asked(loanId, requestId), found(loans.find(loanId))));
    }

    private LoanRequest ownRequest(UUID loanId, UUID requestId) {
        LoanRequest asked = asked(loanId, requestId);
        if (!asked.kind().isOfBorrower()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "no such request");
        }
        return asked;
    }

    private LoanRequest asked(UUID loanId, UUID requestId) {
        return requests.find(loanId, requestId).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such request"));
    }

    private Loan own(Applicant applicant, UUID id) {
        return found(loans.ofCustomer(applicant.customerId(), id));
    }

    private static Loan found(Optional<Loan> loan) {
        return loan.orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such loan"));
    }
}
