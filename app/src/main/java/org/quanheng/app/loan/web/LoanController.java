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
import org.quanheng.app.loan.LoanRequest;
import org.quanheng.app.loan.LoanRequests;
import org.quanheng.app.loan.Loans;
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
    private final Loans loans;
    private final LoanRequests requests;
    private final Asking asking;
    private final LoanViews views;
    private final LoanChangeViews changes;
    private final BrokenLoans brokenLoans;
    private final Pages pages;

    LoanController(
            Loans loans,
            LoanRequests requests,
            Asking asking,
            LoanViews views,
            LoanChangeViews changes,
            BrokenLoans brokenLoans,
            Pages pages) {
        this.loans = loans;
        this.requests = requests;
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

    @GetMapping("/loans/{id}/early-repayment")
    String early(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Applicant applicant,
            HttpServletRequest request,
            Model model) {
        return early(own(applicant, id), typed, List.of(), pages.of(request), model);
    }

    @PostMapping("/loans/{id}/early-repayment")
    String askEarly(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            Applicant applicant,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Loan loan = own(applicant, id);
        return Form.sent(
                () -> {
                    LoanChangeViews.Early early = changes.early(loan, form);
                    asking.earlyRepayment(
                            key("early", applicant, id, form), loan, early.amount(), early.excess(), early.on());
                },
                "/loans/" + id,
                response,
                faults -> early(loan, form, faults, pages.of(request), model));
    }

    @GetMapping("/loans/{id}/extension")
    String extension(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Applicant applicant,
            HttpServletRequest request,
            Model model) {
        return extension(own(applicant, id), typed, List.of(), pages.of(request), model);
    }

    @PostMapping("/loans/{id}/extension")
    String askExtension(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            Applicant applicant,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Loan loan = own(applicant, id);
        LoanInputs inputs = new LoanInputs(form);
        Integer months = inputs.whole("months", 1, Asking.MOST_EXTENSION_MONTHS);
        LoanRequest.Reason reason = inputs.option("reason", List.of(LoanRequest.Reason.values()));
        return Form.sent(
                () -> {
                    int more = inputs.sound(months);
                    asking.extension(key("extension", applicant, id, form), loan, more, inputs.sound(reason));
                },
                "/loans/" + id,
                response,
                faults -> extension(loan, form, faults, pages.of(request), model));
    }

    @PostMapping("/loans/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam Map<String, String> form, Applicant applicant) {
        Loan loan = own(applicant, id);
        LoanInputs inputs = new LoanInputs(form);
        Integer version = inputs.whole("version", 0, Integer.MAX_VALUE - 1);
        LoanRequest asked = requests.of(id).stream()
                .filter(each -> each.id().toString().equals(form.get("request")))
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

    private String early(Loan loan, Map<String, String> typed, List<Fault> faults, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("view", changes.early(loan, typed, faults, page));
        return "loan_change";
    }

    private String extension(Loan loan, Map<String, String> typed, List<Fault> faults, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("view", changes.extension(loan, typed, faults, page));
        return "loan_change";
    }
}
