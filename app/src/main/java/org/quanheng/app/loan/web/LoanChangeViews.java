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
import org.quanheng.app.page.LoanChangeView;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.PlanChange;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
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

    /** What was typed about an early repayment; all null if any of it was faulty. */
    record EarlyInput(
            @Nullable Money amount,
            @Nullable LocalDate on,
            @Nullable Excess excess,
            List<Fault> faults) {}

    /** Reads what was typed; the way only once it is asked for. */
    EarlyInput earlyInput(Loan loan, Map<String, String> typed, boolean withWay) {
        LocalDate today = servicing.today();
        LoanInputs inputs = new LoanInputs(typed);
        LocalDate on = inputs.day(today, today.plusDays(MOST_DAYS_AHEAD));
        Money amount = inputs.payable(loan, on, today);
        Excess excess = withWay ? inputs.option("way", WAYS) : null;
        boolean sound = inputs.faults().isEmpty();
        return new EarlyInput(sound ? amount : null, sound ? on : null, sound ? excess : null, inputs.faults());
    }

    /** The page on paying early; with nothing typed yet, a first proposal. */
    LoanChangeView early(Loan loan, Map<String, String> typed, List<Fault> refused, Page page) {
        LocalDate today = servicing.today();
        LoanState state = loan.account().state(today);
        Map<String, String> shown = new LinkedHashMap<>(typed);
        shown.putIfAbsent(LoanInputs.ON, today.toString());
        shown.putIfAbsent(LoanInputs.AMOUNT, firstProposal(loan, state).amount().toPlainString());
        EarlyInput input = earlyInput(loan, shown, false);
        List<Fault> faults = new ArrayList<>(refused.isEmpty() ? input.faults() : refused);
        PlanChange change = null;
        if (input.amount() != null && input.on() != null) {
            change = change(loan, input.on(), earlyWays(loan, input.on(), input.amount()), faults);
        }
        return view(loan, LoanRequest.Kind.EARLY_REPAYMENT, shown, state, change, LoanInputs.errors(faults, page));
    }

    /** A few instalments at once, or all that is left if that is less. */
    private static Money firstProposal(Loan loan, LoanState state) {
        Money instalment = loan.account().schedule(state.asOf()).stream()
                .map(AccountRow::unpaid)
                .filter(Money::isPositive)
                .findFirst()
                .orElse(state.payoff());
        return instalment.times(INSTALMENTS_AT_FIRST).min(LoanInputs.mostBesideSettling(state));
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
                LoanInputs.errors(faults, page));
    }

    /** What events would do, or null after noting why they cannot be. */
    @Nullable PlanChange change(Loan loan, LocalDate on, Map<String, LoanEvent> events, List<Fault> faults) {
        Map<String, Effect> ways = new LinkedHashMap<>();
        try {
            events.forEach((way, event) -> ways.put(way, servicing.preview(loan, event)));
        } catch (Refusal refusal) {
            faults.addAll(refusal.faults());
            return null;
        }
        return PlanChanges.of(on, loan.account(), ways);
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
