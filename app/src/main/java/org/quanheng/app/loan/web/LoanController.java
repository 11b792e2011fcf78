package org.quanheng.app.loan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quanheng.app.access.Applicant;
import org.quanheng.app.access.Pages;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.ActKey;
import org.quanheng.app.loan.Asking;
import org.quanheng.app.loan.BrokenLoanException;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanChange;
import org.quanheng.app.loan.LoanRequest;
import org.quanheng.app.loan.LoanRequests;
import org.quanheng.app.loan.Loans;
import org.quanheng.app.loan.Servicing;
import org.quanheng.app.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** My loan: what is due and when, the statement, and what its borrower can ask for. */
@Controller
class LoanController {
    private static final String EARLY_REPAYMENT = "/loans/{id}/early-repayment";
    private static final String EXTENSION = "/loans/{id}/extension";
    private static final String HOLIDAY = "/loans/{id}/holiday";
    private static final String RESTRUCTURING = "/loans/{id}/restructuring";

    private final Loans loans;
    private final LoanRequests requests;
    private final Servicing servicing;
    private final Asking asking;
    private final LoanViews views;
    private final LoanChangeViews changes;
    private final BrokenLoans brokenLoans;
    private final Pages pages;

    LoanController(
            Loans loans,
            LoanRequests requests,
            Servicing servicing,
            Asking asking,
            LoanViews views,
            LoanChangeViews changes,
            BrokenLoans brokenLoans,
            Pages pages) {
        this.loans = loans;
        this.requests = requests;
        this.servicing = servicing;
        this.asking = asking;
        this.views = views;
        this.changes = changes;
        this.brokenLoans = brokenLoans;
        this.pages = pages;
    }

    @GetMapping("/loans/{id}")
    String loan(@PathVariable UUID id, Applicant applicant, HttpServletRequest request, Model model) {
        Loan loan = own(applicant, id);
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", views.of(loan));
        return "loan";
    }

    @GetMapping({EARLY_REPAYMENT, EXTENSION, HOLIDAY, RESTRUCTURING})
    String change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Applicant applicant,
            HttpServletRequest request,
            Model model) {
        return change(own(applicant, id), typed, List.of(), request, model);
    }

    @PostMapping({EARLY_REPAYMENT, EXTENSION, HOLIDAY, RESTRUCTURING})
    String ask(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            Applicant applicant,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Loan loan = own(applicant, id);
        LoanChange.Kind kind = LoanChangeInput.kind(request.getRequestURI());
        LoanInputs inputs = new LoanInputs(form);
        LoanChange change = LoanChangeInput.read(kind, inputs, loan, servicing.today());
        return Form.sent(
                () -> {
                    LoanChange asked = inputs.sound(change);
                    asking.ask(key(LoanInputs.code(kind), applicant, id, form), loan, asked);
                },
                "/loans/" + id,
                response,
                faults -> change(loan, form, faults, request, model));
    }

    @PostMapping("/loans/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam Map<String, String> form, Applicant applicant) {
        Loan loan = own(applicant, id);
        LoanInputs inputs = new LoanInputs(form);
        Integer version = inputs.whole("version", 0, Integer.MAX_VALUE - 1);
        LoanRequest asked = requests.of(id).stream()
                .filter(each ->
                        each.kind().isOfBorrower() && each.id().toString().equals(form.get("request")))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such request"));
        int shown = inputs.sound(version);
        asking.withdraw(key("withdraw", applicant, id, form), loan, asked, shown);
        return "redirect:/loans/" + id;
    }

    /** A loan that cannot be replayed: its borrower is told so, without a figure that may be wrong. */
    @ExceptionHandler
    String broken(BrokenLoanException broken, HttpServletRequest request, HttpServletResponse response, Model model) {
        return brokenLoans.page("loan_broken", broken, request, response, model);
    }

    private static ActKey key(String act, Applicant applicant, UUID loanId, Map<String, String> form) {
        return ActKeys.ofForm(act + ":" + loanId + ":" + applicant.customerId(), form);
    }

    private Loan own(Applicant applicant, UUID id) {
        return loans.ofCustomer(applicant.customerId(), id)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such loan"));
    }

    private String change(
            Loan loan, Map<String, String> typed, List<Fault> faults, HttpServletRequest request, Model model) {
        Page page = pages.of(request);
        LoanChange.Kind kind = LoanChangeInput.kind(request.getRequestURI());
        model.addAttribute("page", page);
        model.addAttribute("view", changes.of(kind, loan, typed, faults, page));
        return "loan_change";
    }
}
