package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.page.FieldError;

/**
 * A borrower's wish to change the plan: to pay early, or to have more time. It shows what would change; asking for it changes nothing
 * yet.
 *
 * @param kind {@code early_repayment} or {@code extension}
 * @param amount as typed, or a first proposal
 * @param amountMax the most that can be paid besides settling
 * @param payoff what settles the loan on the day
 * @param on the day on which it would be paid, as typed
 * @param months as typed
 * @param change what it would do, or null if the input is faulty
 * @param waits whether such a request is open already
 */
public record LoanChangeView(
        String id,
        String number,
        String kind,
        String currency,
        String amount,
        BigDecimal amountMax,
        BigDecimal payoff,
        String on,
        LocalDate today,
        String months,
        int monthsMax,
        List<String> reasons,
        @Nullable String reason,
        @Nullable PlanChange change,
        boolean waits,
        List<FieldError> errors,
        String idempotencyKey) {

    public LoanChangeView {
        reasons = List.copyOf(reasons);
        errors = List.copyOf(errors);
    }

    /** Whether it is about paying early. */
    public boolean early() {
        return kind.equals("early_repayment");
    }
}
