package org.quanheng.lending.limit;

import java.util.List;
import java.util.function.LongPredicate;
import org.quanheng.lending.Money;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.ResolvedTerms;

/**
 * Searches the largest loan whose every payment stays within an amount, in smallest units.
 *
 * <p>Payments do not simply rise with the loan: where the instalment is rounded down, the last one makes up for all the others, and
 * a larger loan whose instalment is rounded up may have a smaller last one. So halving finds one loan that fits, and from there
 * each loan at which the instalment takes its next step is tried.
 */
final class LargestLoan {
    private final ResolvedTerms loan;
    private final Money payment;

    LargestLoan(ResolvedTerms loan, Money payment) {
        this.loan = loan;
        this.payment = payment;
    }

    long find() {
        long found = last(0, payment.minorUnits(), this::fits);
        long stepped = nextStep(found);
        while (stepped > found && fits(stepped)) {
            found = last(stepped, 1, this::fits);
            stepped = nextStep(found);
        }
        return found;
    }

    /** The smallest loan above this one whose instalment is higher; the loan itself if there is none that could fit. */
    private long nextStep(long principal) {
        Money instalment = instalment(Math.max(1, principal));
        long allPayments = Math.multiplyExact(payment.minorUnits(), schedule(1).size());
        if (principal >= allPayments || instalment(allPayments).compareTo(instalment) <= 0) {
            return principal;
        }
        return last(Math.max(1, principal), 1, tried -> instalment(tried).compareTo(instalment) <= 0) + 1;
    }

    /** The last number from which on a condition no longer holds: it holds at {@code from}; the first try is so much above. */
    private static long last(long from, long firstStep, LongPredicate holds) {
        long low = from;
        long step = firstStep;
        while (holds.test(Math.addExact(low, step))) {
            low += step;
            step = Math.multiplyExact(step, 2);
        }
        long high = low + step;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (holds.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean fits(long principal) {
        return Affordability.highestPayment(schedule(principal)).compareTo(payment) <= 0;
    }

    /** The highest payment but the last, which makes up for what rounding left; zero if there is one only. */
    private Money instalment(long principal) {
        List<Instalment> rows = schedule(principal).instalments();
        Money highest = Money.zero(payment.currency());
        for (Instalment row : rows.subList(0, rows.size() - 1)) {
            highest = highest.max(row.payment());
        }
        return highest;
    }

    private Schedule schedule(long principal) {
        return Schedule.of(loan.ofPrincipal(Money.ofMinor(payment.currency(), principal)));
    }
}
