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
import org.quanheng.app.loan.Asking;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.LoanRequest;
import org.quanheng.app.loan.LoanRequests;
import org.quanheng.app.loan.Payment;
import org.quanheng.app.loan.Servicing;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Effect;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.account.LoanState;
import org.springframework.stereotype.Component;

/** Fills the pages on which a borrower sees what paying early or more time would change. */
@Component
class LoanChangeViews {
    /** The two ways in which an early repayment can change the plan. */
    static final List<Excess> WAYS = List.of(Excess.FEWER_INSTALMENTS, Excess.SMALLER_INSTALMENTS);

    /** How long ahead an early repayment can be planned, in days. */
    private static final int MOST_DAYS_AHEAD = 60;

    private static final String LABELS = "change.field.";
    private static final String MONTHS = "months";
    private static final int MONTHS_AT_FIRST = 6;
    private static final int INSTALMENTS_AT_FIRST = 3;

    private final Servicing servicing;
    private final LoanRequests requests;
    private final Ids ids;

    LoanChangeViews(Servicing servicing, LoanRequests requests, Ids ids) {
        this.servicing = servicing;
        this.requests = requests;
        this.ids = ids;
    }

    /** An early repayment that is asked for. */
    record Early(LocalDate on, Money amount, Excess excess) {}

    /**
     * Reads an early repayment that is asked for.
     *
     * @throws org.quanheng.app.api.Refusal with every fault
     */
    Early early(Loan loan, Map<String, String> typed) {
        LoanInputs inputs = new LoanInputs(typed);
        LocalDate on = plannedOn(inputs);
        Money amount = inputs.payable(loan, on, servicing.today());
        Excess excess = inputs.option("way", WAYS);
        return new Early(inputs.sound(on), inputs.sound(amount), inputs.sound(excess));
    }

    private @Nullable LocalDate plannedOn(LoanInputs inputs) {
        LocalDate today = servicing.today();
        return inputs.day(today, today.plusDays(MOST_DAYS_AHEAD));
    }

    /** The page on paying early; with nothing typed yet, a first proposal. */
    LoanChangeView early(Loan loan, Map<String, String> typed, List<Fault> refused, Page page) {
        LocalDate today = servicing.today();
        LoanState state = loan.account().state(today);
        Map<String, String> shown = new LinkedHashMap<>(typed);
        shown.putIfAbsent(LoanInputs.ON, today.toString());
        shown.putIfAbsent(LoanInputs.AMOUNT, firstProposal(loan, state).amount().toPlainString());
        LoanInputs inputs = new LoanInputs(shown);
        LocalDate on = plannedOn(inputs);
        Money amount = inputs.payable(loan, on, today);
        List<Fault> faults = new ArrayList<>(refused.isEmpty() ? inputs.faults() : refused);
        PlanChange change = amount == null || on == null ? null : change(loan, on, earlyWays(loan, on, amount), faults);
        return view(
                loan, LoanRequest.Kind.EARLY_REPAYMENT, shown, state, change, LoanInputs.errors(faults, page, LABELS));
    }

    /** A few instalments at once, or all that is left if that is less. */
    private static Money firstProposal(Loan loan, LoanState state) {
        return loan.nextInstalment(state.asOf()).times(INSTALMENTS_AT_FIRST).min(LoanInputs.mostBesideSettling(state));
    }

    private static Map<String, LoanEvent> earlyWays(Loan loan, LocalDate on, Money amount) {
        Map<String, LoanEvent> ways = new LinkedHashMap<>();
        for (Excess way : WAYS) {
            ways.put(LoanInputs.code(way), Payment.event(loan.nextEventId(), on, amount, way));
        }
        return ways;
    }

    /** The page on more time. */
    LoanChangeView extension(Loan loan, Map<String, String> typed, List<Fault> refused, Page page) {
        LocalDate today = servicing.today();
        Map<String, String> shown = new LinkedHashMap<>(typed);
        shown.putIfAbsent(MONTHS, Integer.toString(MONTHS_AT_FIRST));
        LoanInputs inputs = new LoanInputs(shown);
        Integer months = inputs.whole(MONTHS, 1, Asking.MOST_EXTENSION_MONTHS);
        List<Fault> faults = new ArrayList<>(refused.isEmpty() ? inputs.faults() : refused);
        PlanChange change = months == null
                ? null
                : change(
                        loan,
                        today,
                        Map.of("extension", new LoanEvent.Extended(loan.nextEventId(), today, months)),
                        faults);
        return view(
                loan,
                LoanRequest.Kind.EXTENSION,
                shown,
                loan.account().state(today),
                change,
                LoanInputs.errors(faults, page, LABELS));
    }

    /** What events would do to the plan, or null after noting why one of them cannot be. */
    @Nullable PlanChange change(Loan loan, LocalDate on, Map<String, LoanEvent> events, List<Fault> faults) {
        Map<String, Effect> ways = new LinkedHashMap<>();
        for (Map.Entry<String, LoanEvent> event : events.entrySet()) {
            Effect effect = effect(loan, event.getValue(), faults);
            if (effect == null) {
                return null;
            }
            ways.put(event.getKey(), effect);
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

    private LoanChangeView view(
            Loan loan,
            LoanRequest.Kind kind,
            Map<String, String> shown,
            LoanState state,
            @Nullable PlanChange change,
            List<FieldError> errors) {
        return new LoanChangeView(
                loan.id().toString(),
                Long.toString(loan.number()),
                LoanInputs.code(kind),
                loan.contract().principal().currencyCode(),
                shown.getOrDefault(LoanInputs.AMOUNT, ""),
                LoanInputs.mostBesideSettling(state).amount(),
                state.payoff().amount(),
                shown.getOrDefault(LoanInputs.ON, ""),
                state.asOf(),
                shown.getOrDefault(MONTHS, ""),
                Asking.MOST_EXTENSION_MONTHS,
                LoanInputs.codes(LoanRequest.Reason.values()),
                shown.get("reason"),
                change,
                requests.of(loan.id()).stream().anyMatch(request -> request.isOpen() && request.kind() == kind),
                errors,
                ids.nextKey());
    }
}
