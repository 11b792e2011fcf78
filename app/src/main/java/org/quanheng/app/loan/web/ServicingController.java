package org.quanheng.app.loan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.loan.BrokenLoanException;
import org.quanheng.app.loan.Deciding;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanChange;
import org.quanheng.app.loan.LoanRequest;
import org.quanheng.app.loan.LoanRequests;
import org.quanheng.app.loan.Loans;
import org.quanheng.app.loan.Payment;
import org.quanheng.app.loan.Refund;
import org.quanheng.app.loan.Servicing;
import org.quanheng.app.page.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Loans as the staff see them: who is behind, what came in, what is asked for. */
@Controller
class ServicingController {
    private static final int MOST = Integer.MAX_VALUE - 1;
    private static final String VERSION = "version";

    private final Loans loans;
    private final LoanRequests requests;
    private final Servicing servicing;
    private final Deciding deciding;
    private final ServicingViews views;
    private final BrokenLoans brokenLoans;
    private final Pages pages;

    ServicingController(
            Loans loans,
            LoanRequests requests,
            Servicing servicing,
            Deciding deciding,
            ServicingViews views,
            BrokenLoans brokenLoans,
            Pages pages) {
        this.loans = loans;
        this.requests = requests;
        this.servicing = servicing;
        this.deciding = deciding;
        this.views = views;
        this.brokenLoans = brokenLoans;
        this.pages = pages;
    }

    @GetMapping("/servicing")
    String list(
            @RequestParam(required = false, defaultValue = "running") String scope,
            @RequestParam(required = false) @Nullable UUID after,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", views.list(scope, after));
        return "servicing";
    }

    @GetMapping("/servicing/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            Model model) {
        return page(loan(id), typed, List.of(), member, pages.of(request), model);
    }

    @PostMapping("/servicing/{id}/payments")
    String record(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Loan loan = loan(id);
        LoanInputs inputs = new LoanInputs(form);
        Integer version = inputs.whole(VERSION, 1, MOST);
        Payment payment = PaymentInput.read(inputs, loan, servicing.today());
        return Form.sent(
                () -> {
                    int shown = inputs.sound(version);
                    Payment arrived = inputs.sound(payment);
                    servicing.record(key("record", member, id, form), id, shown, arrived, member);
                },
                "/servicing/" + id,
                response,
                faults -> page(loan, form, faults, member, pages.of(request), model));
    }

    @PostMapping("/servicing/{id}/refunds")
    String refund(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Loan loan = loan(id);
        Map<String, String> typed = RefundInput.typed(form);
        typed.put(VERSION, form.getOrDefault(VERSION, ""));
        LoanInputs inputs = new LoanInputs(typed);
        Integer version = inputs.whole(VERSION, 1, MOST);
        Refund refund = RefundInput.read(inputs, loan, servicing.today());
        return Form.sent(
                () -> {
                    int shown = inputs.sound(version);
                    Refund paid = inputs.sound(refund);
                    servicing.refund(key("refund", member, id, form), id, shown, paid, member);
                },
                "/servicing/" + id,
                response,
                faults -> page(loan, form, RefundInput.onPage(faults), member, pages.of(request), model));
    }

    @PostMapping("/servicing/{id}/proposals")
    String propose(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Loan loan = loan(id);
        LoanInputs inputs = new LoanInputs(form);
        Integer version = inputs.whole("request_version", 0, MOST);
        LoanRequest asked = asked(id, form);
        LoanChange change = LoanChangeInput.terms(asked.change(), inputs, loan, servicing.today());
        return Form.sent(
                () -> {
                    int shown = inputs.sound(version);
                    LoanChange forward = inputs.sound(change);
                    deciding.propose(key("propose", member, id, form), loan, asked, shown, forward, member);
                },
                "/servicing/" + id,
                response,
                faults -> page(loan, form, faults, member, pages.of(request), model));
    }

