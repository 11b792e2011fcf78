package org.quanheng.app.loan.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.Applicant;
import org.quanheng.app.access.Exports;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.loan.BrokenLoanException;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.Loans;
import org.quanheng.app.loan.Servicing;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Sheet;
import org.quanheng.app.page.SheetFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tables of loans as files for a spreadsheet: a borrower's own, and to the staff all and their lists. */
@Controller
class LoanSheetController {
    private final Loans loans;
    private final Servicing servicing;
    private final LoanViews views;
    private final ServicingSheets sheets;
    private final Accounts accounts;
    private final BrokenLoans brokenLoans;
    private final Exports exports;
    private final Pages pages;

    LoanSheetController(
            Loans loans,
            Servicing servicing,
            LoanViews views,
            ServicingSheets sheets,
            Accounts accounts,
            BrokenLoans brokenLoans,
            Exports exports,
            Pages pages) {
        this.loans = loans;
        this.servicing = servicing;
        this.views = views;
        this.sheets = sheets;
        this.accounts = accounts;
        this.brokenLoans = brokenLoans;
        this.exports = exports;
        this.pages = pages;
    }

    @GetMapping({"/loans/{id}/{table}.{format}", "/servicing/{id}/{table}.{format}", "/api/loans/{id}/{table}.{format}"
    })
    @Operation(
            summary =
                    "The schedule or the statement, to the staff also the events, as a file for a spreadsheet: .csv or .xlsx, in the language of Accept-Language")
    void ofLoan(
            @PathVariable UUID id,
            @PathVariable String table,
            @PathVariable String format,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SheetFormat file = Exports.format(format);
        Loan loan = visible(id, who);
        Sheet<?> sheet = sheet(loan, table, who, pages.of(request));
        if (who.getPrincipal() instanceof StaffMember member) {
            exports.record(member, "loan:" + id, table, file);
        }
        Exports.send(sheet, "loan-" + loan.number() + "-" + table + "-" + servicing.today(), file, response);
    }

    private Sheet<?> sheet(Loan loan, String table, Authentication who, Page page) {
        if (table.equals("events") && who.getPrincipal() instanceof StaffMember member) {
            return LoanSheets.events(views.of(loan), ServicingEvents.of(loan, page, member, accounts), page);
        }
        return switch (table) {
            case "schedule" -> LoanSheets.schedule(views.of(loan), page);
            case "statement" -> LoanSheets.statement(views.of(loan), page);
            default -> throw new Refusal(ErrorCode.NOT_FOUND, "no such table of a loan");
        };
    }

    @GetMapping("/servicing/loans.{format}")
    void list(
            @PathVariable String format,
            @RequestParam(required = false, defaultValue = "running") String scope,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SheetFormat file = Exports.format(format);
        String shown = ServicingViews.shown(scope);
        exports.record(member, "servicing:" + shown, "loans", file);
        Exports.send(sheets.of(shown, pages.of(request)), "loans-" + shown + "-" + servicing.today(), file, response);
    }

    /** A loan that cannot be replayed has no figures to give away. */
    @ExceptionHandler
    ResponseEntity<byte[]> broken(BrokenLoanException broken, HttpServletRequest request) {
        return brokenLoans.problem(broken, !(request.getUserPrincipal() instanceof Applicant), request);
    }

    private Loan visible(UUID id, Authentication who) {
        return (who instanceof Applicant applicant ? loans.ofCustomer(applicant.customerId(), id) : loans.find(id))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such loan"));
    }
}
