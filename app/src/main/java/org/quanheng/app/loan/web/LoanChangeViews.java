package org.quanheng.app.loan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanChange;
import org.quanheng.app.loan.LoanRequests;
import org.quanheng.app.loan.Servicing;
import org.quanheng.app.page.Page;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.Effect;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.account.LoanState;
import org.springframework.stereotype.Component;

/** Fills the pages on which a borrower sees what a change would do before asking for it. */
@Component
class LoanChangeViews {
    private static final String LABELS = "change.field.";
    private static final int INSTALMENTS_AT_FIRST = 3;
    private static final int HOLIDAY_AT_FIRST = 2;

    private final Servicing servicing;
    private final LoanRequests requests;
    private final Ids ids;

    LoanChangeViews(Servicing servicing, LoanRequests requests, Ids ids) {
        this.servicing = servicing;
        this.requests = requests;
        this.ids = ids;
    }

    /** The page on a change; with nothing typed yet, a first proposal. */
    LoanChangeView of(LoanChange.Kind kind, Loan loan, Map<String, String> typed, List<Fault> refused, Page page) {
        LocalDate today = servicing.today();
        LoanState state = loan.account().state(today);
        Map<String, String> shown = new LinkedHashMap<>(atFirst(kind, loan, state));
        shown.putAll(typed);
        LoanInputs inputs = new LoanInputs(shown);
        Map<String, LoanEvent> ways = LoanChangeInput.ways(kind, inputs, loan, today);
        List<Fault> faults = new ArrayList<>(refused.isEmpty() ? inputs.faults() : refused);
        PlanChange change = ways.isEmpty() ? null : change(loan, ways, faults);
        return new LoanChangeView(
                loan.id().toString(),
                Long.toString(loan.number()),
                LoanInputs.code(kind),
                loan.contract().principal().currencyCode(),
                shown,
                LoanInputs.mostBesideSettling(state).amount(),
                state.payoff().amount(),
                today,
                LoanChangeInput.most(kind, loan),
                LoanInputs.codes(LoanChange.Reason.values()),
                change,
                requests.of(loan.id()).stream().anyMatch(request -> request.isOpen() && request.kind() == kind),
                LoanInputs.errors(faults, page, LABELS),
                ids.nextKey());
    }

    private static Map<String, String> atFirst(LoanChange.Kind kind, Loan loan, LoanState state) {
        return switch (kind) {
            case EARLY_REPAYMENT ->
                Map.of(
                        LoanInputs.ON,
                        state.asOf().toString(),
                        LoanInputs.AMOUNT,
                        firstProposal(loan, state).amount().toPlainString());
            case EXTENSION -> Map.of(LoanChangeInput.MONTHS, "6");
            case HOLIDAY ->
                Map.of(
                        LoanChangeInput.INSTALMENTS,
                        Integer.toString(Math.min(HOLIDAY_AT_FIRST, LoanChangeInput.most(kind, loan))));
            case WRITE_OFF -> Map.of();
            case RESTRUCTURING ->
                Map.of(LoanInputs.AMOUNT, lighter(loan, state).amount().toPlainString());
        };
    }

    /** A few instalments at once, or all that is left if that is less. */
    private static Money firstProposal(Loan loan, LoanState state) {
        return loan.nextInstalment(state.asOf()).times(INSTALMENTS_AT_FIRST).min(LoanInputs.mostBesideSettling(state));
    }

    /** About two thirds of an instalment to come. */
    private static Money lighter(Loan loan, LoanState state) {
        return loan.account().schedule(state.asOf()).stream()
                .filter(row -> row.dueDate().isAfter(state.asOf()))
                .map(AccountRow::total)
                .filter(Money::isPositive)
                .findFirst()
                .map(total -> Money.ofMinor(total.currency(), total.minorUnits() * 2 / 3))
                .filter(Money::isPositive)
                .orElseGet(state::payoff);
    }

    /** What events of one day would do to the plan, or null after noting why one of them cannot be. */
    @Nullable PlanChange change(Loan loan, Map<String, LoanEvent> events, List<Fault> faults) {
        Map<String, Effect> ways = new LinkedHashMap<>();
        LocalDate on = servicing.today();
        for (Map.Entry<String, LoanEvent> event : events.entrySet()) {
            Effect effect = effect(loan, event.getValue(), faults);
            if (effect == null) {
                return null;
            }
            ways.put(event.getKey(), effect);
            on = event.getValue().date();
        }
        return PlanChanges.of(on, loan.account(), ways);
    }

    /** What an event would do, or null after noting why it cannot be. */
    @Nullable Effect effect(Loan loan, LoanEvent event, List<Fault> faults) {
        try {
            return servicing.preview(loan, event);
        } catch (Refusal refusal) {
            faults.addAll(refusal.faults());
            return null;
        }
    }
}
