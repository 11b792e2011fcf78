package org.quanheng.lending.account;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.LoanEvent.Rescheduled;

/** How long a new plan must be [重组] if no instalment of it may ask for more than somebody can pay. */
public final class FewestInstalments {
    private FewestInstalments() {}

    /**
     * The fewest instalments with which none asks for more than an amount.
     *
     * @param plan the new plan, whose number of instalments does not matter
     * @param mostInstalments how many it may have
     * @return empty if even the most ask for more
     * @throws org.quanheng.fault.FaultyInputException if the loan cannot have a new plan on that day
     */
    public static OptionalInt of(LoanAccount account, Rescheduled plan, Money mostToPay, int mostInstalments) {
        if (largest(account, plan, mostInstalments).compareTo(mostToPay) > 0) {
            return OptionalInt.empty();
        }
        int tooFew = 0;
        int enough = mostInstalments;
        while (enough - tooFew > 1) {
            int between = (tooFew + enough) / 2;
            if (largest(account, plan, between).compareTo(mostToPay) > 0) {
                tooFew = between;
            } else {
                enough = between;
            }
        }
        return OptionalInt.of(enough);
    }

    /**
     * The largest instalment to come of a new plan with so many instalments.
     *
     * @throws org.quanheng.fault.FaultyInputException if the loan cannot have it
     */
    public static Money largest(LoanAccount account, Rescheduled plan, int instalments) {
        LocalDate on = plan.date();
        return account.with(new Rescheduled(plan.id(), on, instalments, plan.rate())).schedule(on).stream()
                .filter(row -> row.dueDate().isAfter(on))
                .map(AccountRow::total)
                .reduce(Money.zero(account.terms().loan().terms().principal().currency()), FewestInstalments::larger);
    }

    private static Money larger(Money one, Money other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
