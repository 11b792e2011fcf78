package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.FieldError;

/**
 * A borrower's wish to change the plan. It shows what would change; asking for it changes nothing yet.
 *
 * @param kind {@code change.title.<code>}, such as {@code early_repayment} or {@code holiday}
 * @param typed what stands in its fields, or a first proposal
 * @param amountMax the most that can be paid besides settling
 * @param payoff what settles the loan on the day
 * @param countMax how many months or instalments can be asked for; 0 where none are
 * @param change what it would do, or null if the input is faulty
 * @param waits whether such a request is open already
 */
public record LoanChangeView(
        String id,
        String number,
        String kind,
        String currency,
        Map<String, String> typed,
        BigDecimal amountMax,
        BigDecimal payoff,
        LocalDate today,
        int countMax,
        List<String> reasons,
        @Nullable PlanChange change,
        boolean waits,
        List<FieldError> errors,
        String idempotencyKey) {

    public LoanChangeView {
        typed = Map.copyOf(typed);
        reasons = List.copyOf(reasons);
        errors = List.copyOf(errors);
    }

    /** What stands in a field. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The field that says how many months or instalments, of a kind that asks for so many. */
    public String counted() {
        return kind.equals("extension") ? "months" : "instalments";
    }

    /** The field whose value is sent with the reason. */
    public String asked() {
        return kind.equals("restructuring") ? "amount" : counted();
    }

    /** The key of the label of the amount. */
    public String amountLabel() {
        return kind.equals("restructuring") ? "change.field.monthly" : "change.field.amount";
    }

    /** The page's own address. */
    public String address() {
        return "/loans/" + id + "/" + kind.replace('_', '-');
    }
}
