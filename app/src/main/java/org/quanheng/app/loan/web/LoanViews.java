package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Pages;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanChange;
import org.quanheng.app.loan.LoanContract;
import org.quanheng.app.loan.LoanRequest;
import org.quanheng.app.loan.LoanRequests;
import org.quanheng.app.loan.RecordedEvent;
import org.quanheng.app.loan.Servicing;
import org.quanheng.app.loan.Statement;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.account.LoanState;
import org.springframework.stereotype.Component;

/** Fills the view of a loan: for its borrower, and as a part of what the staff see. */
@Component
class LoanViews {
    private final Servicing servicing;
    private final LoanRequests requests;
    private final Statement statement;
    private final Ids ids;
    private final ZoneId zone;

    LoanViews(Servicing servicing, LoanRequests requests, Statement statement, Ids ids, Pages pages) {
        this.servicing = servicing;
        this.requests = requests;
        this.statement = statement;
        this.ids = ids;
        this.zone = pages.zone();
    }

    /** The loan as it stands today. */
    LoanView of(Loan loan) {
        LocalDate today = servicing.today();
        LoanContract contract = loan.contract();
        BigDecimal newRate = newRate(loan);
        LoanState state = loan.account().state(today);
        List<AccountRow> rows = loan.account().schedule(today);
        List<LoanView.Instalment> schedule = schedule(rows, today, state.status() == LoanState.Status.WRITTEN_OFF);
        return new LoanView(
                loan.id().toString(),
                Long.toString(loan.number()),
                code(state.status()),
                today,
                contract.principal().currencyCode(),
                contract.principal().amount(),
                state.principal().amount(),
                state.due().amount(),
                state.daysPastDue(),
                state.held().amount(),
                state.held().isPositive() ? heldPaysOn(rows, today) : null,
                state.payoff().amount(),
                state.lost().amount(),
                recovered(loan).amount(),
                writtenOffOn(loan),
                contract.principal().minus(state.principal()).amount(),
                next(schedule),
                LoanInputs.code(contract.method()),
                LoanInputs.code(contract.excess()),
                contract.months(),
                newRate,
                contract.annualRate(),
                contract.annualCost(),
                new LoanView.Charges(
                        contract.principal()
                                .minus(contract.terms().feesUpFront())
                                .amount(),
                        contract.fees(),
                        contract.penalty(),
                        contract.penalty().besides(new Rate(newRate == null ? contract.annualRate() : newRate)),
                        state.duePenalty().amount()),
                rows.stream()
                        .map(AccountRow::interest)
                        .reduce(Money.zero(contract.principal().currency()), Money::plus)
                        .amount(),
                contract.disbursedOn(),
                schedule,
                statement.of(loan, today).stream().map(LoanViews::entry).toList(),
                requests.of(loan.id()).stream()
                        .filter(request -> request.kind().isOfBorrower())
                        .map(request -> request(request, loan))
                        .toList(),
                ids.nextKey());
    }

    private static @Nullable BigDecimal newRate(Loan loan) {
        BigDecimal rate = null;
        for (RecordedEvent recorded : loan.events()) {
            if (recorded.event() instanceof LoanEvent.Rescheduled plan
                    && plan.rate() != null
                    && !loan.isReversed(recorded.number())) {
                rate = plan.rate().perYear();
            }
        }
        return rate;
    }

    private static Money recovered(Loan loan) {
        return loan.events().stream()
                .filter(recorded ->
                        recorded.event() instanceof LoanEvent.Recovered && !loan.isReversed(recorded.number()))
                .map(recorded -> ((LoanEvent.Recovered) recorded.event()).amount())
                .reduce(Money.zero(loan.contract().principal().currency()), Money::plus);
    }

    private static @Nullable LocalDate writtenOffOn(Loan loan) {
        return loan.events().stream()
                .filter(recorded ->
                        recorded.event() instanceof LoanEvent.WrittenOff && !loan.isReversed(recorded.number()))
                .map(recorded -> recorded.event().date())
                .findFirst()
                .orElse(null);
    }

    private static String code(LoanState.Status status) {
        return switch (status) {
            case PENDING, ACTIVE -> "active";
            case OVERDUE -> "overdue";
            case CLOSED -> "settled";
            case WRITTEN_OFF -> "written_off";
        };
    }

