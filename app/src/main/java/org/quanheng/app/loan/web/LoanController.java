package org.quanheng.app.loan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.quanheng.app.access.Applicant;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.Role;
import org.quanheng.app.access.RouteRule;
import org.quanheng.app.access.RouteRules;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.Loans;
import org.quanheng.app.page.LoanView;
import org.quanheng.lending.Money;
import org.quanheng.lending.ledger.LedgerAccount;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** My loan: what is due and when, and the statement. */
@Controller
class LoanController {
    private final Loans loans;
    private final Pages pages;
    private final Clock clock;

    LoanController(Loans loans, Pages pages, Clock clock) {
        this.loans = loans;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static RouteRules loanRules() {
        return RouteRules.of(RouteRule.only(HttpMethod.GET, "/loans/{id}", Role.APPLICANT));
    }

    @GetMapping("/loans/{id}")
    String loan(@PathVariable UUID id, Applicant applicant, HttpServletRequest request, Model model) {
        Loan loan = loans.ofCustomer(applicant.customerId(), id)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such loan"));
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", view(loan));
        return "loan";
    }

    private LoanView view(Loan loan) {
        var contract = loan.contract();
        LocalDate today = LocalDate.now(clock.withZone(pages.zone()));
        List<LoanView.Instalment> schedule = new ArrayList<>();
        Money interest = Money.zero(contract.principal().currency());
        boolean nextFound = false;
        for (Loan.ScheduledInstalment instalment : loan.schedule()) {
            boolean due = !nextFound && !instalment.dueOn().isBefore(today);
            nextFound |= due;
            schedule.add(instalment(instalment, due ? "due" : "later"));
            interest = interest.plus(instalment.interest());
        }
        return new LoanView(
                loan.id().toString(),
                Long.toString(loan.number()),
                "active",
                contract.principal().currencyCode(),
                contract.principal().amount(),
                contract.principal().amount(),
                BigDecimal.ZERO,
                schedule.stream()
                        .filter(instalment -> instalment.state().equals("due"))
                        .findFirst()
                        .orElse(null),
                contract.method().name().toLowerCase(Locale.ROOT),
                contract.months(),
                contract.annualRate(),
                contract.annualCost(),
                interest.amount(),
                BigDecimal.ZERO,
                null,
                contract.disbursedOn(),
                loan.schedule().getLast().dueOn(),
                null,
                schedule,
                statement(loan),
                null);
    }

    private static LoanView.Instalment instalment(Loan.ScheduledInstalment instalment, String state) {
        return new LoanView.Instalment(
                instalment.number(),
                instalment.dueOn(),
                instalment.payment().amount(),
                instalment.principal().amount(),
                instalment.interest().amount(),
                instalment.balance().amount(),
                state);
    }

    /** What the borrower owes after each entry on the receivable side of the ledger. */
    private static List<LoanView.Entry> statement(Loan loan) {
        List<LoanView.Entry> statement = new ArrayList<>();
        BigDecimal balance = BigDecimal.ZERO;
        for (Loan.BookedEntry entry : loan.entries()) {
            if (entry.account().equals(LedgerAccount.PRINCIPAL_RECEIVABLE.name())) {
                balance = balance.add(entry.amount().amount());
                statement.add(new LoanView.Entry(
                        entry.bookedOn(),
                        entry.event().toLowerCase(Locale.ROOT),
                        entry.amount().amount(),
                        balance,
                        null));
            }
        }
        return statement;
    }
}