    @PostMapping("/servicing/{id}/proposals/withdrawal")
    String takeBack(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LoanInputs inputs = new LoanInputs(form);
        Integer version = inputs.whole("request_version", 0, MOST);
        LoanRequest asked = asked(id, form);
        return Form.sent(
                () -> deciding.takeBack(key("take-back", member, id, form), asked, inputs.sound(version), member),
                "/servicing/" + id,
                response,
                faults -> page(loan(id), Map.of(), faults, member, pages.of(request), model));
    }

    @PostMapping("/servicing/{id}/write-offs")
    String writeOff(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Loan loan = loan(id);
        LoanInputs inputs = new LoanInputs(form);
        Integer version = inputs.whole(VERSION, 1, MOST);
        LoanChange.Ground ground = inputs.option(LoanChangeInput.GROUND, List.of(LoanChange.Ground.values()));
        return Form.sent(
                () -> {
                    int shown = inputs.sound(version);
                    LoanChange.Ground because = inputs.sound(ground);
                    deciding.writeOff(key("write-off", member, id, form), id, shown, because, member);
                },
                "/servicing/" + id,
                response,
                faults -> page(loan, form, faults, member, pages.of(request), model));
    }

    @PostMapping("/servicing/{id}/decisions")
    String decide(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LoanInputs inputs = new LoanInputs(form);
        Integer requestVersion = inputs.whole("request_version", 0, MOST);
        Integer version = inputs.whole(VERSION, 1, MOST);
        LocalDate on = inputs.day(LocalDate.EPOCH, servicing.today());
        boolean approves = "approve".equals(form.get("decision"));
        LoanRequest asked = asked(id, form);
        LoanChange.Refusal refusal =
                approves ? null : inputs.option("refusal", asked.kind().refusals());
        return Form.sent(
                () -> {
                    int shown = inputs.sound(requestVersion);
                    if (approves) {
                        int loanShown = inputs.sound(version);
                        LocalDate day = inputs.sound(on);
                        deciding.approve(key("approve", member, id, form), asked, shown, loanShown, day, member);
                    } else {
                        LoanChange.Refusal because = inputs.sound(refusal);
                        deciding.refuse(key("refuse", member, id, form), asked, shown, because, member);
                    }
                },
                "/servicing/" + id,
                response,
                faults -> page(loan(id), Map.of(), faults, member, pages.of(request), model));
    }

    @PostMapping("/servicing/{id}/reversals")
    String reverse(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LoanInputs inputs = new LoanInputs(form);
        Integer version = inputs.whole(VERSION, 1, MOST);
        Integer event = inputs.whole("event", 2, MOST);
        Loan loan = loan(id);
        return Form.sent(
                () -> {
                    int shown = inputs.sound(version);
                    int undone = inputs.sound(event);
                    servicing.reverse(key("reverse", member, id, form), id, shown, undone, member);
                },
                "/servicing/" + id,
                response,
                faults -> page(loan, Map.of(), faults, member, pages.of(request), model));
    }

    private String page(
            Loan loan, Map<String, String> typed, List<Fault> faults, StaffMember member, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("view", views.of(loan, typed, faults, member, page));
        return "servicing_loan";
    }

    /** A loan that cannot be replayed: what is wrong with it, and what to do. */
    @ExceptionHandler
    String broken(BrokenLoanException broken, HttpServletRequest request, HttpServletResponse response, Model model) {
        return brokenLoans.page("servicing_broken", broken, request, response, model);
    }

    private static ActKey key(String act, StaffMember member, UUID loanId, Map<String, String> form) {
        return ActKeys.ofForm(act + ":" + loanId + ":" + member.id(), form);
    }

    private Loan loan(UUID id) {
        return loans.find(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such loan"));
    }

    private LoanRequest asked(UUID loanId, Map<String, String> form) {
        return requests.of(loanId).stream()
                .filter(each -> each.id().toString().equals(form.get("request")))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such request"));
    }
}