    private static LoanView.@Nullable Instalment next(List<LoanView.Instalment> schedule) {
        return schedule.stream()
                .filter(row -> row.state().equals("late") || row.state().equals("due"))
                .findFirst()
                .orElse(null);
    }

    private static List<LoanView.Instalment> schedule(List<AccountRow> rows, LocalDate today, boolean writtenOff) {
        List<LoanView.Instalment> schedule = new ArrayList<>();
        boolean dueFound = false;
        for (AccountRow row : rows) {
            String between = row.principal().isZero() ? "fee" : "early";
            String state = row.number() == 0 ? between : "paid";
            if (row.number() > 0 && row.total().isZero()) {
                state = "holiday";
            } else if (paidAhead(row, today)) {
                state = "covered";
            } else if (writtenOff && row.unpaid().isPositive()) {
                state = "unpaid";
            } else if (row.unpaid().isPositive() || row.dueDate().isAfter(today)) {
                boolean late = row.dueDate().isBefore(today);
                state = late ? "late" : dueFound ? "later" : "due";
                dueFound |= !late;
            }
            schedule.add(new LoanView.Instalment(
                    row.number(),
                    row.dueDate(),
                    row.total().amount(),
                    row.principal().amount(),
                    row.interest().amount(),
                    row.fees().plus(row.penalty()).amount(),
                    row.paid().amount(),
                    row.balanceAfter().amount(),
                    state));
        }
        return schedule;
    }

    /** Whether what is held will pay all of an instalment to come. */
    private static boolean paidAhead(AccountRow row, LocalDate today) {
        return row.dueDate().isAfter(today)
                && row.paid().isPositive()
                && !row.unpaid().isPositive();
    }

    /** The day on which what is held pays next, or null if nothing is left to pay. */
    private static @Nullable LocalDate heldPaysOn(List<AccountRow> rows, LocalDate today) {
        return rows.stream()
                .filter(row -> row.dueDate().isAfter(today) && row.paid().isPositive())
                .map(AccountRow::dueDate)
                .findFirst()
                .orElse(null);
    }

    private static LoanView.Entry entry(Statement.Line line) {
        return new LoanView.Entry(
                line.entry().valueDate(),
                LoanInputs.code(line.entry().kind()),
                line.reversal(),
                line.change().amount(),
                line.owed().amount(),
                line.heldMore().amount(),
                line.held().amount(),
                line.reference());
    }

    /** A request about a loan as a page shows it. */
    LoanView.Request request(LoanRequest request, Loan loan) {
        return switch (request.change()) {
            case LoanChange.EarlyRepayment early ->
                request(
                        request,
                        early.amount(loan).amount(),
                        LoanInputs.code(early.excess()),
                        early.plannedOn(),
                        null,
                        null,
                        null);
            case LoanChange.Extension extension ->
                request(request, null, null, null, extension.months(), null, extension.reason());
            case LoanChange.Holiday holiday ->
                request(request, null, null, null, holiday.instalments(), null, holiday.reason());
            case LoanChange.Restructuring plan ->
                request(
                        request,
                        plan.monthly(loan).amount(),
                        null,
                        null,
                        plan.instalments(),
                        plan.annualRate(),
                        plan.reason());
            case LoanChange.WriteOff writeOff -> request(request, null, null, null, null, null, writeOff.ground());
        };
    }

    private LoanView.Request request(
            LoanRequest request,
            @Nullable BigDecimal amount,
            @Nullable String way,
            @Nullable LocalDate plannedOn,
            @Nullable Integer count,
            @Nullable BigDecimal rate,
            @Nullable Enum<?> reason) {
        return new LoanView.Request(
                request.id().toString(),
                LoanInputs.code(request.kind()),
                LoanInputs.code(request.state()),
                request.version(),
                request.isOpen(),
                LocalDate.ofInstant(request.askedAt(), zone),
                amount,
                way,
                plannedOn,
                count,
                rate,
                reason == null ? null : LoanInputs.code(reason),
                request.refusal() == null ? null : LoanInputs.code(request.refusal()));
    }
}
