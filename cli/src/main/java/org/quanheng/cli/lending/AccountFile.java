package org.quanheng.cli.lending;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.account.AccountTerms;
import org.quanheng.lending.account.AllocationOrder;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LateInterest;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.terms.ResolvedTerms;

/** Reads what an account needs besides the loan's own terms from the same JSON object, its part {@code account}. */
final class AccountFile {
    private AccountFile() {}

    /** The terms of the account; null when the loan or they are faulty, which is then recorded. */
    static @Nullable AccountTerms read(Fields fields, @Nullable ResolvedTerms loan, CallFaults faults) {
        Fields account = fields.part("account");
        if (account == null) {
            return loan == null ? null : AccountTerms.of(loan);
        }
        AllocationOrder order = order(account, faults);
        // Penalty interest takes the place of ordinary interest unless both are asked for.
        LateInterest usual = account.has("penalty") ? LateInterest.NONE : LateInterest.UNTIL_PAID;
        LateInterest late = account.word("lateInterest", LateInterest.class, usual);
        Excess onDueDate = account.word("excessOnDueDate", Excess.class, Excess.HELD);
        Excess between = account.word("excessBetween", Excess.class, Excess.HELD);
        PenaltyTerms penalty = penalty(account.part("penalty"), faults);
        account.refuseOthers();
        return loan == null
                ? null
                : AccountTerms.of(loan).with(order).with(late, penalty).withExcess(onDueDate, between);
    }

    private static AllocationOrder order(Fields account, CallFaults faults) {
        List<String> names = account.texts("allocation");
        AllocationOrder.Scope scope = account.word(
                "allocationScope", AllocationOrder.Scope.class, AllocationOrder.Scope.INSTALMENT_BY_INSTALMENT);
        List<AllocationOrder.Part> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(Fields.word(
                    "account.allocation", name, AllocationOrder.Part.class, AllocationOrder.Part.PENALTY, faults));
        }
        try {
            return new AllocationOrder(names.isEmpty() ? AllocationOrder.PRINCIPAL_LAST.parts() : parts, scope);
        } catch (FaultyInputException e) {
            faults.addAll("account.allocation", e);
            return AllocationOrder.PRINCIPAL_LAST;
        }
    }

    private static PenaltyTerms penalty(@Nullable Fields penalty, CallFaults faults) {
        if (penalty == null) {
            return PenaltyTerms.NONE;
        }
        BigDecimal multiple = penalty.decimal("multiple", "0", "5");
        int graceDays = penalty.whole("graceDays", 0, 365, 0);
        boolean onInterest = penalty.yes("onInterest");
        String dayCount = penalty.text("dayCount");
        penalty.refuseOthers();
        try {
            DayCount count = dayCount == null ? DayCount.ACT_365F : DayCount.of(dayCount);
            return new PenaltyTerms(multiple, graceDays, onInterest, count);
        } catch (FaultyInputException e) {
            faults.addAll("account.penalty", e);
            return PenaltyTerms.NONE;
        }
    }
}
