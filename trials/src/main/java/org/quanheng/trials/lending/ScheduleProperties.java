package org.quanheng.trials.lending;

import java.time.LocalDate;
import org.quanheng.lending.Money;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.BalanceMove;
import org.quanheng.lending.terms.ResolvedTerms;

/** What holds for every schedule. */
final class ScheduleProperties {
    private ScheduleProperties() {}

    /** Fails with what does not hold; the caller names the loan. */
    static void check(ResolvedTerms loan) {
        Schedule schedule = Schedule.of(loan);
        Money drawn = Money.zero(loan.terms().principal().currency());
        for (BalanceMove move : loan.moves()) {
            drawn = drawn.plus(move.amount());
        }
        require(schedule.totalPrincipal().equals(drawn), "principal parts sum to what was drawn");
        LocalDate last = LocalDate.MIN;
        for (Instalment row : schedule.instalments()) {
            require(!row.principal().isNegative(), "no principal below zero");
            require(!row.interest().isNegative(), "no interest below zero");
            require(!row.fees().isNegative(), "no fee below zero");
            require(!row.balanceAfter().isNegative(), "no balance below zero");
            Money parts = row.principal().plus(row.interest()).plus(row.fees());
            require(row.payment().equals(parts), "the payment is the sum of its parts");
            require(!row.dueDate().isBefore(last), "due dates in order");
            last = row.dueDate();
        }
        require(schedule.instalments().getLast().balanceAfter().isZero(), "the balance ends at zero");
        ScheduleInterest.check(loan, schedule);
    }

    static void require(boolean holds, String property) {
        if (!holds) {
            throw new AssertionError("expected: " + property);
        }
    }
}
